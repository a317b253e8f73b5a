import { h } from 'preact';
import { formatDate } from '../../components/format.ts';
import type { NoticeAction } from '../../components/Notice.tsx';
import { PassageEditor } from '../../components/PassageEditor.tsx';
import type { RemarksDraft } from '../../components/RemarksForm.tsx';
import { SelectionBar } from '../../components/SelectionBar.tsx';
import type { TextKey } from '../../components/texts.ts';
import type { OpenedBy } from '../../core/card/card-state.ts';
import type { Box } from '../../core/card/place-card.ts';
import type { Anchor } from '../../core/highlights/anchor.ts';
import type { HighlightColor } from '../../core/highlights/colors.ts';
import type { Highlight, Remarks, Selectors } from '../../core/highlights/highlight.ts';
import { LONGEST_PAGE, MOST_FOUND_AT_ONCE } from '../../core/highlights/limits.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { Annotations } from '../../page/annotations.ts';
import type { Painter } from '../../page/painting.ts';
import { boxesOf, hitTest, toRange } from '../../page/pointing.ts';
import { createSavedPassages, type SavedPassage } from '../../page/saved-passages.ts';
import { describeSelection } from '../../page/selecting.ts';
import { saveFile } from '../../platform/download.ts';
import { ask } from '../../platform/messages/ask.ts';
import { isPrivateWindow } from '../../platform/private-window.ts';
import { saveSettings } from '../../platform/settings.ts';
import { interfaceLanguage, text } from '../../platform/texts.ts';
import { copyText } from './copy-text.ts';
import { createPassageView } from './passage-view.ts';
import { citation, type Saved, type Selection, savePassage, shorten } from './save-passage.ts';
import { watchSelection } from './watch-selection.ts';

const BAR_WIDTH = 262;
/** With the reason why nothing can be saved. */
const PRIVATE_BAR_WIDTH = 330;
const EDITOR_WIDTH = 350;
/** Letters of a passage that a confirmation repeats. */
const ECHO = 60;
/** Milliseconds for which a passage that the reader came for stays marked. */
const POINTED_OUT = 2500;

export interface HighlighterSurroundings {
  readonly annotations: Annotations;
  readonly painter: Painter;
  readonly settings: Settings;
  readonly articleDate: string | undefined;
  /** Whether names are marked on this page. */
  readonly isAnnotating: boolean;
  readonly shadows: Iterable<ShadowRoot>;
  notify(message: string, actions?: readonly NoticeAction[]): void;
}

/** All that is done with highlights in a page: shown, made, edited, removed. */
export interface Highlighter {
  /** Shows the page's highlights in place of those before. @param wanted the one that the reader came for */
  show(highlights: readonly Highlight[], wanted: string | null): void;
  /** Saves what is selected in the colour used last; edits the saved passage under the caret where nothing is. */
  saveSelection(): Promise<void>;
  /** Forgets the page, as the address has changed. */
  clear(): void;
  remove(): void;
}

