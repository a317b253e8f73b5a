import { h } from 'preact';
import type { NoticeAction } from '../../components/Notice.tsx';
import { SelectionBar } from '../../components/SelectionBar.tsx';
import type { TextKey } from '../../components/texts.ts';
import type { OpenedBy } from '../../core/card/card-state.ts';
import type { Box } from '../../core/card/place-card.ts';
import type { HighlightColor } from '../../core/highlights/colors.ts';
import type { Highlight } from '../../core/highlights/highlight.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { Annotations } from '../../page/annotations.ts';
import type { Painter } from '../../page/painting.ts';
import { hitTest } from '../../page/pointing.ts';
import { createSavedPassages, type SavedPassagesSurroundings } from '../../page/saved-passages.ts';
import { describeSelection } from '../../page/selecting.ts';
import { ask } from '../../platform/messages/ask.ts';
import { isPrivateWindow } from '../../platform/private-window.ts';
import { createEditor } from './editor.ts';
import { findChanged } from './find-changed.ts';
import { endOfSelection, isWriting } from './page-selection.ts';
import { createPassageView } from './passage-view.ts';
import { type Selection, shorten } from './save-passage.ts';
import { createSaver } from './saver.ts';
import { text } from './texts.ts';
import { watchSelection } from './watch-selection.ts';

const BAR_WIDTH = 262;
/** With the reason why nothing can be saved. */
const PRIVATE_BAR_WIDTH = 330;
/** Letters of a passage that a confirmation repeats. */
const ECHO = 60;
/** Milliseconds for which a passage that the reader came for stays marked. */
const POINTED_OUT = 2500;
/** What a click is meant for, and not the passage that it stands in. */
const CLICKABLE = 'a, button, input, select, textarea, label, summary, video, audio, [contenteditable]';

export interface HighlighterSurroundings {
  readonly annotations: Annotations;
  readonly painter: Painter;
  readonly settings: Settings;
  /** What tells the page from others. */
  readonly pageKey: string;
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
  const view = createPassageView();
  const isPrivate = isPrivateWindow();
  const stopping = new AbortController();
  /** Whether the view is the toolbar of a selection. */
  let isBarShown = false;
  let wanted: string | null = null;

  const report: SavedPassagesSurroundings['report'] = (reports) =>
    void ask({ type: 'report-anchoring', reports }).catch(() => {});
  const passages = createSavedPassages(document, around.painter, {
    find: findChanged,
    report,
    looked: (isLast) => showWanted(isLast),
  });
  const editor = createEditor(around, view, passages);
  const saver = createSaver(around, passages, (id, color) => editor.change(id, { color }));

  const closeBar = () => {
    if (isBarShown) view.hide();
    isBarShown = false;
  };
  const openEditor: typeof editor.open = (id, how) => {
    closeBar();
    editor.open(id, how);
  };
  const save = async (selection: Selection, color: HighlightColor) => {
    closeBar();
    const kept = await saver.save(selection, color);
    if (!kept) return;
    const { highlight, colorBefore } = kept;
    const { id } = highlight;
    const note = { label: text('barNote'), onClick: () => openEditor(id, { by: 'key', isEditing: true }) };
    const undo = (onClick: () => void) => ({ label: text('undo'), onClick });
    const said = text('noticeSaved', shorten(highlight.selectors.quote.exact, ECHO));
    // what was saved before keeps its note: only the colour is taken back
    if (colorBefore === undefined) around.notify(said, [note, undo(() => void editor.remove(id))]);
    else if (colorBefore === highlight.color) around.notify(said);
    else around.notify(said, [undo(() => void editor.change(id, { color: colorBefore }))]);
  };
  const saveWithNote = async (selection: Selection) => {
    closeBar();
    const known = passages.same(selection.selectors);
    const highlight = known ?? (await saver.save(selection, around.settings.highlightColor))?.highlight;
    if (highlight) openEditor(highlight.id, { by: 'key', isEditing: true });
  };
  /** What is selected when a tool is used: the reader may have selected more since it came. */
  const selectedNow = (before: Selection): Selection => {
    const now = describeSelection(document);
    return now.ok ? now : before;
  };
  const showBar = (by: OpenedBy) => {
    if (!around.settings.selectionBar || editor.isWriting || isWriting()) return;
    const selection = describeSelection(document);
    if (!selection.ok) return;
    editor.close();
    isBarShown = true;
    view.show({
      content: h(SelectionBar, {
        isPrivate,
        t: text,
        onSave: (color) => void save(selectedNow(selection), color),
        onNote: () => void saveWithNote(selectedNow(selection)),
        onCopy: () => {
          void saver.copy(selectedNow(selection));
          closeBar();
        },
      }),
      line: endOfSelection,
      width: isPrivate ? PRIVATE_BAR_WIDTH : BAR_WIDTH,
      height: 0,
      by,
      canBeSheet: false,
      beside: (selection.ranges[0] as StaticRange).startContainer,
      settings: around.settings,
    });
  };

