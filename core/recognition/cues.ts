import { type Folded, Joint } from '../language/fold.ts';
import { suffixAfter } from '../language/suffix.ts';
import type { Cue } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import { sentenceAround } from './words.ts';

/** The first of the name's cues on the given side that the text around the mention bears out, if any. */
export function findCue(folded: Folded, mention: Mention, cues: readonly Cue[], side: Cue['side']): Cue | undefined {
  let sentence: { start: number; end: number } | undefined;
  for (const cue of cues) {
    if (cue.side !== side) continue;
    if (
      cue.place === 'before'
        ? standsBefore(folded, mention, cue.key)
        : cue.place === 'after'
          ? standsAfter(folded, mention, cue.key)
          : false
    )
      return cue;
    if (cue.place === 'near') {
      sentence ??= sentenceAround(folded, mention.start, mention.suffix.end);
      if (standsNear(folded, mention, cue.key, sentence)) return cue;
    }
  }
  return undefined;
}

/** Right before the name; a quotation mark may stand between («خبرگزاری «فارس»»). */
function standsBefore(folded: Folded, { start }: Mention, key: string): boolean {
  const { source, offsets } = folded;
  const from = start - key.length;
  if (from < 0 || !folded.startsWith(key, from) || folded.jointBefore(from) === Joint.None) return false;
  return isClose(source, offsets[start - 1], offsets[start]);
}

function standsAfter(folded: Folded, { suffix }: Mention, key: string): boolean {
  const { source, offsets } = folded;
  if (!folded.startsWith(key, suffix.end) || !endsWord(folded, suffix.end, suffix.end + key.length)) return false;
  return isClose(source, offsets[suffix.end - 1], offsets[suffix.end]);
}

function standsNear(
  folded: Folded,
  mention: Mention,
  key: string,
  { start, end }: { start: number; end: number },
): boolean {
  const sentence = folded.slice(start, end);
  for (let found = sentence.indexOf(key); found !== -1; found = sentence.indexOf(key, found + 1)) {
    const at = start + found;
    const isOutside = at + key.length <= mention.start || at >= mention.end;
    if (isOutside && folded.jointBefore(at) !== Joint.None && endsWord(folded, at, at + key.length)) return true;
  }
  return false;
}

function endsWord(folded: Folded, start: number, end: number): boolean {
  return end >= folded.length || suffixAfter(folded, start, end) !== undefined;
}

/** Between two letters stands nothing that ends a clause. */
function isClose(source: string, from: number | undefined, to: number | undefined): boolean {
  return from !== undefined && to !== undefined && !/[.؟!?؛،,:\n]/.test(source.slice(from + 1, to));
}
