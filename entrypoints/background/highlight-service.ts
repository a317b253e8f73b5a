import type { Anchoring, Highlight, Remarks } from '../../core/highlights/highlight.ts';
import type { Answers, Outcome, Refusal, RequestOf } from '../../core/messages/requests.ts';
import { createBackups } from '../../storage/backups.ts';
import type { HighlightStore } from '../../storage/highlight-store.ts';
import type { KeyValues } from '../../storage/key-values.ts';
import { type Ledger, ledgerEntry, missingFrom, readLedger } from '../../storage/ledger.ts';

/**
 * Milliseconds after which a database that does not answer counts as failed, so that the reader is told: one that is
 * held by another version of us may not answer for ever.
 */
const PATIENCE = 8000;

/** What a highlight is saved with. */
export type Saving = Omit<RequestOf<'save-highlight'>, 'type'>;

/** The one writer of highlights. "Saved" is said only after the transaction is complete. */
export interface HighlightService {
  save(saving: Saving): Promise<Answers['save-highlight']>;
  change(id: string, remarks: Partial<Remarks>): Promise<Answers['change-highlight']>;
  remove(ids: readonly string[]): Promise<Outcome>;
  restore(ids: readonly string[]): Promise<Outcome>;
  purge(ids: readonly string[]): Promise<Outcome>;
  add(highlights: readonly Highlight[]): Promise<Answers['import-highlights']>;
  ofPage(key: string): Promise<Outcome<{ readonly highlights: readonly Highlight[] }>>;
  get(id: string): Promise<Outcome<{ readonly highlight: Highlight }>>;
  /** How many mention the entity; 0 when the store can't be read. */
  countMentioning(entity: string): Promise<number>;
  reportAnchoring(reports: readonly { id: string; anchoring: Anchoring }[]): Promise<null>;
  check(): Promise<Answers['check-highlights']>;
  acceptLoss(): Promise<Outcome>;
  noteExport(): Promise<null>;
  readBackup(id: string): Promise<Answers['read-backup']>;
}

export interface HighlightServiceParts {
  readonly store: HighlightStore;
  readonly storage: KeyValues;
  /** Ids of the entities that a passage names, for pages on which names are not marked. */
  recogniseIn(passage: string, date: string | undefined): Promise<string[]>;
  /** Called after each change, so that pages can show it. */
  changed(): void;
}

