import * as v from 'valibot';
import { type Highlight, HighlightSchema } from '../core/highlights/highlight.ts';
import { compress, decompress } from './gzip.ts';
import type { KeyValues } from './key-values.ts';
import { type Ledger, ledgerEntry } from './ledger.ts';

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
  /** Notes changed highlights, with the ledger, in one step. Makes a whole backup where today has none yet. */
  note(ledger: Ledger, changed: readonly Highlight[], now: string, all: () => Promise<Highlight[]>): Promise<Ledger>;
  /** Makes a whole backup now. */
  make(ledger: Ledger, now: string, all: readonly Highlight[]): Promise<Ledger>;
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

  const make: Backups['make'] = async (ledger, now, inDatabase) => {
    const [latest] = ledger.backups;
    // While some are missing a backup of the rest must not push out what the earlier ones still hold.
    const rescued = latest && ledger.count > inDatabase.length ? ((await rowsOf(ledger, latest.id)) ?? []) : [];
    const known = new Set(inDatabase.map(({ id }) => id));
    const highlights = [...inDatabase, ...rescued.filter(({ id }) => !known.has(id))];

    const others = ledger.backups.filter(({ id }) => id !== now);
    const dropped = others.slice(MOST_BACKUPS - 1);
    const changed: Ledger = {
      ...ledger,
      backups: [{ id: now, made: now, count: highlights.length }, ...others.slice(0, MOST_BACKUPS - 1)],
    };
    const since = await storage.keys(SINCE);
    await storage.set({ [BACKUP + now]: await pack(highlights), ...ledgerEntry(changed) });
    // only now is the new one there, and the old ones can go
    await storage.remove([...since, ...dropped.map(({ id }) => BACKUP + id)]);
    return changed;
  };

  return {
    make,
    async note(ledger, changed, now, all) {
      const [latest] = ledger.backups;
      if (latest?.made.slice(0, 10) !== now.slice(0, 10)) return make(ledger, now, await all());
      const entries = Object.fromEntries(changed.map((highlight) => [SINCE + highlight.id, highlight]));
      const next = { ...ledger, backups: [{ ...latest, count: ledger.count }, ...ledger.backups.slice(1)] };
      await storage.set({ ...entries, ...ledgerEntry(next) });
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
      await storage.remove(forgotten.map((id) => SINCE + id));
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
