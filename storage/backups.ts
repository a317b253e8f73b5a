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

const BackupSchema = v.object({ format: v.literal('pishineh-highlights/2'), highlights: v.array(v.unknown()) });

/**
 * Copies of all highlights in the extension's own storage, apart from their database: whole ones for the last seven days
 * on which something was changed, and each change since the latest of them. Together they hold everything that the
 * database holds.
 */
export interface Backups {
  /** Notes changed highlights, with the ledger, in one step. Makes a whole backup where today has none yet. */
  note(ledger: Ledger, changed: readonly Highlight[], now: string, all: () => Promise<Highlight[]>): Promise<Ledger>;
  /** The highlights of a backup, with the changes since where it is the latest. Undefined when there is none. */
  read(ledger: Ledger, id: string): Promise<Highlight[] | undefined>;
  /** Takes highlights out of all backups: the reader has deleted them for good. */
  forget(ledger: Ledger, ids: readonly string[]): Promise<Ledger>;
}

export function createBackups(storage: KeyValues): Backups {
  const readWhole = async (id: string): Promise<Highlight[] | undefined> => {
    const stored = await storage.get(BACKUP + id);
    if (typeof stored !== 'string') return undefined;
    try {
      const { highlights } = v.parse(BackupSchema, JSON.parse(await decompress(stored)));
      return highlights.flatMap(readHighlight);
    } catch {
      return undefined; // torn or made by a later version: another one may serve
    }
  };
  const pack = (highlights: readonly Highlight[]) =>
    compress(JSON.stringify({ format: 'pishineh-highlights/2', highlights }));
  const readSince = async () => {
    const values = await Promise.all((await storage.keys(SINCE)).map((key) => storage.get(key)));
    return values.flatMap(readHighlight);
  };

  /** The highlights of a backup, with the changes since where it is the latest. */
  const read = async (ledger: Ledger, id: string): Promise<Highlight[] | undefined> => {
    const whole = await readWhole(id);
    if (!whole || id !== ledger.backups[0]?.id) return whole;
    const byId = new Map(whole.map((highlight) => [highlight.id, highlight]));
    for (const highlight of await readSince()) byId.set(highlight.id, highlight);
    return [...byId.values()];
  };
  const makeWhole = async (ledger: Ledger, now: string, inDatabase: readonly Highlight[]): Promise<Ledger> => {
    const [latest] = ledger.backups;
    // While some are missing a backup of the rest must not push out what the earlier ones still hold.
    const rescued = latest && ledger.count > inDatabase.length ? ((await read(ledger, latest.id)) ?? []) : [];
    const known = new Set(inDatabase.map(({ id }) => id));
    const highlights = [...inDatabase, ...rescued.filter(({ id }) => !known.has(id))];

    const dropped = ledger.backups.slice(MOST_BACKUPS - 1);
    const backups = [{ id: now, made: now, count: highlights.length }, ...ledger.backups.slice(0, MOST_BACKUPS - 1)];
    const changed: Ledger = { ...ledger, backups };
    const since = await storage.keys(SINCE);
    await storage.set({ [BACKUP + now]: await pack(highlights), ...ledgerEntry(changed) });
    // only now is the new one there, and the old ones can go
    await storage.remove([...since, ...dropped.map(({ id }) => BACKUP + id)]);
    return changed;
  };

  return {
    async note(ledger, changed, now, all) {
      const [latest] = ledger.backups;
      if (latest?.made.slice(0, 10) !== now.slice(0, 10)) return makeWhole(ledger, now, await all());
      const entries = Object.fromEntries(changed.map((highlight) => [SINCE + highlight.id, highlight]));
      const backups = [{ ...latest, count: ledger.count }, ...ledger.backups.slice(1)];
      const next = { ...ledger, backups };
      await storage.set({ ...entries, ...ledgerEntry(next) });
      return next;
    },
    read,
    async forget(ledger, ids) {
      const gone = new Set(ids);
      await storage.remove(ids.map((id) => SINCE + id));
      const backups: Ledger['backups'] = [];
      for (const [index, backup] of ledger.backups.entries()) {
        const highlights = (await readWhole(backup.id)) ?? [];
        const kept = highlights.filter(({ id }) => !gone.has(id));
        if (kept.length < highlights.length) await storage.set({ [BACKUP + backup.id]: await pack(kept) });
        backups.push({ ...backup, count: index === 0 ? ledger.count : kept.length });
      }
      const next = { ...ledger, backups };
      await storage.set(ledgerEntry(next));
      return next;
    },
  };
}

/** The highlight that a stored value is; nothing where it is none. */
function readHighlight(value: unknown): Highlight[] {
  const parsed = v.safeParse(HighlightSchema, value);
  return parsed.success ? [parsed.output] : [];
}
