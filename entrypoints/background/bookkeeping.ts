import type { Highlight } from '../../core/highlights/highlight.ts';
import type { Health } from '../../core/messages/requests.ts';
import type { Backups } from '../../storage/backups.ts';
import type { HighlightStore } from '../../storage/highlight-store.ts';
import type { KeyValues } from '../../storage/key-values.ts';
import { type Ledger, ledgerEntry, missingFrom, newLedger, readLedger } from '../../storage/ledger.ts';

/**
 * Keeps the ledger and the backups beside the database. Writes of the database and what is noted of them take turns, so
 * that a look at both never falls between the two.
 */
export interface Bookkeeping {
  /**
   * Runs a write of the database in its turn. Resolves as soon as that is done; the turn lasts until what is to be noted
   * `after` it is noted too.
   */
  inTurn<T>(write: () => Promise<{ readonly done: T; readonly after: Promise<void> }>): Promise<T>;
  /** Notes highlights as they are now, of which `saved` are new. To be called in a turn, as the next two. */
  noteChanged(highlights: readonly Highlight[], saved: number): Promise<void>;
  /** Notes highlights that were imported into a database that held `before`. */
  noteAdded(highlights: readonly Highlight[], before: number): Promise<void>;
  /** Notes what was deleted for good; the backups are cleaned afterwards. */
  notePurged(ids: readonly string[]): Promise<void>;
  /** Compares ledger and database. */
  check(): Promise<Health>;
  /** Takes the database as it is for whole. */
  acceptLoss(): Promise<void>;
  noteExport(): Promise<void>;
  readBackup(id: string): Promise<Highlight[] | undefined>;
}

export function createBookkeeping(store: HighlightStore, backups: Backups, storage: KeyValues): Bookkeeping {
  let last: Promise<unknown> = Promise.resolve();
  let ledger: Promise<Ledger> | undefined;

  const turn = (work: () => Promise<void>): Promise<void> => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
  const read = (): Promise<Ledger> => {
    ledger ??= readLedger(storage).then(async (found) => found ?? newLedger(storage, await backups.list()));
    ledger.catch(() => {
      ledger = undefined;
    });
    return ledger;
  };
  /** Changes the ledger. That it fails is no failure of the highlights: they are in their database. */
  const change = async (work: (before: Ledger) => Promise<Ledger>): Promise<void> => {
    try {
      ledger = Promise.resolve(await work(await read()));
    } catch (error) {
      ledger = undefined; // read again the next time
      console.warn('Pishineh: the ledger of highlights could not be written.', error);
    }
  };
  const put = async (next: Ledger): Promise<Ledger> => {
    await storage.set(ledgerEntry(next));
    return next;
  };
  const now = () => new Date().toISOString();
  const all = () => store.all();

  /** One backup in a turn, so that nobody waits for seven. */
  const clean = () => {
    void turn(async () => {
      const before = await read();
      await change(backups.cleanOne);
      if ((await read()) !== before) clean();
    });
  };

  return {
    inTurn: (write) =>
      new Promise((resolve, reject) => {
        void turn(async () => {
          try {
            const { done, after } = await write();
            resolve(done);
            await after;
          } catch (error) {
            reject(error);
          }
        });
      }),

    noteChanged: (highlights, saved) =>
      change(async (before) => {
        const canary = before.canary ?? (await store.canary());
        const next = { ...before, canary, count: before.count + saved, sinceExport: before.sinceExport + saved };
        return backups.note(next, highlights, now(), all);
      }),

    noteAdded: (highlights, held) =>
      change(async (before) => {
        const canary = await store.canary();
        // what is brought back after a loss was counted before
        const isLoss = missingFrom(before, held, canary) > 0;
        const [latest] = isLoss ? before.backups : [];
        const lost = new Set(((latest && (await backups.read(before, latest.id))) ?? []).map(({ id }) => id));
        const fresh = highlights.filter(({ id }) => !lost.has(id)).length;
        const count = before.count + fresh;
        const isWhole = held + highlights.length >= count;
        const next = {
          ...before,
          canary: isWhole ? canary : (before.canary ?? canary),
          count,
          sinceExport: before.sinceExport + fresh,
        };
        return backups.note(next, highlights, now(), all);
      }),

    async notePurged(ids) {
      await change((before) =>
        put({
          ...before,
          count: Math.max(0, before.count - ids.length),
          forgotten: [...new Set([...before.forgotten, ...ids])],
        }),
      );
      clean();
    },

    async check() {
      let health: Health | undefined;
      await turn(async () => {
        const [count, canary] = [await store.count(), await store.canary()];
        const missing = missingFrom(await read(), count, canary);
        await change(async (before) => {
          if (missing > 0) return before;
          const isNoted = before.canary === canary && before.count === count;
          const hasBackup = count === 0 || before.backups.length > 0;
          if (isNoted && hasBackup) return before;
          // what was saved just before the browser ended, or by an earlier version, is in no backup yet
          return backups.make({ ...before, canary, count }, now(), await store.all());
        });
        const { backups: kept, forgotten, sinceExport, lastExport } = await read();
        health = { count, missing, backups: kept, sinceExport, lastExport };
        if (forgotten.length > 0) clean();
      });
      if (!health) throw new Error('the ledger could not be compared');
      return health;
    },

    acceptLoss: () =>
      turn(async () => {
        const [count, canary] = [await store.count(), await store.canary()];
        await change((before) => put({ ...before, count, canary }));
      }),

    noteExport: () => turn(() => change((before) => put({ ...before, sinceExport: 0, lastExport: now() }))),

    // out of turn: it is needed most when the database does not answer
    readBackup: async (id) => backups.read(await read(), id),
  };
}
