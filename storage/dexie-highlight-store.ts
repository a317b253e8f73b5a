import { Dexie, type EntityTable } from 'dexie';
import type { Highlight } from '../core/highlights/highlight.ts';
import { fromVersion1 } from './highlight-migrations.ts';
import { byPosition, type HighlightStore, latestFirst, withRemarks, withRemoved } from './highlight-store.ts';

export const HIGHLIGHTS_DATABASE = 'pishineh-highlights';

interface MetaRow {
  readonly key: 'canary';
  readonly value: string;
}

class HighlightsDatabase extends Dexie {
  readonly highlights!: EntityTable<Highlight, 'id'>;
  readonly meta!: EntityTable<MetaRow, 'key'>;

  constructor(name: string) {
    // strict: a transaction is complete only when it is on the disk
    super(name, { chromeTransactionDurability: 'strict', autoOpen: false });
    this.version(1).stores({ highlights: 'id, page.key, created' });
    this.version(2)
      .stores({ highlights: 'id, page.key, created, *entities', meta: 'key' })
      .upgrade(async (transaction) => {
        const rows = transaction.table('highlights');
        await rows.bulkPut((await rows.toArray()).map(fromVersion1));
      });
    this.on('versionchange', () => this.close());
  }
}

/** The highlight store over IndexedDB: a database of its own, which rebuilding knowledge can't touch. */
export function createDexieHighlightStore(name = HIGHLIGHTS_DATABASE): HighlightStore {
  const database = new HighlightsDatabase(name);
  const { highlights, meta } = database;
  /** Opened anew after a failure, and after another version of us wanted the database for itself. */
  const table = async () => {
    if (!database.isOpen()) await database.open();
    return highlights;
  };
  const write = async <T>(work: () => Promise<T>): Promise<T> => {
    await table();
    return database.transaction('rw', highlights, work);
  };
  const known = async (ids: readonly string[]) => (await highlights.bulkGet([...ids])).flatMap((row) => row ?? []);

  return {
    addMissing: (given) =>
      write(async () => {
        const seen = new Set((await known(given.map(({ id }) => id))).map(({ id }) => id));
        const added = given.filter(({ id }) => !seen.has(id) && seen.add(id));
        await highlights.bulkAdd(added);
        return { added, same: given.length - added.length };
      }),
    get: async (id) => (await table()).get(id),
    async ofPage(key) {
      const rows = await (await table()).where('page.key').equals(key).toArray();
      return rows.filter(({ removed }) => removed === undefined).sort(byPosition);
    },
    all: async () => (await (await table()).toArray()).sort(latestFirst),
    count: async () => (await table()).count(),
    async countMentioning(entity) {
      const rows = (await table()).where('entities').equals(entity);
      return rows.filter(({ removed }) => removed === undefined).count();
    },
    change: (id, remarks, modified) =>
      write(async () => {
        const row = await highlights.get(id);
        if (!row) return undefined;
        const changed = withRemarks(row, remarks, modified);
        await highlights.put(changed);
        return changed;
      }),
    setRemoved: (ids, removed) =>
      write(async () => {
        const changed = (await known(ids)).map((row) => withRemoved(row, removed));
        await highlights.bulkPut(changed);
        return changed;
      }),
    purge: (ids) =>
      write(async () => {
        const gone = (await known(ids)).flatMap(({ id, removed }) => (removed === undefined ? [] : [id]));
        await highlights.bulkDelete(gone);
        return gone;
      }),
    setAnchoring: (reports) =>
      write(async () => {
        for (const { id, anchoring } of reports) await highlights.update(id, { anchoring });
      }),
    async canary() {
      await table();
      return database.transaction('rw', meta, async () => {
        const row = await meta.get('canary');
        if (row) return row.value;
        const value = crypto.randomUUID();
        await meta.add({ key: 'canary', value });
        return value;
      });
    },
  };
}
