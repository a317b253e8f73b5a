import type { Entity, Pack } from '../core/knowledge/entity.ts';
import type { KnowledgeStore } from './knowledge-store.ts';

/** A knowledge store that answers from the first moment. */
export interface SeededKnowledge {
  /** From the database when it is whole, from the pack itself until then and where there is no database. */
  get(id: string): Promise<Entity | undefined>;
  /** Resolves when the database holds the pack, or can't; tells which. */
  readonly seeded: Promise<'filled' | 'already' | 'unavailable'>;
}

/**
 * Makes sure that the store holds the given version of a pack, and answers meanwhile.
 * @param loadPack reads the bundled pack; called only when it is needed
 */
export function seedKnowledge(
  store: KnowledgeStore,
  twin: KnowledgeStore,
  pack: { readonly id: string; readonly version: string; load(): Promise<Pack> },
): SeededKnowledge {
  let loading: Promise<void> | undefined;
  const loadTwin = () => {
    loading ??= pack.load().then((loaded) => twin.fill(loaded));
    return loading;
  };

  const held = store.version(pack.id);
  const seeded = (async () => {
    try {
      if ((await held) === pack.version) return 'already' as const;
      await store.fill(await pack.load());
      return 'filled' as const;
    } catch (error) {
      console.warn('Pishineh: the knowledge database is not to be had; serving from memory.', error);
      return 'unavailable' as const;
    }
  })();

  let isFilled = false;
  void seeded.then((outcome) => {
    isFilled = outcome !== 'unavailable';
  });
  const isReady = async () => isFilled || (await held.catch(() => undefined)) === pack.version;

  return {
    seeded,
    async get(id) {
      if (await isReady()) {
        try {
          return await store.get(id);
        } catch (error) {
          console.warn('Pishineh: the knowledge database failed; serving from memory.', error);
        }
      }
      await loadTwin();
      return twin.get(id);
    },
  };
}
