import { h } from 'preact';
import { formatDate } from '../../components/format.ts';
import { PassageEditor } from '../../components/PassageEditor.tsx';
import type { RemarksDraft } from '../../components/RemarksForm.tsx';
import type { OpenedBy } from '../../core/card/card-state.ts';
import type { Box } from '../../core/card/place-card.ts';
import { cite } from '../../core/highlights/citation.ts';
import type { Remarks } from '../../core/highlights/highlight.ts';
import { boxesOf } from '../../page/pointing.ts';
import type { SavedPassage, SavedPassages } from '../../page/saved-passages.ts';
import { ask } from '../../platform/messages/ask.ts';
import { isPrivateWindow } from '../../platform/private-window.ts';
import { saveSettings } from '../../platform/settings.ts';
import { copyText } from './copy-text.ts';
import { disconnected, FAULT_TEXTS } from './faults.ts';
import type { HighlighterSurroundings } from './highlighter.ts';
import type { PassageView } from './passage-view.ts';
import { interfaceLanguage, text } from './texts.ts';

const WIDTH = 350;
/** With the form of note and tags. */
const HEIGHT = 330;

/** How far the editing of a passage has come. */
interface Editing {
  readonly id: string;
  /** Whether note and tags are being written. */
  readonly isEditing: boolean;
  readonly isSaving: boolean;
  readonly fault: string | undefined;
  readonly draft: RemarksDraft | undefined;
}

export interface OpenEditor {
  readonly by: OpenedBy;
  /** Whether note and tags are to be written at once. */
  readonly isEditing?: boolean;
  /** The line at which the passage was clicked. */
  readonly line?: Box;
}

/** Edits saved passages where they stand. */
export interface Editor {
  /** Whether note and tags are being written: what was typed must not go by a click beside it. */
  readonly isWriting: boolean;
  open(id: string, how: OpenEditor): void;
  /** Tells whether it was stored; the reader was told when not. What is being written of a passage stays. */
  change(id: string, remarks: Partial<Remarks>): Promise<boolean>;
  remove(id: string): Promise<void>;
  /** Draws what the passage is now; closes when it is gone. */
  refresh(): void;
  close(): void;
}

export function createEditor(around: HighlighterSurroundings, view: PassageView, passages: SavedPassages): Editor {
  const language = interfaceLanguage();
  const isPrivate = isPrivateWindow();
  let now: Editing | undefined;

  const content = ({ highlight, isExact }: SavedPassage, editing: Editing) => {
    const { id, selectors, page } = highlight;
    return h(PassageEditor, {
      ...editing,
      highlight,
      isExact,
      isPrivate,
      knownTags: passages.tags(),
      language,
      t: text,
      onColor: (color) => void change(id, { color }),
      onEdit: () => redraw({ isEditing: true, draft: undefined, fault: undefined }),
      onDraft: (draft) => {
        if (now) now = { ...now, draft };
      },
      onSave: (remarks) => void saveWritten(id, remarks),
      onCancel: () => redraw({ isEditing: false, draft: undefined, fault: undefined }),
      onCopy: () => void copy(cite(selectors.quote.exact, page, (date) => formatDate(date, language))),
      onRemove: () => void remove(id),
      onClose: close,
    });
  };
  const redraw = (changes: Partial<Editing>) => {
    const passage = now && passages.get(now.id);
    if (!now || !passage) return;
    now = { ...now, ...changes };
    view.redraw(content(passage, now));
  };
  const close = () => {
    if (!now) return;
    now = undefined;
    view.hide();
  };
  const copy = async (passage: string) => {
    view.announce(text((await copyText(passage)) ? 'copied' : 'copyFailed'));
  };
  const change = async (id: string, remarks: Partial<Remarks>) => {
    const answer = await ask({ type: 'change-highlight', id, remarks }).catch(disconnected);
    if (answer.ok) passages.change(answer.highlight);
    const fault = answer.ok ? undefined : text(FAULT_TEXTS[answer.reason]);
    // another passage may have been opened meanwhile
    if (now?.id === id) redraw({ fault });
    else if (fault !== undefined) around.notify(fault);
    if (answer.ok && remarks.color) void saveSettings({ highlightColor: remarks.color });
    return answer.ok;
  };
  const saveWritten = async (id: string, remarks: Partial<Remarks>) => {
    redraw({ isSaving: true, fault: undefined });
    const isStored = Object.keys(remarks).length === 0 || (await change(id, remarks));
    if (now?.id !== id) return;
    redraw(isStored ? { isSaving: false, isEditing: false, draft: undefined } : { isSaving: false });
  };
  const remove = async (id: string) => {
    const answer = await ask({ type: 'remove-highlights', ids: [id] }).catch(disconnected);
    if (!answer.ok) return around.notify(text(FAULT_TEXTS[answer.reason]));
    close();
    around.notify(text('noticeRemoved'), [{ label: text('undo'), onClick: () => void restore(id) }]);
  };
  const restore = async (id: string) => {
    const answer = await ask({ type: 'restore-highlights', ids: [id] }).catch(disconnected);
    if (!answer.ok) around.notify(text(FAULT_TEXTS[answer.reason]));
  };

  return {
    get isWriting() {
      return now?.isEditing ?? false;
    },
    open(id, { by, isEditing = false, line }) {
      const passage = passages.get(id);
      const [first] = passage?.ranges ?? [];
      if (!passage || !first) return;
      now = { id, isEditing: isEditing && !isPrivate, isSaving: false, fault: undefined, draft: undefined };
      view.show({
        content: content(passage, now),
        line: () => lineOf(passages.get(id), line),
        width: WIDTH,
        height: HEIGHT,
        by,
        canBeSheet: true,
        beside: first.startContainer,
        settings: around.settings,
      });
      if (by === 'key' && !isEditing) view.focus();
    },
    change,
    remove,
    refresh() {
      if (now && !passages.get(now.id)) close();
      else redraw({});
    },
    close,
  };
}

/** The line of the passage at which it was clicked; its first one otherwise. */
function lineOf(passage: SavedPassage | undefined, at: Box | undefined): Box | undefined {
  const boxes = (passage?.ranges ?? []).flatMap((range) => boxesOf(range));
  return boxes.find(({ top }) => at && Math.abs(top - at.top) < 2) ?? boxes[0];
}
