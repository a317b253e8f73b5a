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
  /** How many entities the filled packs hold. */
  count(): Promise<number>;
}
