import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Entity, Pack } from '../core/knowledge/entity.ts';
import { rankMatches, SHORTEST_QUERY, searchKey, searchKeys } from '../core/knowledge/search.ts';
import type { KnowledgeStore } from './knowledge-store.ts';

/** Rows per transaction: a batch takes a few milliseconds, so that readers are never kept waiting. */
const BATCH = 250;

/** Matches that are ranked: a query that matches more is too short to be answered well. */
const MOST_MATCHES = 500;

export const KNOWLEDGE_DATABASE = 'pishineh-knowledge';

interface EntityRow {
  /** Pack id and version, joined: rows of an unfinished fill have a version that nobody reads. */
  readonly edition: string;
  readonly id: string;
  readonly entity: Entity;
  /** What it is found by. */
  readonly keys: readonly string[];
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
    // rows without keys are not found: they are filled anew from their packs
    this.version(2)
      .stores({ entities: '[edition+id], edition, *keys', packs: 'id' })
      .upgrade(async (change) => {
        await change.table('entities').clear();
        await change.table('packs').clear();
      });
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
          const batch = pack.entities.slice(at, at + BATCH);
          const rows = batch.map((entity) => ({ edition, id: entity.id, entity, keys: searchKeys(entity) }));
          await database.entities.bulkPut(rows);
        }
        await database.packs.put({ id: pack.id, version: pack.version });
        // by keys alone: reading every row to find the old ones would keep readers waiting
        const editions = (await database.entities.orderBy('edition').uniqueKeys()).map(String);
        const old = editions.filter((one) => one.startsWith(`${pack.id}@`) && one !== edition);
        await database.entities.where('edition').anyOf(old).delete();
      }),

    get: async (id) =>
      healed(async () => {
        for (const pack of await database.packs.toArray()) {
          const row = await database.entities.get([editionOf(pack), id]);
          if (row) return row.entity;
        }
        return undefined;
      }),

    getMany: async (ids) =>
      healed(async () => {
        const found = new Map<string, Entity>();
        for (const pack of await database.packs.toArray()) {
          const wanted = ids.filter((id) => !found.has(id)).map((id): [string, string] => [editionOf(pack), id]);
          for (const row of await database.entities.bulkGet(wanted)) if (row) found.set(row.id, row.entity);
        }
        return ids.flatMap((id) => found.get(id) ?? []);
      }),

    search: async (query, limit) =>
      healed(async () => {
        const key = searchKey(query);
        if (key.length < SHORTEST_QUERY) return [];
        const editions = new Set((await database.packs.toArray()).map(editionOf));
        const rows = await database.entities
          .where('keys')
          .startsWith(key)
          .distinct()
          .filter(({ edition }) => editions.has(edition))
          .limit(MOST_MATCHES)
          .toArray();
        return rankMatches(
          rows.map(({ entity }) => entity),
          query,
          limit,
        );
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
