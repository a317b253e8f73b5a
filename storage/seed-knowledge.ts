import type { Pack } from '../core/knowledge/entity.ts';
import type { KnowledgeStore } from './knowledge-store.ts';

/**
 * A knowledge store that answers from the first moment: from the database when it is whole, from the pack itself
 * until then and where there is no database.
 */
export interface SeededKnowledge extends Pick<KnowledgeStore, 'get' | 'getMany' | 'search'> {
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

  const answer = async <T>(from: (store: KnowledgeStore) => Promise<T>): Promise<T> => {
    if (await isReady()) {
      try {
        return await from(store);
      } catch (error) {
        console.warn('Pishineh: the knowledge database failed; serving from memory.', error);
      }
    }
    await loadTwin();
    return from(twin);
  };

  return {
    seeded,
    get: (id) => answer((from) => from.get(id)),
    getMany: (ids) => answer((from) => from.getMany(ids)),
    search: (query, limit) => answer((from) => from.search(query, limit)),
  };
}