export function createHighlighter(around: HighlighterSurroundings): Highlighter {
  const language = interfaceLanguage();
  const view = createPassageView();
  const isPrivate = isPrivateWindow();
  const stopping = new AbortController();
  const day = (date: string) => formatDate(date, language);
  /** What the view shows: the toolbar of a selection, or the editor of a passage. */
  let selected: Selection | undefined;
  let edited: Editing | undefined;
  let wanted: string | null = null;

  const passages = createSavedPassages(document, around.painter, {
    find: findChanged,
    report: (reports) => void ask({ type: 'report-anchoring', reports }).catch(() => {}),
    looked: (isLast) => {
      showWanted(isLast);
      if (edited && !passages.get(edited.id)) close();
    },
  });

  const close = () => {
    selected = undefined;
    edited = undefined;
    view.hide();
  };

  // — saving

  const save = async (selection: Selection, remarks: Remarks): Promise<Highlight | undefined> => {
    const known = passages.same(selection.selectors);
    if (known) {
      // saved before: its colour is what the reader chose now
      if (known.color !== remarks.color) await change(known.id, { color: remarks.color });
      return passages.get(known.id)?.highlight;
    }
    const isStillSelected = noteSelection();
    const saved = await savePassage(selection, remarks, namedIn(selection.ranges, around), around.articleDate);
    if (!saved.ok) {
      await rescue(selection, saved.reason);
      return undefined;
    }
    passages.add(saved.highlight, selection.ranges);
    if (isStillSelected()) document.getSelection()?.removeAllRanges();
    if (around.settings.highlightColor !== remarks.color) void saveSettings({ highlightColor: remarks.color });
    return saved.highlight;
  };
  const plain = (color: HighlightColor): Remarks => ({ color, note: '', tags: [] });
  const saveAs = async (selection: Selection, color: HighlightColor) => {
    close();
    const highlight = await save(selection, plain(color));
    if (!highlight) return;
    around.notify(text('noticeSaved', shorten(highlight.selectors.quote.exact, ECHO)), [
      { label: text('barNote'), onClick: () => openEditor(highlight.id, 'key', true) },
      { label: text('undo'), onClick: () => void remove(highlight.id) },
    ]);
  };
  /** What can't be saved is kept where the reader can get at it. */
  const rescue = async (selection: Selection, reason: Refused) => {
    if (reason === 'private-window') return around.notify(text('noticePrivate'));
    const passage = citation(selection.selectors.quote.exact, around.articleDate, day);
    const isCopied = await copyText(passage);
    const download = () => saveFile('pishineh.txt', 'text/plain;charset=utf-8', passage);
    const copyAction = { label: text('rescueCopy'), onClick: () => void copy(passage) };
    around.notify(`${text(FAULTS[reason])} ${text(isCopied ? 'noticeOnClipboard' : 'noticeKeepIt')}`, [
      ...(isCopied ? [] : [copyAction]),
      { label: text('rescueDownload'), onClick: download },
    ]);
  };
  const copy = async (passage: string) => {
    around.notify(text((await copyText(passage)) ? 'copied' : 'copyFailed'));
  };

  // — the toolbar of a selection

  const showBar = (by: OpenedBy) => {
    if (!around.settings.selectionBar || edited?.isEditing) return;
    const selection = describeSelection(document);
    if (!selection.ok || isInEditable(document.getSelection()?.anchorNode)) return;
    edited = undefined;
    selected = selection;
    view.show({
      content: h(SelectionBar, {
        isPrivate,
        t: text,
        onSave: (color) => void saveAs(selection, color),
        onNote: () => void saveWithNote(selection),
        onCopy: () => {
          void copy(citation(selection.selectors.quote.exact, around.articleDate, day));
          close();
        },
      }),
      line: endOfSelection,
      width: isPrivate ? PRIVATE_BAR_WIDTH : BAR_WIDTH,
      by,
      canBeSheet: false,
      beside: (selection.ranges[0] as StaticRange).startContainer,
      settings: around.settings,
    });
  };
  const saveWithNote = async (selection: Selection) => {
    close();
    const highlight = await save(selection, plain(around.settings.highlightColor));
    if (highlight) openEditor(highlight.id, 'key', true);
  };

  // — the editor of a passage

  const openEditor = (id: string, by: OpenedBy, isEditing = false, at?: Box) => {
    const passage = passages.get(id);
    const [first] = passage?.ranges ?? [];
    if (!passage || !first) return;
    selected = undefined;
    edited = { id, isEditing, isSaving: false, fault: undefined, draft: undefined };
    view.show({
      content: editor(passage, edited),
      line: () => lineOf(passages.get(id), at),
      width: EDITOR_WIDTH,
      by,
      canBeSheet: true,
      beside: first.startContainer,
      settings: around.settings,
    });
    if (by === 'key') view.focus();
  };
  const editor = (passage: SavedPassage, editing: Editing) => {
    const { highlight, isExact } = passage;
    const { id } = highlight;
    return h(PassageEditor, {
      ...editing,
      highlight,
      isExact,
      isPrivate,
      knownTags: [],
      language,
      t: text,
      onColor: (color) => void change(id, { color }),
      onEdit: () => redraw({ isEditing: true, draft: undefined, fault: undefined }),
      onDraft: (draft) => {
        if (edited) edited = { ...edited, draft };
      },
      onSave: (remarks) => void change(id, remarks),
      onCancel: () => redraw({ isEditing: false, draft: undefined, fault: undefined }),
      onCopy: () => {
        const { quote } = highlight.selectors;
        void copyText(citation(quote.exact, highlight.page.date, day)).then((isDone) =>
          view.announce(text(isDone ? 'copied' : 'copyFailed')),
        );
      },
      onRemove: () => void remove(id),
      onClose: close,
    });
  };
  const redraw = (changes: Partial<Editing>) => {
    const passage = edited && passages.get(edited.id);
    if (!edited || !passage) return;
    edited = { ...edited, ...changes };
    view.redraw(editor(passage, edited));
  };
  const change = async (id: string, remarks: Partial<Remarks>) => {
    redraw({ isSaving: true, fault: undefined });
    const answer = await ask({ type: 'change-highlight', id, remarks }).catch(disconnected);
    if (!answer.ok) return redraw({ isSaving: false, fault: text(FAULTS[answer.reason]) });
    passages.change(answer.highlight);
    redraw({ isSaving: false, isEditing: false, draft: undefined });
    if (remarks.color) void saveSettings({ highlightColor: remarks.color });
  };
  const remove = async (id: string) => {
    const answer = await ask({ type: 'remove-highlights', ids: [id] }).catch(disconnected);
    if (!answer.ok) return around.notify(text(FAULTS[answer.reason]));
    close();
    around.notify(text('noticeRemoved'), [{ label: text('undo'), onClick: () => void restore(id) }]);
  };
  const restore = async (id: string) => {
    const answer = await ask({ type: 'restore-highlights', ids: [id] }).catch(disconnected);
    if (!answer.ok) around.notify(text(FAULTS[answer.reason]));
  };

  // — what the reader came for

  const showWanted = (isLast: boolean) => {
    if (wanted === null) return;
    const range = passages.get(wanted)?.ranges[0];
    if (!range) {
      if (isLast) around.notify(text('noticeNotHere'));
      if (isLast) wanted = null;
      return;
    }
    wanted = null;
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    around.painter.add('current', range);
    setTimeout(() => around.painter.remove('current', range), POINTED_OUT);
  };

  // — pointer and keys

  const stopWatching = watchSelection(document, {
    settled: showBar,
    isOurs: (event) => view.contains(event),
    gone: () => {
      if (selected) close();
    },
  });
  const options = { signal: stopping.signal };
  document.addEventListener(
    'click',
    (event) => {
      if (view.contains(event) || event.button !== 0 || event.defaultPrevented) return;
      if (edited?.isEditing) return; // what is being written stays until it is saved or given up
      const hit = passageUnder(event);
      if (hit) openEditor(hit.id, event.pointerType === 'touch' ? 'touch' : 'pointer', false, hit.line);
      else if (edited) close();
    },
    options,
  );
  const passageUnder = (event: PointerEvent): { id: string; line: Box } | undefined => {
    const { clientX: x, clientY: y } = event;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return undefined;
    if (document.getSelection()?.isCollapsed === false) return undefined;
    const [target] = event.composedPath();
    if (target instanceof Element && target.closest(CLICKABLE)) return undefined;
    // a finger on a name asks for its card
    if (event.pointerType === 'touch' && hitTest(x, y, around.annotations, around.shadows)) return undefined;
    const hit = hitTest(x, y, passages, around.shadows);
    return hit && { id: hit.mark.passage.highlight.id, line: hit.line };
  };
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !view.isShown || edited?.isEditing) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      close();
    },
    { ...options, capture: true },
  );
  const follow = (event: Event) => {
    if (view.isShown && !view.contains(event) && !edited?.isEditing) view.follow();
  };
  window.addEventListener('scroll', follow, { ...options, passive: true, capture: true });
  window.addEventListener('resize', follow, options);

  return {
    show(highlights, toBeShown) {
      wanted = toBeShown ?? wanted;
      passages.show(highlights);
      if (edited && !passages.get(edited.id)) close();
      else redraw({});
    },
    async saveSelection() {
      const selection = describeSelection(document);
      if (selection.ok) {
        if (isPrivate) return around.notify(text('noticePrivate'));
        return saveAs(selection, around.settings.highlightColor);
      }
      const caret = document.getSelection();
      const here = caret?.anchorNode ? passages.at(caret.anchorNode, caret.anchorOffset) : undefined;
      if (here && selection.reason === 'nothing-selected') openEditor(here.passage.highlight.id, 'key');
      else around.notify(text(UNSELECTED[selection.reason]));
    },
    clear() {
      close();
      wanted = null;
      passages.clear();
    },
    remove() {
      stopWatching();
      stopping.abort();
      passages.clear();
      view.remove();
    },
  };
}

