import { formatDate } from '../../components/format.ts';
import type { HighlightColor } from '../../core/highlights/colors.ts';
import type { Highlight, Remarks } from '../../core/highlights/highlight.ts';
import type { SavedPassages } from '../../page/saved-passages.ts';
import { saveFile } from '../../platform/download.ts';
import { saveSettings } from '../../platform/settings.ts';
import { copyText } from './copy-text.ts';
import { FAULT_TEXTS, type Fault } from './faults.ts';
import type { HighlighterSurroundings } from './highlighter.ts';
import { namedIn } from './named-in.ts';
import { noteSelection } from './page-selection.ts';
import { citation, type Selection, savePassage } from './save-passage.ts';
import { interfaceLanguage, text } from './texts.ts';

/** The highlight that a selection is from now on. */
export interface Kept {
  readonly highlight: Highlight;
  /** The colour that it had when it was saved before; undefined when it is new. */
  readonly colorBefore: HighlightColor | undefined;
}

/** Saves selections of a page, and keeps from loss what can't be saved. */
export interface Saver {
  /**
   * Saves a selection; one that is saved already takes the colour. Undefined when that failed, which the reader was told.
   * What is asked for again while it is being saved is saved once.
   */
  save(selection: Selection, color: HighlightColor): Promise<Kept | undefined>;
  /** Puts the selection on the clipboard, with where it is from. */
  copy(selection: Selection): Promise<void>;
}

/** @param recolor gives a passage that was saved before another colour; tells whether it did */
export function createSaver(
  around: HighlighterSurroundings,
  passages: SavedPassages,
  recolor: (id: string, color: HighlightColor) => Promise<boolean>,
): Saver {
  const language = interfaceLanguage();
  const cite = ({ selectors }: Selection) =>
    citation(selectors.quote.exact, around, (day) => formatDate(day, language));
  const copyPassage = async (passage: string) => {
    around.notify(text((await copyText(passage)) ? 'copied' : 'copyFailed'));
  };

  /** What can't be saved is put where the reader can get at it. */
  const rescue = async (selection: Selection, reason: Fault) => {
    if (reason === 'private-window') return around.notify(text('noticePrivate'));
    const passage = cite(selection);
    const isCopied = await copyText(passage);
    const copyAction = { label: text('rescueCopy'), onClick: () => void copyPassage(passage) };
    const download = () => saveFile('pishineh.txt', 'text/plain;charset=utf-8', passage);
    around.notify(`${text(FAULT_TEXTS[reason])} ${text(isCopied ? 'noticeOnClipboard' : 'noticeKeepIt')}`, [
      ...(isCopied ? [] : [copyAction]),
      { label: text('rescueDownload'), onClick: download },
    ]);
  };

  const recolorKnown = async (known: Highlight, color: HighlightColor): Promise<Kept | undefined> => {
    if (known.color !== color && !(await recolor(known.id, color))) return undefined;
    return { highlight: passages.get(known.id)?.highlight ?? known, colorBefore: known.color };
  };
  const saveNew = async (selection: Selection, color: HighlightColor): Promise<Kept | undefined> => {
    const isStillSelected = noteSelection();
    const { pageKey } = around;
    const remarks: Remarks = { color, note: '', tags: [] };
    const entities = around.isAnnotating ? namedIn(selection.ranges, around.annotations) : null;
    const saved = await savePassage(selection, remarks, entities, around);
    if (!saved.ok) {
      await rescue(selection, saved.reason);
      return undefined;
    }
    // the address may have changed by script meanwhile
    if (around.pageKey === pageKey) passages.add(saved.highlight, selection.ranges);
    if (isStillSelected()) document.getSelection()?.removeAllRanges();
    if (around.settings.highlightColor !== color) void saveSettings({ highlightColor: color });
    return { highlight: saved.highlight, colorBefore: undefined };
  };
  /** What is being saved, by its place and words: a key that is held down asks again and again. */
  const pending = new Map<string, Promise<Kept | undefined>>();

  return {
    async save(selection, color) {
      const { quote, position } = selection.selectors;
      const place = `${position?.start}:${quote.exact}`;
      const begun = pending.get(place);
      if (begun) return begun;
      const known = passages.same(selection.selectors);
      const saving = known ? recolorKnown(known, color) : saveNew(selection, color);
      pending.set(place, saving);
      return saving.finally(() => pending.delete(place));
    },
    copy: (selection) => copyPassage(cite(selection)),
  };
}
