import { type Folded, Joint } from '../language/fold.ts';
import type { Cue } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import type { Sentences, WordRange } from './sentences.ts';
import { endsWord, enumerationHead, wordFrom } from './words.ts';

/** The first of the name's cues on the given side that the text around the mention bears out, if any. */
export function findCue(
  folded: Folded,
  sentences: Sentences,
  mention: Mention,
  cues: readonly Cue[],
  side: Cue['side'],
): Cue | undefined {
  const { symbols } = folded;
  const before = mention.start > 0 ? symbols[mention.start - 1] : 0;
  const after = symbols[mention.suffix.end];
  let sentence: WordRange | undefined;
  let head: string | undefined | null = null;
  for (const cue of cues) {
    if (cue.side !== side) continue;
    if (cue.place === 'after') {
      if (cue.first === after && standsAfter(folded, mention, cue.key)) return cue;
    } else if (cue.place === 'before') {
      if (cue.last === before && standsBefore(folded, mention, cue.key)) return cue;
      if (!cue.mayHeadList) continue;
      if (head === null) head = mention.isGlued ? undefined : enumerationHead(folded, mention.word);
      if (head !== undefined && (cue.key === head || `${cue.key}های` === head)) return cue;
    } else {
      sentence ??= sentences.around(mention.word);
      if (sentences.mayHold(sentence, cue.pair) && standsNear(folded, mention, cue, sentence)) return cue;
    }
  }
  return undefined;
}

/** Right before the name; a quotation mark may stand between («خبرگزاری «فارس»»). */
function standsBefore(folded: Folded, { start }: Mention, key: string): boolean {
  const from = start - key.length;
  if (from < 0 || !folded.startsWith(key, from) || (from > 0 && folded.jointBefore(from) === Joint.None)) return false;
  return isClose(folded, start);
}

function standsAfter(folded: Folded, { suffix }: Mention, key: string): boolean {
  if (!folded.startsWith(key, suffix.end) || !endsWord(folded, suffix.end, suffix.end + key.length)) return false;
  return isClose(folded, suffix.end);
}

function standsNear(folded: Folded, mention: Mention, { key, first }: Cue, { from, to }: WordRange): boolean {
  const { words, symbols } = folded;
  for (let word = from; word < to; word++) {
    const at = words[word] as number;
    if (symbols[at] !== first || !folded.startsWith(key, at)) continue;
    const isOutside = at + key.length <= mention.start || at >= mention.end;
    if (isOutside && endsWord(folded, at, at + key.length)) return true;
  }
  return false;
}

/** Between the letter and the one before it stands nothing that ends a clause. */
function isClose({ source, offsets, length }: Folded, letter: number): boolean {
  if (letter <= 0 || letter >= length) return false;
  const to = offsets[letter] as number;
  for (let at = (offsets[letter - 1] as number) + 1; at < to; at++) {
    if (CLAUSE_ENDS.has(source.charCodeAt(at))) return false;
  }
  return true;
}

const CLAUSE_ENDS = new Set([...'.؟!?؛،,:\n\0'].map((char) => char.charCodeAt(0)));

/** Whether the mention stands alone in quotation marks: «اعتماد». */
export function isQuoted({ source, offsets }: Folded, { start, end }: Mention): boolean {
  const before = source.charAt((offsets[start] as number) - 1);
  const after = source.charAt((offsets[end - 1] as number) + 1);
  return (before === '«' && after === '»') || (before === '"' && after === '"') || (before === '“' && after === '”');
}

/** The index of the first word after the mention and its suffix. */
export function wordAfterMention(folded: Folded, { word, suffix }: Mention): number {
  return wordFrom(folded, word, suffix.end);
}