export function createHighlightService({
  store,
  storage,
  recogniseIn,
  changed,
}: HighlightServiceParts): HighlightService {
  const backups = createBackups(storage);
  let ledger: Promise<Ledger> | undefined;
  /** Changes of the ledger, one after the other. */
  let bookkeeping: Promise<unknown> = Promise.resolve();

  const attempt = async <T extends object>(work: () => Promise<T>): Promise<Outcome<T>> => {
    try {
      return { ok: true, ...(await withinTime(work())) };
    } catch (error) {
      console.error('Pishineh: the database of highlights failed.', error);
      return { ok: false, reason: reasonOf(error) };
    }
  };

  /**
   * Changes the ledger after all earlier changes of it. Its failure is no failure of the highlights: they are in their
   * database.
   */
  const book = (work: (ledger: Ledger) => Promise<Ledger>): Promise<void> => {
    const turn = bookkeeping.then(async () => {
      try {
        ledger = Promise.resolve(await work(await (ledger ?? readLedger(storage))));
      } catch (error) {
        ledger = undefined; // read again the next time
        console.warn('Pishineh: the ledger of highlights could not be written.', error);
      }
    });
    bookkeeping = turn;
    return turn;
  };
  /** Notes what was changed: in backups, and how many highlights there are to be from now on. */
  const note = (
    highlights: readonly Highlight[],
    saved = 0,
    expect: (before: Ledger) => Promise<Pick<Ledger, 'count' | 'canary'>> = async (before) => ({
      count: before.count + saved,
      canary: before.canary ?? (await store.canary()),
    }),
  ) => {
    if (highlights.length === 0) return;
    changed();
    void book(async (before) => {
      const next: Ledger = { ...before, ...(await expect(before)), sinceExport: before.sinceExport + saved };
      return backups.note(next, highlights, new Date().toISOString(), () => store.all());
    });
  };

  return {
    async save({ id, page, selectors, remarks, entities }) {
      const now = new Date().toISOString();
      const outcome = await attempt(async () => {
        const highlight: Highlight = {
          id,
          page,
          selectors,
          ...remarks,
          entities: entities ?? (await recogniseIn(selectors.quote.exact, page.date).catch(() => [])),
          created: now,
          modified: now,
          anchoring: { state: 'anchored' },
        };
        const { added } = await store.addMissing([highlight]);
        return { highlight: (await store.get(id)) ?? highlight, added };
      });
      if (!outcome.ok) return outcome;
      note(outcome.added, outcome.added.length);
      return { ok: true, highlight: outcome.highlight };
    },

    async change(id, remarks) {
      const outcome = await attempt(async () => ({
        highlight: await store.change(id, remarks, new Date().toISOString()),
      }));
      if (!outcome.ok) return outcome;
      const { highlight } = outcome;
      if (!highlight) return { ok: false, reason: 'unknown' };
      note([highlight]);
      return { ok: true, highlight };
    },

    async remove(ids) {
      const outcome = await attempt(async () => ({ rows: await store.setRemoved(ids, new Date().toISOString()) }));
      if (!outcome.ok) return outcome;
      note(outcome.rows);
      return { ok: true };
    },

    async restore(ids) {
      const outcome = await attempt(async () => ({ rows: await store.setRemoved(ids, undefined) }));
      if (!outcome.ok) return outcome;
      note(outcome.rows);
      return { ok: true };
    },

    async purge(ids) {
      const outcome = await attempt(async () => ({ gone: await store.purge(ids) }));
      if (!outcome.ok) return outcome;
      const { gone } = outcome;
      await book((before) => backups.forget({ ...before, count: Math.max(0, before.count - gone.length) }, gone));
      return { ok: true };
    },

    async add(highlights) {
      const outcome = await attempt(() => store.addMissing(highlights));
      if (!outcome.ok) return outcome;
      const { added } = outcome;
      // what is brought back after a loss was counted before, and this is the database from now on
      note(added, added.length, async ({ count }) => ({
        count: Math.max(count, await store.count()),
        canary: await store.canary(),
      }));
      return { ok: true, added: added.length, same: outcome.same };
    },

    ofPage: (key) => attempt(async () => ({ highlights: await store.ofPage(key) })),

    async get(id) {
      const outcome = await attempt(async () => ({ highlight: await store.get(id) }));
      if (!outcome.ok) return outcome;
      const { highlight } = outcome;
      return highlight ? { ok: true, highlight } : { ok: false, reason: 'unknown' };
    },

    countMentioning: (entity) => withinTime(store.countMentioning(entity)).catch(() => 0),

    async reportAnchoring(reports) {
      await attempt(async () => {
        await store.setAnchoring(reports);
        return {};
      });
      return null;
    },

    async check() {
      await bookkeeping;
      return attempt(async () => {
        const [count, canary] = [await store.count(), await store.canary()];
        let missing = 0;
        await book(async (before) => {
          missing = missingFrom(before, count, canary);
          if (missing > 0 || (before.canary === canary && before.count === count)) return before;
          // The ledger lags behind by what was saved just before the browser ended.
          const next = { ...before, canary, count };
          await storage.set(ledgerEntry(next));
          return next;
        });
        const { backups: kept, sinceExport, lastExport } = await (ledger ?? readLedger(storage));
        return { health: { count, missing, backups: kept, sinceExport, lastExport } };
      });
    },

    acceptLoss: () =>
      attempt(async () => {
        const [count, canary] = [await store.count(), await store.canary()];
        await book(async (before) => {
          const next = { ...before, count, canary };
          await storage.set(ledgerEntry(next));
          return next;
        });
        return {};
      }),

    async noteExport() {
      await book(async (before) => {
        const next = { ...before, sinceExport: 0, lastExport: new Date().toISOString() };
        await storage.set(ledgerEntry(next));
        return next;
      });
      return null;
    },

    async readBackup(id) {
      await bookkeeping;
      const outcome = await attempt(async () => ({
        highlights: await backups.read(await (ledger ?? readLedger(storage)), id),
      }));
      if (!outcome.ok) return outcome;
      const { highlights } = outcome;
      return highlights ? { ok: true, highlights } : { ok: false, reason: 'unknown' };
    },
  };
}

function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE} ms`)), PATIENCE);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Browsers say in several ways that the disk is full. */
function reasonOf(error: unknown): Refusal {
  const all = [error, (error as { inner?: unknown } | undefined)?.inner];
  const isFull = all.some(
    (one) =>
      one instanceof Error &&
      (one.name === 'QuotaExceededError' || /quota|no space|disk (is )?full/i.test(one.message)),
  );
  return isFull ? 'disk-full' : 'storage';
}
