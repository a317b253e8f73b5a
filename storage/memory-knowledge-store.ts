import type { Entity, Pack } from '../core/knowledge/entity.ts';
import type { KnowledgeStore } from './knowledge-store.ts';

/** The in-memory twin: serves while the database fills, and where IndexedDB is not to be had. */
export function createMemoryKnowledgeStore(): KnowledgeStore {
  const packs = new Map<string, { version: string; entities: Map<string, Entity> }>();
  return {
    version: async (packId) => packs.get(packId)?.version,
    async fill(pack: Pack) {
      packs.set(pack.id, {
        version: pack.version,
        entities: new Map(pack.entities.map((entity) => [entity.id, entity])),
      });
    },
    async get(id) {
      for (const { entities } of packs.values()) {
        const entity = entities.get(id);
        if (entity) return entity;
      }
      return undefined;
    },
    count: async () => [...packs.values()].reduce((sum, { entities }) => sum + entities.size, 0),
  };
}
