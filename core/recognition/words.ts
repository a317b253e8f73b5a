import { type Folded, Joint } from '../language/fold.ts';

/** A word of folded text: parts joined by ZWNJ are one word. Offsets are indexes of folded letters. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/** No word that we compare is longer; broken text may have words of megabytes. */
const LONGEST_WORD = 40;

/**
 * The word that ends right before the letter, when only a space or ZWNJ stands between; undefined at the
 * start and after punctuation.
 */
export function wordBefore(folded: Folded, at: number): Word | undefined {
  const joint = folded.jointBefore(at);
  if (joint !== Joint.Space && joint !== Joint.Zwnj) return undefined;
  const first = Math.max(0, at - LONGEST_WORD);
  let start = at - 1;
  while (start > first && folded.jointBefore(start) === Joint.None) start--;
  return { start, end: at, key: folded.slice(start, at) };
}

/** The word that begins at the letter, when only a space or ZWNJ stands before it; undefined otherwise. */
export function wordAfter(folded: Folded, at: number): Word | undefined {
  const joint = folded.jointBefore(at);
  if (at >= folded.length || (joint !== Joint.Space && joint !== Joint.Zwnj)) return undefined;
  const last = Math.min(folded.length, at + LONGEST_WORD);
  let end = at + 1;
  while (end < last && folded.jointBefore(end) === Joint.None) end++;
  return { start: at, end, key: folded.slice(at, end) };
}

/** A longer sentence is cut: what stands further off says little, and broken text has no full stops. */
const LONGEST_REACH = 240;

/** The letters of the sentence around a span: from `start` to `end`, exclusive. */
export function sentenceAround(folded: Folded, from: number, to: number): { start: number; end: number } {
  const first = Math.max(0, from - LONGEST_REACH);
  const last = Math.min(folded.length, to + LONGEST_REACH);
  let start = from;
  while (start > first && !endsSentence(folded, start)) start--;
  let end = to;
  while (end < last && !endsSentence(folded, end)) end++;
  return { start, end };
}

/** Whether a sentence ends between the letter and the one before it. */
function endsSentence(folded: Folded, at: number): boolean {
  if (at === 0) return true;
  const { source, offsets, length } = folded;
  const gap = source.slice((offsets[at - 1] as number) + 1, at < length ? offsets[at] : undefined);
  return /[.؟!?؛\n\0](?=[\s»"”)\]\0]|$)/.test(gap);
}
