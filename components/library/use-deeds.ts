import { useState } from 'preact/hooks';
import type { Highlight } from '../../core/highlights/highlight.ts';
import { formatNumber } from '../format.ts';
import type { TextKey } from '../texts.ts';
import type { Locale } from './language.ts';
import { type Answered, type LibraryService, TROUBLE_TEXTS } from './service.ts';
import type { Done } from './UndoBar.tsx';
import type { Passages } from './use-passages.ts';

/** What the reader does with passages, and what came of it last. */
export interface Deeds {
  readonly done: Done | undefined;
  /** Why the last deed was not done, in words. */
  readonly fault: string | undefined;
  /** True when it was done, as are the next two. */
  remove(ids: readonly string[]): Promise<boolean>;
  restore(ids: readonly string[]): Promise<boolean>;
  purge(ids: readonly string[]): Promise<boolean>;
  open(id: string): Promise<void>;
  copy(text: string): Promise<void>;
  /** Says that something was done, or why not. */
  tell(message: string): void;
  complain(message: string): void;
  forget(): void;
}

/** Asks for changes, and shows each only after the store has made it. */
export function useDeeds(service: LibraryService, { patch }: Passages, { language, t }: Locale): Deeds {
  const [done, setDone] = useState<Done>();
  const [fault, setFault] = useState<string>();

  const tell = (message: string, undo?: () => void) => {
    setFault(undefined);
    setDone({ message, undo });
  };
  const complain = (message: string) => {
    setDone(undefined);
    setFault(message);
  };
  /** True when it was done. */
  const attempt = async (answer: Promise<Answered>): Promise<boolean> => {
    const { ok, ...rest } = await answer;
    if (!ok && 'reason' in rest) complain(t(TROUBLE_TEXTS[rest.reason]));
    return ok;
  };
  const told = (text: TextKey, ids: readonly string[]) => t(text, formatNumber(ids.length, language));

  const restore = async (ids: readonly string[]) => {
    if (!(await attempt(service.restore(ids)))) return false;
    patch(ids, ({ removed: _, ...highlight }: Highlight) => highlight);
    tell(told('libraryRestored', ids));
    return true;
  };

  return {
    done,
    fault,
    async remove(ids) {
      if (!(await attempt(service.remove(ids)))) return false;
      const removed = new Date().toISOString();
      patch(ids, (highlight) => ({ ...highlight, removed }));
      tell(told('libraryRemoved', ids), () => void restore(ids));
      return true;
    },
    restore,
    async purge(ids) {
      if (!(await attempt(service.purge(ids)))) return false;
      patch(ids, () => undefined);
      tell(told('libraryPurged', ids));
      return true;
    },
    async open(id) {
      await attempt(service.open(id));
    },
    async copy(text) {
      if (await service.copy(text)) tell(t('copied'));
      else complain(t('libraryNotCopied'));
    },
    tell,
    complain,
    forget() {
      setDone(undefined);
      setFault(undefined);
    },
  };
}
