import { formatDate } from '../../components/format.ts';
import type { HighlightColor } from '../../core/highlights/colors.ts';
import type { Highlight, Remarks } from '../../core/highlights/highlight.ts';
import type { SavedPassages } from '../../page/saved-passages.ts';
import { saveFile } from '../../platform/download.ts';
import { saveSettings } from '../../platform/settings.ts';
import { interfaceLanguage, text } from '../../platform/texts.ts';
import { copyText } from './copy-text.ts';
import { FAULT_TEXTS, type Fault } from './faults.ts';
import type { HighlighterSurroundings } from './highlighter.ts';
import { namedIn } from './named-in.ts';
import { noteSelection } from './page-selection.ts';
import { citation, type Selection, savePassage } from './save-passage.ts';

/** Saves selections of a page, and keeps from loss what can't be saved. */
export interface Saver {
  /** The highlight that the selection is from now on; undefined when it was not saved, which the reader was told. */
  save(selection: Selection, color: HighlightColor): Promise<Highlight | undefined>;
  /** Puts the selection on the clipboard, with where it is from. */
  copy(selection: Selection): Promise<void>;
}

/** @param recolor gives a passage that was saved before another colour */
export function createSaver(
  around: HighlighterSurroundings,
  passages: SavedPassages,
  recolor: (id: string, color: HighlightColor) => Promise<void>,
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

  return {
    async save(selection, color) {
      const known = passages.same(selection.selectors);
      if (known) {
        // saved before: it has the colour that the reader chose now
        if (known.color !== color) await recolor(known.id, color);
        return passages.get(known.id)?.highlight;
      }
      const isStillSelected = noteSelection();
      const remarks: Remarks = { color, note: '', tags: [] };
      const entities = around.isAnnotating ? namedIn(selection.ranges, around.annotations) : null;
      const saved = await savePassage(selection, remarks, entities, around);
      if (!saved.ok) {
        await rescue(selection, saved.reason);
        return undefined;
      }
      passages.add(saved.highlight, selection.ranges);
      if (isStillSelected()) document.getSelection()?.removeAllRanges();
      if (around.settings.highlightColor !== color) void saveSettings({ highlightColor: color });
      return saved.highlight;
    },
    copy: (selection) => copyPassage(cite(selection)),
  };
}
