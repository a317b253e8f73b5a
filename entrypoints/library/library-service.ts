import type { Answered, LibraryService } from '../../components/library/service.ts';
import type { Answers, RequestOf, RequestType } from '../../core/messages/requests.ts';
import { saveFile } from '../../platform/download.ts';
import { onHighlightsChanged } from '../../platform/highlights-news.ts';
import { ask } from '../../platform/messages/ask.ts';
import { readBackup } from '../../storage/backups.ts';
import type { HighlightStore } from '../../storage/highlight-store.ts';
import type { KeyValues } from '../../storage/key-values.ts';

/** Entities asked for at once: see `describe-entities`. */
const DESCRIBED_AT_ONCE = 2000;
/** Where it is remembered that the reminder of an export was put off: for this screen alone. */
const PUT_OFF = 'libraryReminderPutOff';

/** The requests whose outcome is a value. */
type WithOutcome = { [T in RequestType]: Answers[T] extends { readonly ok: boolean } ? T : never }[RequestType];

async function outcomeOf<T extends WithOutcome>(request: RequestOf<T>): Promise<Answers[T] | Answered<never>> {
  return ask(request).catch(() => ({ ok: false, reason: 'unanswered' }) as const);
}

/**
 * What the library asks: it reads the database itself, which is quicker for thousands of highlights than a message, and
 * has the background, which is the only writer, change it.
 */
export function createLibraryService(store: Pick<HighlightStore, 'all'>, storage: KeyValues): LibraryService {
  return {
    async readAll() {
      try {
        return { ok: true, highlights: await store.all() };
      } catch (error) {
        console.error('Pishineh: the database of highlights could not be read.', error);
        return { ok: false, reason: 'storage' };
      }
    },
    onChanged: onHighlightsChanged,
    change: (id, remarks) => outcomeOf({ type: 'change-highlight', id, remarks }),
    remove: (ids) => outcomeOf({ type: 'remove-highlights', ids: [...ids] }),
    restore: (ids) => outcomeOf({ type: 'restore-highlights', ids: [...ids] }),
    purge: (ids) => outcomeOf({ type: 'purge-highlights', ids: [...ids] }),
    add: (highlights) => outcomeOf({ type: 'import-highlights', highlights: [...highlights] }),
    check: () => outcomeOf({ type: 'check-highlights' }),
    acceptLoss: () => outcomeOf({ type: 'accept-loss' }),
    async noteExport() {
      await ask({ type: 'note-export' }).catch(() => null);
    },
    // read here: a large one is too much for a message, and it is needed most when the background fails
    async readBackup(id) {
      const highlights = await readBackup(storage, id).catch(() => undefined);
      return highlights ? { ok: true, highlights } : { ok: false, reason: 'unknown' };
    },
    open: (id) => outcomeOf({ type: 'open-highlight', id }),
    async describe(ids) {
      const parts = [];
      for (let from = 0; from < ids.length; from += DESCRIBED_AT_ONCE)
        parts.push(ids.slice(from, from + DESCRIBED_AT_ONCE));
      const answers = await Promise.all(
        parts.map((part) => ask({ type: 'describe-entities', ids: part }).catch(() => [])),
      );
      return answers.flat();
    },
    card: (id) => ask({ type: 'get-card', id, others: [] }).catch(() => null),
    copy: (text) =>
      navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
    saveFile: ({ name, type, content }) => saveFile(name, type, content),
    // a browser may deny us the storage: then the reminder comes again
    reminderPutOff() {
      try {
        return Number.parseInt(localStorage.getItem(PUT_OFF) ?? '', 10);
      } catch {
        return Number.NaN;
      }
    },
    putOffReminder() {
      try {
        localStorage.setItem(PUT_OFF, String(Date.now()));
      } catch {
        // it is put off for this visit
      }
    },
  };
}
