import type { Entity, Pack } from '../core/knowledge/entity.ts';
import { rankMatches, SHORTEST_QUERY, searchKey, searchKeys } from '../core/knowledge/search.ts';
import type { KnowledgeStore } from './knowledge-store.ts';

/** The in-memory twin: serves while the database fills, and where IndexedDB is not to be had. */
export function createMemoryKnowledgeStore(): KnowledgeStore {
  const packs = new Map<string, { version: string; entities: Map<string, Entity> }>();
  const get = (id: string): Entity | undefined => {
    for (const { entities } of packs.values()) {
      const entity = entities.get(id);
      if (entity) return entity;
    }
    return undefined;
  };
  return {
    version: async (packId) => packs.get(packId)?.version,
    async fill(pack: Pack) {
      packs.set(pack.id, {
        version: pack.version,
        entities: new Map(pack.entities.map((entity) => [entity.id, entity])),
      });
    },
    get: async (id) => get(id),
    getMany: async (ids) => ids.flatMap((id) => get(id) ?? []),
    async search(query, limit) {
      const key = searchKey(query);
      if (key.length < SHORTEST_QUERY) return [];
      const all = [...packs.values()].flatMap(({ entities }) => [...entities.values()]);
      const matches = all.filter((entity) => searchKeys(entity).some((one) => one.startsWith(key)));
      return rankMatches(matches, query, limit);
    },
    count: async () => [...packs.values()].reduce((sum, { entities }) => sum + entities.size, 0),
  };
}
