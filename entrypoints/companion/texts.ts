import type { Language, TextKey } from '../../components/texts.ts';
import { text as askFor, interfaceLanguage as askForLanguage } from '../../platform/texts.ts';

/*
 * Texts that outlive the extension: once it is updated under an open page the browser gives its scripts there no text
 * any more, and it is then that the reader must be told. So each text is asked for once, and those that are wanted then
 * when the companion starts.
 */

/** All that is said where passages are selected, saved and edited. */
export const AT_HAND: readonly TextKey[] = [
  ...(['barLabel', 'barSave', 'barNote', 'barCopy'] as const),
  ...(['colorChoice', 'colorYellow', 'colorGreen', 'colorBlue', 'colorPink', 'colorPurple'] as const),
  ...(['editorLabel', 'editorChanged', 'editorEdit', 'editorRemove', 'librarySaved', 'close'] as const),
  ...(['remarksTitle', 'remarksNote', 'remarksTags', 'remarksTagsHint', 'remarksKnownTags'] as const),
  ...(['remarksSave', 'remarksSaveKey', 'remarksCancel', 'copied', 'copyFailed', 'undo'] as const),
  ...(['rescueCopy', 'rescueDownload', 'noticeOnClipboard', 'noticeKeepIt'] as const),
  ...(['noticeDisconnected', 'noticePrivate', 'noticeStorage', 'noticeDiskFull', 'noticeGone'] as const),
  ...(['noticeSaved', 'noticeRemoved', 'noticeNotHere'] as const),
  ...(['noticeNothingSelected', 'noticeOutside', 'noticeTooLong'] as const),
];

/** The gap as texts have it; given as what is to stand there, it stays. */
const GAP = '$1';

const known = new Map<TextKey, string>();
let language: Language | undefined;

/** A text of the interface in its language, with what is to stand in its gap. */
export function text(key: TextKey, gap = ''): string {
  const found = known.get(key) ?? askFor(key, GAP);
  known.set(key, found);
  return found.replace(GAP, () => gap);
}

/** The interface's language, as the browser chose it. */
export function interfaceLanguage(): Language {
  language ??= askForLanguage();
  return language;
}

/** To be called while the extension can be asked. */
export function keepTextsAtHand(): void {
  interfaceLanguage();
  for (const key of AT_HAND) text(key);
}