  const showWanted = (isLast: boolean) => {
    if (wanted === null) return;
    const range = passages.get(wanted)?.ranges[0];
    if (!range && !isLast) return;
    const id = wanted;
    wanted = null;
    if (!range) {
      // the address leads to another page now
      if (!passages.get(id)) report([{ id, anchoring: { state: 'orphaned', reason: 'page-changed' } }]);
      return around.notify(text('noticeNotHere'));
    }
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    around.painter.add('current', range);
    setTimeout(() => around.painter.remove('current', range), POINTED_OUT);
  };

  const stopWatching = watchSelection(document, {
    settled: showBar,
    isOurs: (event) => view.contains(event),
    gone: closeBar,
  });
  const options = { signal: stopping.signal };
  document.addEventListener(
    'click',
    (event) => {
      if (view.contains(event) || event.button !== 0 || event.defaultPrevented) return;
      if (editor.isWriting) return; // what is being written stays until it is saved or given up
      const hit = passageUnder(event);
      if (hit) openEditor(hit.id, { by: event.pointerType === 'touch' ? 'touch' : 'pointer', line: hit.line });
      else editor.close();
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
    // with names off nobody else has read the shadow roots
    const hit = hitTest(x, y, passages, new Set([...around.shadows, ...passages.shadows]));
    return hit && { id: hit.mark.passage.highlight.id, line: hit.line };
  };
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !view.isShown || editor.isWriting) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      closeBar();
      editor.close();
    },
    { ...options, capture: true },
  );
  const follow = (event: Event) => {
    if (!view.isShown || view.contains(event) || editor.isWriting || view.follow()) return;
    closeBar();
    editor.close();
  };
  window.addEventListener('scroll', follow, { ...options, passive: true, capture: true });
  window.addEventListener('resize', follow, options);

  return {
    show(highlights, toBeShown) {
      wanted = toBeShown ?? wanted;
      passages.show(highlights);
      editor.refresh();
    },
    async saveSelection() {
      const selection = describeSelection(document);
      if (selection.ok) {
        if (isPrivate) return around.notify(text('noticePrivate'));
        return save(selection, around.settings.highlightColor);
      }
      const caret = document.getSelection();
      const here = caret?.anchorNode ? passages.at(caret.anchorNode, caret.anchorOffset) : undefined;
      if (here && selection.reason === 'nothing-selected') openEditor(here.passage.highlight.id, { by: 'key' });
      else around.notify(text(UNSELECTED[selection.reason]));
    },
    clear() {
      closeBar();
      editor.close();
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

const UNSELECTED = {
  'nothing-selected': 'noticeNothingSelected',
  outside: 'noticeOutside',
  'too-long': 'noticeTooLong',
} as const satisfies Record<string, TextKey>;
