import type { Entity, Pack } from '../core/knowledge/entity.ts';

/** Where packs are kept for reading. Two implementations, one contract (`tests/contract/knowledge-store.ts`). */
export interface KnowledgeStore {
  /** The version of the pack that is filled whole, or undefined while none is. */
  version(packId: string): Promise<string | undefined>;
  /**
   * Takes in a pack in place of its earlier version. Readers see the earlier one until the new one is whole;
   * a fill that is cut short changes nothing.
   */
  fill(pack: Pack): Promise<void>;
  /** The entity of any filled pack, or undefined. */
  get(id: string): Promise<Entity | undefined>;
  /** Those of the entities that are known, in the order of the ids. */
  getMany(ids: readonly string[]): Promise<Entity[]>;
  /** Entities of which a name, or a word of a name, begins with the query; the best first, `limit` at most. */
  search(query: string, limit: number): Promise<Entity[]>;
  /** How many entities the filled packs hold. */
  count(): Promise<number>;
}
