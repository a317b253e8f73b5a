import * as v from 'valibot';
import type { KeyValues } from './key-values.ts';

/** Where the ledger lies in the extension's storage. */
const KEY = 'highlightLedger';
/** Where 0.1.0 kept the count alone. */
const OLD_KEY = 'highlightCount';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What is known of the highlights apart from their database: by it their loss is noticed. */
const LedgerSchema = v.object({
  /** The mark of the database (see `HighlightStore.canary`); null until it was first seen. */
  canary: v.nullable(v.string()),
  /** How many highlights the database held after the last change, the bin included. */
  count,
  /** The latest first. */
  backups: v.array(v.object({ id: v.string(), made: v.pipe(v.string(), v.isoTimestamp()), count })),
  /** Ids that were deleted for good and are not out of all backups yet. */
  forgotten: v.optional(v.array(v.string()), []),
  /** How many were saved since the last export. */
  sinceExport: count,
  lastExport: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
});
export type Ledger = v.InferOutput<typeof LedgerSchema>;

const NEW: Ledger = { canary: null, count: 0, backups: [], forgotten: [], sinceExport: 0, lastExport: null };

/** The ledger as it was last written; undefined when there is none, or none that can be read. */
export async function readLedger(storage: KeyValues): Promise<Ledger | undefined> {
  const parsed = v.safeParse(LedgerSchema, await storage.get(KEY));
  return parsed.success ? parsed.output : undefined;
}

/** The first ledger, which goes on from the count that 0.1.0 kept, and knows of backups that are there already. */
export async function newLedger(storage: KeyValues, backups: Ledger['backups']): Promise<Ledger> {
  const old = v.safeParse(count, await storage.get(OLD_KEY));
  return old.success ? { ...NEW, backups, count: old.output, sinceExport: old.output } : { ...NEW, backups };
}

/** The entry of the ledger, to be written together with others. */
export function ledgerEntry(ledger: Ledger): Record<string, unknown> {
  return { [KEY]: ledger };
}

/**
 * How many highlights are missing, when the database holds `count` and bears the mark `canary`. A database that was
 * made anew lost at least one if it had any: the count alone may lag behind by what was saved in the last moment.
 */
export function missingFrom(ledger: Ledger, count: number, canary: string): number {
  const missing = Math.max(0, ledger.count - count);
  const isAnother = ledger.canary !== null && ledger.canary !== canary;
  return isAnother && ledger.count > 0 ? Math.max(1, missing) : missing;
}
