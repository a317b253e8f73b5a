import type { Highlight } from '../../core/highlights/highlight.ts';
import type { Health } from '../../core/messages/requests.ts';
import { type Backups, sinceKey } from '../../storage/backups.ts';
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
}

export function createBookkeeping(store: HighlightStore, backups: Backups, storage: KeyValues): Bookkeeping {
  let last: Promise<unknown> = Promise.resolve();
  let ledger: Promise<Ledger> | undefined;

  const turn = (work: () => Promise<unknown>): Promise<unknown> => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
  const readNow = (): Promise<Ledger> => {
    ledger ??= readLedger(storage).then(async (found) => found ?? newLedger(storage, await backups.list()));
    ledger.catch(() => {
      ledger = undefined;
    });
    return ledger;
  };
  /** Changes the ledger. That it fails is no failure of the highlights: they are in their database. */
  const change = async (work: (before: Ledger) => Promise<Ledger>): Promise<Ledger | undefined> => {
    try {
      const next = await work(await readNow());
      ledger = Promise.resolve(next);
      return next;
    } catch (error) {
      ledger = undefined; // read again the next time
      console.warn('Pishineh: the ledger of highlights could not be written.', error);
      return undefined;
    }
  };
  const put = async (next: Ledger): Promise<Ledger> => {
    await storage.set(ledgerEntry(next));
    return next;
  };
  const now = () => new Date().toISOString();

  /** Keys of changes that were noted while a whole backup was being made: it does not hold them. */
  let meanwhile: Set<string> | undefined;
  const note = async (next: Ledger, highlights: readonly Highlight[]): Promise<Ledger> => {
    for (const { id } of highlights) meanwhile?.add(sinceKey(id));
    const noted = await backups.note(next, highlights);
    if (noted.backups[0]?.made.slice(0, 10) !== now().slice(0, 10)) void makeWhole();
    return noted;
  };
  /** Makes a whole backup. Others write while it is packed, which takes seconds where there are many. */
  const makeWhole = async () => {
    if (meanwhile) return;
    const touched = new Set<string>();
    meanwhile = touched;
    try {
      let read: { at: string; rows: readonly Highlight[]; since: readonly string[]; ledger: Ledger } | undefined;
      await turn(async () => {
        read = { at: now(), rows: await store.all(), since: await backups.since(), ledger: await readNow() };
        touched.clear();
      });
      if (!read) return;
      const { at, since, rows } = read;
      const packed = await backups.pack(read.ledger, rows);
      await turn(() =>
        change((before) =>
          backups.keep(
            before,
            at,
            packed,
            since.filter((key) => !touched.has(key)),
          ),
        ),
      );
    } catch (error) {
      console.warn('Pishineh: no backup of the highlights could be made.', error);
    } finally {
      meanwhile = undefined;
      clean();
    }
  };

  /** Cleans one backup in a turn, so that nobody waits for seven. One that is being made is waited for. */
  const clean = () => {
    void turn(async () => {
      const { forgotten } = await readNow();
      if (forgotten.length === 0 || meanwhile) return;
      const next = await change(backups.cleanOne);
      if (next && next.forgotten.length > 0) clean();
    }).catch((error) => console.warn('Pishineh: a backup of the highlights could not be cleaned.', error));
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

    async noteChanged(highlights, saved) {
      await change(async (before) => {
        const canary = before.canary ?? (await store.canary());
        const next = { ...before, canary, count: before.count + saved, sinceExport: before.sinceExport + saved };
        return note(next, highlights);
      });
    },

    async noteAdded(highlights, held) {
      await change(async (before) => {
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
        return note(next, highlights);
      });
    },

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
      let isBackupDue = false;
      await turn(async () => {
        const [count, canary] = [await store.count(), await store.canary()];
        const missing = missingFrom(await readNow(), count, canary);
        await change(async (before) => {
          if (missing > 0) return before;
          const isNoted = before.canary === canary && before.count === count;
          // what was saved just before the browser ended, or by an earlier version, is in no backup yet
          isBackupDue = count > 0 && !(isNoted && before.backups.length > 0);
          return isNoted ? before : put({ ...before, canary, count });
        });
        const { backups: kept, count: held, forgotten, sinceExport, lastExport } = await readNow();
        // the latest is given back with what was changed since
        const hasMore = (await backups.since()).length > 0;
        const offered = kept.map((one, index) => (index === 0 && hasMore ? { ...one, count: held } : one));
        health = { count, missing, backups: offered, sinceExport, lastExport };
        if (forgotten.length > 0) clean();
      });
      if (isBackupDue) void makeWhole();
      if (!health) throw new Error('the ledger could not be compared');
      return health;
    },

    async acceptLoss() {
      await turn(async () => {
        const [count, canary] = [await store.count(), await store.canary()];
        await change((before) => put({ ...before, count, canary }));
      });
    },

    async noteExport() {
      await turn(() => change((before) => put({ ...before, sinceExport: 0, lastExport: now() })));
    },
  };
}