/** Has the background look for passages that have changed; undefined when it can't. */
async function findChanged(text: string, passages: readonly Selectors[]): Promise<readonly Anchor[] | undefined> {
  if (text.length > LONGEST_PAGE) return undefined;
  const found: Anchor[] = [];
  try {
    for (let at = 0; at < passages.length; at += MOST_FOUND_AT_ONCE) {
      const portion = passages.slice(at, at + MOST_FOUND_AT_ONCE);
      found.push(...(await ask({ type: 'find-passages', text, passages: portion })));
    }
    return found;
  } catch {
    return undefined;
  }
}

/** How far the editing of a passage has come. */
interface Editing {
  readonly id: string;
  readonly isEditing: boolean;
  readonly isSaving: boolean;
  readonly fault: string | undefined;
  readonly draft: RemarksDraft | undefined;
}

type Refused = Extract<Saved, { ok: false }>['reason'];
const FAULTS = {
  'private-window': 'noticePrivate',
  storage: 'noticeStorage',
  'disk-full': 'noticeDiskFull',
  unknown: 'noticeGone',
  disconnected: 'noticeDisconnected',
} as const satisfies Record<Refused, TextKey>;
const UNSELECTED = {
  'nothing-selected': 'noticeNothingSelected',
  outside: 'noticeOutside',
  'too-long': 'noticeTooLong',
} as const satisfies Record<string, TextKey>;

