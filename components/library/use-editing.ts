import { useEffect, useState } from 'preact/hooks';
import type { Highlight, Remarks } from '../../core/highlights/highlight.ts';
import { draftOf, type RemarksDraft } from '../RemarksForm.tsx';
import type { Texts } from '../texts.ts';
import type { Editing } from './PassageItem.tsx';
import { type LibraryService, TROUBLE_TEXTS } from './service.ts';
import type { Passages } from './use-passages.ts';

/** The forms that are open. What is typed stays here, whatever becomes of the rows that show them. */
export interface Edits {
  /** By the id of the highlight. */
  readonly open: ReadonlyMap<string, Editing>;
  edit(highlight: Highlight): void;
  keepDraft(id: string, draft: RemarksDraft): void;
  /** Closes the form once it is stored; else says why it is not. */
  save(id: string, changes: Partial<Remarks>): Promise<void>;
  cancel(id: string): void;
}

export function useEditing(service: LibraryService, { patch }: Passages, t: Texts): Edits {
  const [open, setOpen] = useState<ReadonlyMap<string, Editing>>(new Map());

  const change = (id: string, changes: Partial<Editing>) =>
    setOpen((all) => {
      const editing = all.get(id);
      return editing ? new Map(all).set(id, { ...editing, ...changes }) : all;
    });
  const cancel = (id: string) => setOpen((all) => new Map([...all].filter(([one]) => one !== id)));

  const hasTyped = [...open.values()].some(({ isTyped }) => isTyped);
  useEffect(() => {
    if (!hasTyped) return;
    // the browser asks the reader whether to leave
    const keepOpen = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', keepOpen);
    return () => window.removeEventListener('beforeunload', keepOpen);
  }, [hasTyped]);

  return {
    open,
    edit: (highlight) =>
      setOpen((all) =>
        new Map(all).set(highlight.id, {
          draft: draftOf(highlight),
          isTyped: false,
          isSaving: false,
          fault: undefined,
        }),
      ),
    keepDraft: (id, draft) => change(id, { draft, isTyped: true }),
    async save(id, changes) {
      change(id, { isSaving: true, fault: undefined });
      const answer = await service.change(id, changes);
      if (!answer.ok) return change(id, { isSaving: false, fault: t(TROUBLE_TEXTS[answer.reason]) });
      patch([id], () => answer.highlight);
      cancel(id);
    },
    cancel,
  };
}
