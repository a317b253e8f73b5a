import { Dexie, type EntityTable } from 'dexie';
import type { Highlight } from '../core/highlights/highlight.ts';
import { byPosition, type HighlightStore, latestFirst } from './highlight-store.ts';

export const HIGHLIGHTS_DATABASE = 'pishineh-highlights';

class HighlightsDatabase extends Dexie {
  readonly highlights!: EntityTable<Highlight, 'id'>;

  constructor(name: string) {
    // strict: a transaction is complete only when it is on the disk
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ highlights: 'id, page.key, created' });
    this.on('versionchange', () => this.close());
  }
}

/** The highlight store over IndexedDB: a database of its own, which rebuilding knowledge can't touch. */
export function createDexieHighlightStore(name = HIGHLIGHTS_DATABASE): HighlightStore {
  const database = new HighlightsDatabase(name);
  const table = database.highlights;
  return {
    add: async (highlight) => {
      await table.add(highlight);
    },
    get: async (id) => table.get(id),
    ofPage: async (key) => (await table.where('page.key').equals(key).toArray()).sort(byPosition),
    all: async () => (await table.toArray()).sort(latestFirst),
    remove: async (id) =>
      database.transaction('rw', table, async () => {
        const row = await table.get(id);
        await table.delete(id);
        return row;
      }),
    setAnchoring: async (id, anchoring) => {
      await table.update(id, { anchoring });
    },
  };
}