/** What a click is meant for, and not the passage that it stands in. */
const CLICKABLE = 'a, button, input, select, textarea, label, summary, video, audio, [contenteditable]';

function disconnected(): { readonly ok: false; readonly reason: 'disconnected' } {
  return { ok: false, reason: 'disconnected' };
}

/** The ids of the entities marked in the ranges; null where names are not marked. */
function namedIn(
  ranges: readonly StaticRange[],
  { annotations, isAnnotating }: HighlighterSurroundings,
): string[] | null {
  if (!isAnnotating) return null;
  const live = ranges.flatMap((range) => toRange(range) ?? []);
  const touches = (other: StaticRange) => {
    const mention = toRange(other);
    return live.some(
      (range) =>
        mention !== undefined &&
        range.compareBoundaryPoints(Range.START_TO_END, mention) > 0 &&
        range.compareBoundaryPoints(Range.END_TO_START, mention) < 0,
    );
  };
  const named = annotations.briefing().map(({ id }) => id);
  return named.filter((id) => annotations.mentionsOf(id).some(({ range }) => touches(range)));
}

/** Tells later whether the same is selected still: the reader may have begun anew meanwhile. */
function noteSelection(): () => boolean {
  const ends = () => {
    const selection = document.getSelection();
    return [selection?.anchorNode, selection?.anchorOffset, selection?.focusNode, selection?.focusOffset];
  };
  const before = ends();
  return () => ends().every((end, index) => end === before[index]);
}

/** The line in which the reader has ended the selection. */
function endOfSelection(): Box | undefined {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  const boxes = [...selection.getRangeAt(0).getClientRects()].filter(({ width }) => width > 0);
  return boxes.at(-1);
}

/** The line of the passage at which it was clicked; its first one otherwise. */
function lineOf(passage: SavedPassage | undefined, at: Box | undefined): Box | undefined {
  const boxes = (passage?.ranges ?? []).flatMap((range) => boxesOf(range));
  return boxes.find(({ top }) => at && Math.abs(top - at.top) < 2) ?? boxes[0];
}

function isInEditable(node: Node | null | undefined): boolean {
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest('input, textarea, [contenteditable]') != null;
}
