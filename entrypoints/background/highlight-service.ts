import type { Anchoring, Highlight, Remarks } from '../../core/highlights/highlight.ts';
import type { Answers, Outcome, Refusal, RequestOf } from '../../core/messages/requests.ts';
import { createBackups } from '../../storage/backups.ts';
import type { HighlightStore } from '../../storage/highlight-store.ts';
import type { KeyValues } from '../../storage/key-values.ts';
import { createBookkeeping } from './bookkeeping.ts';

/**
 * Milliseconds after which a database that does not answer counts as failed, so that the reader is told: one that is
 * held by another version of us may not answer for ever.
 */
const PATIENCE = 8000;
/** Milliseconds that a card waits to be told how many highlights mention its entity. */
const PATIENCE_OF_CARDS = 200;

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
  /** How many mention the entity; 0 when the store can't be read, or not soon enough. */
  countMentioning(entity: string): Promise<number>;
  reportAnchoring(reports: readonly { id: string; anchoring: Anchoring }[]): Promise<null>;
  check(): Promise<Answers['check-highlights']>;
  acceptLoss(): Promise<Outcome>;
  noteExport(): Promise<null>;
}

export interface HighlightServiceParts {
  readonly store: HighlightStore;
  readonly storage: KeyValues;
  /** Ids of the entities that a passage names, for pages on which names are not marked. */
  recogniseIn(passage: string, date: string | undefined): Promise<string[]>;
  /** Called after each change, so that pages can show it. */
  changed(): void;
  /** Called when the database fails. */
  failed(): void;
}

export function createHighlightService(parts: HighlightServiceParts): HighlightService {
  const { store, storage, recogniseIn, changed, failed } = parts;
  const books = createBookkeeping(store, createBackups(storage), storage);

  const attempt = async <T extends object>(work: () => Promise<T>): Promise<Outcome<T>> => {
    try {
      return { ok: true, ...(await withinTime(work(), PATIENCE)) };
    } catch (error) {
      console.error('Pishineh: the database of highlights failed.', error);
      failed();
      return { ok: false, reason: reasonOf(error) };
    }
  };
  /** Writes in its turn; `note` is told of what was written, however late that was. */
  const write = <T extends object>(work: () => Promise<T>, note: (done: T) => Promise<void>): Promise<Outcome<T>> =>
    attempt(() =>
      books.inTurn(async () => {
        const done = await work();
        return { done, after: note(done) };
      }),
    );
  const noteChanged = async (highlights: readonly Highlight[]) => {
    if (highlights.length === 0) return;
    changed();
    await books.noteChanged(highlights, 0);
  };
  const known = <T extends object>(
    outcome: Outcome<{ readonly found: T | undefined }>,
  ): Outcome<{ readonly highlight: T }> => {
    if (!outcome.ok) return outcome;
    const { found } = outcome;
    return found ? { ok: true, highlight: found } : { ok: false, reason: 'unknown' };
  };

  return {
    async save({ id, page, selectors, remarks, entities }) {
      const now = new Date().toISOString();
      const named = entities ?? (await recogniseIn(selectors.quote.exact, page.date).catch(() => []));
      const highlight: Highlight = {
        id,
        page,
        selectors,
        ...remarks,
        entities: named,
        created: now,
        modified: now,
        anchoring: { state: 'anchored' },
      };
      const outcome = await write(
        async () => {
          const { added } = await store.addMissing([highlight]);
          return { highlight: (await store.get(id)) ?? highlight, added };
        },
        // noted also when it was there already: the one who wrote it may have been stopped before
        async ({ highlight: saved, added }) => {
          changed();
          await books.noteChanged([saved], added.length);
        },
      );
      return outcome.ok ? { ok: true, highlight: outcome.highlight } : outcome;
    },

    change: async (id, remarks) =>
      known(
        await write(
          async () => ({ found: await store.change(id, remarks, new Date().toISOString()) }),
          async ({ found }) => noteChanged(found ? [found] : []),
        ),
      ),

    async remove(ids) {
      const outcome = await write(
        async () => ({ rows: await store.setRemoved(ids, new Date().toISOString()) }),
        ({ rows }) => noteChanged(rows),
      );
      return outcome.ok ? { ok: true } : outcome;
    },

    async restore(ids) {
      const outcome = await write(
        async () => ({ rows: await store.setRemoved(ids, undefined) }),
        ({ rows }) => noteChanged(rows),
      );
      return outcome.ok ? { ok: true } : outcome;
    },

    async purge(ids) {
      const outcome = await write(
        async () => ({ gone: await store.purge(ids) }),
        async ({ gone }) => {
          if (gone.length === 0) return;
          changed();
          await books.notePurged(gone);
        },
      );
      return outcome.ok ? { ok: true } : outcome;
    },

    async add(highlights) {
      const outcome = await write(
        async () => {
          const before = await store.count();
          return { ...(await store.addMissing(highlights)), before };
        },
        async ({ added, before }) => {
          if (added.length === 0) return;
          changed();
          await books.noteAdded(added, before);
        },
      );
      return outcome.ok ? { ok: true, added: outcome.added.length, same: outcome.same } : outcome;
    },

    ofPage: (key) => attempt(async () => ({ highlights: await store.ofPage(key) })),
    get: async (id) => known(await attempt(async () => ({ found: await store.get(id) }))),
    countMentioning: (entity) => withinTime(store.countMentioning(entity), PATIENCE_OF_CARDS).catch(() => 0),

    async reportAnchoring(reports) {
      await attempt(async () => {
        await store.setAnchoring(reports);
        return {};
      });
      return null;
    },

    check: () => attempt(async () => ({ health: await books.check() })),
    acceptLoss: () =>
      attempt(async () => {
        await books.acceptLoss();
        return {};
      }),
    async noteExport() {
      await books.noteExport();
      return null;
    },
  };
}

function withinTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
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
