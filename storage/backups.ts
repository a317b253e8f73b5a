import * as v from 'valibot';
import { type Highlight, HighlightSchema } from '../core/highlights/highlight.ts';
import { compress, decompress } from './gzip.ts';
import type { KeyValues } from './key-values.ts';
import { type Ledger, ledgerEntry, newLedger, readLedger } from './ledger.ts';

/** Backups that are kept: one for each of the last days on which something was changed. */
const MOST_BACKUPS = 7;
/** Before the id of a backup: all highlights, compressed. */
const BACKUP = 'highlightBackup:';
/** Before the id of a highlight: as it was when it was last changed since the latest backup. */
const SINCE = 'highlightSince:';

/** A highlight as it was stored: read strictly only when it is asked for, so that a later version's rows are carried on. */
const RowSchema = v.looseObject({ id: v.string() });
type Row = v.InferOutput<typeof RowSchema>;
const BackupSchema = v.object({ format: v.literal('pishineh-highlights/2'), highlights: v.array(RowSchema) });

/**
 * Copies of all highlights in the extension's own storage, apart from their database: whole ones for the last seven days
 * on which something was changed, and each change since the latest of them. Together they hold everything that the
 * database holds. What was deleted for good is never given back, and cleaned out one backup after the other.
 */
export interface Backups {
  /** Notes changed highlights, with the ledger, in one step. */
  note(ledger: Ledger, changed: readonly Highlight[]): Promise<Ledger>;
  /** The keys of the changes noted since the latest whole backup. */
  since(): Promise<string[]>;
  /** All highlights made ready to be kept: the long part of making a whole backup, during which others may write. */
  pack(ledger: Ledger, inDatabase: readonly Highlight[]): Promise<Packed>;
  /**
   * Keeps a whole backup, and drops the oldest and the noted changes that it holds.
   * @param now when its highlights were read, ISO 8601
   */
  keep(ledger: Ledger, now: string, packed: Packed, since: readonly string[]): Promise<Ledger>;
  /**
   * The highlights of a backup, with the changes since where it is the latest; where it is torn, those of the next older
   * one that is whole. Undefined when there is none.
   */
  read(ledger: Ledger, id: string): Promise<Highlight[] | undefined>;
  /** Takes what was deleted for good out of one more backup; the same ledger when nothing is left to do. */
  cleanOne(ledger: Ledger): Promise<Ledger>;
  /** The backups that are there, for a ledger that was lost. */
  list(): Promise<Ledger['backups']>;
}

/** Highlights as a backup stores them. */
export interface Packed {
  readonly data: string;
  readonly count: number;
}

/** The key of a noted change of a highlight. */
export function sinceKey(id: string): string {
  return SINCE + id;
}

export function createBackups(storage: KeyValues): Backups {
  const readRows = async (id: string): Promise<Row[] | undefined> => {
    const stored = await storage.get(BACKUP + id);
    if (typeof stored !== 'string') return undefined;
    try {
      return v.parse(BackupSchema, JSON.parse(await decompress(stored))).highlights;
    } catch {
      return undefined; // torn, or made by a later version: another one may serve
    }
  };
  const pack = (highlights: readonly object[]) =>
    compress(JSON.stringify({ format: 'pishineh-highlights/2', highlights }));
  const readSince = async (): Promise<Row[]> => {
    const values = await Promise.all((await storage.keys(SINCE)).map((key) => storage.get(key)));
    return values.flatMap((value) => (v.is(RowSchema, value) ? [value] : []));
  };

  const rowsOf = async ({ backups, forgotten }: Ledger, id: string): Promise<Row[] | undefined> => {
    const at = backups.findIndex((backup) => backup.id === id);
    let rows: Row[] | undefined;
    for (const backup of at === -1 ? [] : backups.slice(at)) {
      rows = await readRows(backup.id);
      if (rows) break;
    }
    const since = at === 0 ? await readSince() : [];
    if (!rows && since.length === 0) return undefined;
    const byId = new Map([...(rows ?? []), ...since].map((row) => [row.id, row]));
    for (const gone of forgotten) byId.delete(gone);
    return [...byId.values()];
  };

  return {
    async note(ledger, changed) {
      const entries = Object.fromEntries(changed.map((highlight) => [sinceKey(highlight.id), highlight]));
      await storage.set({ ...entries, ...ledgerEntry(ledger) });
      return ledger;
    },
    since: () => storage.keys(SINCE),
    async pack(ledger, inDatabase) {
      const [latest] = ledger.backups;
      // While some are missing a backup of the rest must not push out what the earlier ones still hold.
      const isMissing = ledger.count > inDatabase.length;
      const rescued = isMissing ? ((latest && (await rowsOf(ledger, latest.id))) ?? (await readSince())) : [];
      const known = new Set(inDatabase.map(({ id }) => id));
      const highlights = [...inDatabase, ...rescued.filter(({ id }) => !known.has(id))];
      return { data: await pack(highlights), count: highlights.length };
    },
    async keep(ledger, now, { data, count }, since) {
      const others = ledger.backups.filter(({ id }) => id !== now);
      const dropped = others.slice(MOST_BACKUPS - 1);
      const backups = [{ id: now, made: now, count }, ...others.slice(0, MOST_BACKUPS - 1)];
      const next: Ledger = { ...ledger, backups };
      await storage.set({ [BACKUP + now]: data, ...ledgerEntry(next) });
      // only now is the new one there, and the old ones can go
      await storage.remove([...since, ...dropped.map(({ id }) => BACKUP + id)]);
      return next;
    },
    async read(ledger, id) {
      const rows = await rowsOf(ledger, id);
      return rows?.flatMap((row) => {
        const parsed = v.safeParse(HighlightSchema, row);
        return parsed.success ? [parsed.output] : [];
      });
    },
    async cleanOne(ledger) {
      const { forgotten, backups } = ledger;
      if (forgotten.length === 0) return ledger;
      const gone = new Set(forgotten);
      await storage.remove(forgotten.map(sinceKey));
      for (const [index, backup] of backups.entries()) {
        const rows = await readRows(backup.id);
        const kept = rows?.filter(({ id }) => !gone.has(id));
        if (!rows || !kept || kept.length === rows.length) continue;
        const next = { ...ledger, backups: backups.with(index, { ...backup, count: kept.length }) };
        await storage.set({ [BACKUP + backup.id]: await pack(kept), ...ledgerEntry(next) });
        return next;
      }
      const next = { ...ledger, forgotten: [] };
      await storage.set(ledgerEntry(next));
      return next;
    },
    async list() {
      const ids = (await storage.keys(BACKUP)).map((key) => key.slice(BACKUP.length)).sort();
      const backups: Ledger['backups'] = [];
      for (const id of ids.reverse()) {
        const rows = await readRows(id);
        if (rows) backups.push({ id, made: id, count: rows.length });
      }
      return backups;
    },
  };
}

/**
 * Reads a backup where nothing else is known but the extension's storage: also when the background or the database does
 * not answer. Undefined when there is none.
 */
export async function readBackup(storage: KeyValues, id: string): Promise<Highlight[] | undefined> {
  const backups = createBackups(storage);
  const ledger = (await readLedger(storage)) ?? (await newLedger(storage, await backups.list()));
  return backups.read(ledger, id);
}
