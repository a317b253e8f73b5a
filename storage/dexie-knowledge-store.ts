import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Entity, Pack } from '../core/knowledge/entity.ts';
import type { KnowledgeStore } from './knowledge-store.ts';

/** Rows per transaction: a batch takes a few milliseconds, so that readers are never kept waiting. */
const BATCH = 250;

export const KNOWLEDGE_DATABASE = 'pishineh-knowledge';

interface EntityRow {
  /** Pack id and version, joined: rows of an unfinished fill have a version that nobody reads. */
  readonly edition: string;
  readonly id: string;
  readonly entity: Entity;
}

interface PackRow {
  readonly id: string;
  readonly version: string;
}

class KnowledgeDatabase extends Dexie {
  readonly entities!: Table<EntityRow, [string, string]>;
  readonly packs!: EntityTable<PackRow, 'id'>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'relaxed' });
    this.version(1).stores({ entities: '[edition+id], edition', packs: 'id' });
    // another context wants to delete or upgrade: let it
    this.on('versionchange', () => this.close());
  }
}

/**
 * The knowledge store over IndexedDB. A database that can't be opened or read is deleted and made anew: all
 * that it holds comes from packs.
 * @throws (from its methods) when IndexedDB is not to be had at all
 */
export function createDexieKnowledgeStore(name = KNOWLEDGE_DATABASE): KnowledgeStore {
  let database = new KnowledgeDatabase(name);

  async function healed<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!isDamage(error)) throw error;
      database.close();
      await Dexie.delete(name);
      database = new KnowledgeDatabase(name);
      return await work();
    }
  }

  return {
    version: async (packId) => healed(async () => (await database.packs.get(packId))?.version),

    fill: async (pack: Pack) =>
      healed(async () => {
        const edition = editionOf(pack);
        const current = await database.packs.get(pack.id);
        if (current?.version === pack.version) return;
        for (let at = 0; at < pack.entities.length; at += BATCH) {
          const rows = pack.entities.slice(at, at + BATCH).map((entity) => ({ edition, id: entity.id, entity }));
          await database.entities.bulkPut(rows);
        }
        await database.packs.put({ id: pack.id, version: pack.version });
        await database.entities
          .where('edition')
          .between(`${pack.id}@`, `${pack.id}@\uffff`)
          .filter((row) => row.edition !== edition)
          .delete();
      }),

    get: async (id) =>
      healed(async () => {
        for (const pack of await database.packs.toArray()) {
          const row = await database.entities.get([editionOf(pack), id]);
          if (row) return row.entity;
        }
        return undefined;
      }),

    count: async () =>
      healed(async () => {
        const packs = await database.packs.toArray();
        return database.entities.where('edition').anyOf(packs.map(editionOf)).count();
      }),
  };
}

function editionOf(pack: PackRow): string {
  return `${pack.id}@${pack.version}`;
}

/** Errors that a new database cures: missing tables, a schema from the future, a broken file. */
function isDamage(error: unknown): boolean {
  const name = error instanceof Error ? error.name : '';
  const inner = error instanceof Dexie.DexieError && error.inner instanceof Error ? error.inner.name : '';
  return [name, inner].some((one) =>
    ['NotFoundError', 'VersionError', 'UpgradeError', 'UnknownError', 'SchemaError', 'InvalidTableError'].includes(one),
  );
}
