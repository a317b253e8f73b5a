import search from 'approx-string-match';
import { type Folded, Joint } from '../../language/fold.ts';
import type { Alignment } from './alignment.ts';
import { agreesOn, type Fit, isCutOut, isSupported, UNMISTAKABLE_LETTERS } from './context.ts';
import { hasSureEnds } from './parts.ts';
import type { Sought } from './sought.ts';
import type { Part } from './spans.ts';

/** Share of the passage's letters that must have stayed. Hypothesis asks for as much of quotes. */
export const LOWEST_SIMILARITY = 0.75;
/** From here on slips of the pen need no context to be believed. */
const HIGH_SIMILARITY = 0.9;
/** Letters in which no more than half may be edited: where more is, a phrase has been replaced. */
const PHRASE = 24;
/** In a word one letter of so many may be another: «تهران» and «تهزان», but not «حسن» and «حسین». */
const LETTERS_PER_SLIP = 4;
/** Letters of context by which a neighbour is known. */
const FEWEST_NEIGHBOUR_LETTERS = 12;

/**
 * Whether a place that is like the passage is the passage. News says the same of gold and of the dollar, of one
 * match and of another; so a place must be more than alike: its numbers are the passage's, it is not the sentence
 * that stood beside it, no phrase of it was replaced, and where words were, both sides of its context are there.
 */
export function isThePassage(
  page: Folded,
  sought: Sought,
  alignment: Alignment,
  parts: readonly Part[],
  fit: Fit,
): boolean {
  const { key, prefix, suffix } = sought;
  const similarity = 1 - alignment.errors / key.length;
  if (similarity < LOWEST_SIMILARITY || parts.some(({ from, to }) => from >= to)) return false;
  if (digitsOf(key) !== digitsOf(parts.map(({ from, to }) => page.letters.slice(from, to)).join(''))) return false;
  const from = parts[0]?.from ?? 0;
  const to = parts.at(-1)?.to ?? 0;
  if (!isSupported(page, sought, fit)) return false;
  const isBefore = agreesOn('before', fit, sought);
  const isAfter = agreesOn('after', fit, sought);
  if (!(isBefore && isAfter) && isNeighbour(page.letters, sought, from, to)) return false;

  if (!hasSureEnds(sought, parts, fit)) return false;

  const edits = editsByLetter(page.letters, key, alignment);
  if (hasReplacedPhrase(edits)) return false;
  const slips = slipsIn(sought.quote, edits);
  const isUnmistakable = slips === 'clear' && key.length >= 2 * UNMISTAKABLE_LETTERS;
  if (isCutOut(page, sought, fit) && !isUnmistakable) return false;
  if (isUnmistakable && similarity >= HIGH_SIMILARITY) return true;
  if (slips !== 'none' && key.length >= UNMISTAKABLE_LETTERS) return isBefore || isAfter;
  // with the rest of its own sentence it may be unmistakable
  const { ownBefore, ownAfter } = sought;
  const sentence = key.length + Math.min(fit.before.clean, ownBefore) + Math.min(fit.after.clean, ownAfter);
  const isItsSentence = sentence >= UNMISTAKABLE_LETTERS && !hasOtherFirstLetter(sought.quote, edits);
  if (slips === 'clear' && isItsSentence && (isBefore || isAfter)) return true;
  // all that stood around it must be there where words were replaced, or where few letters speak
  const isWhole = fit.before.reach === prefix.length && fit.after.reach === suffix.length;
  const isUntouched = fit.before.clean === prefix.length && fit.after.clean === suffix.length;
  return isWhole && (isUntouched || key.length >= UNMISTAKABLE_LETTERS || !hasOtherFirstLetter(sought.quote, edits));
}

/** For each letter of the passage the edits that it takes: 1 when it is another or missing, and those added after it. */
function editsByLetter(letters: string, key: string, { placeOf, addedAfter }: Alignment): number[] {
  return Array.from(key, (letter, at) => {
    const place = placeOf[at] as number;
    return (place >= 0 && letters[place] === letter ? 0 : 1) + (addedAfter[at] as number);
  });
}

function hasReplacedPhrase(edits: readonly number[]): boolean {
  let within = 0;
  return edits.some((count, at) => {
    within += count - (edits[at - PHRASE] ?? 0);
    return within > PHRASE / 2;
  });
}

/**
 * Whether the edits are slips of the pen: `clear` when every word is still recognised as itself, `small` when words
 * of three letters and fewer differ in one letter, `none` when words are others.
 */
function slipsIn(quote: Folded, edits: readonly number[]): 'clear' | 'small' | 'none' {
  let slips: 'clear' | 'small' = 'clear';
  for (let from = 0; from < edits.length; ) {
    let to = from + 1;
    while (to < edits.length && !WORD_ENDS.has(quote.jointBefore(to))) to++;
    const inWord = edits.slice(from, to).reduce((sum, count) => sum + count, 0);
    if (inWord > Math.max(1, Math.floor((to - from) / LETTERS_PER_SLIP))) return 'none';
    if (inWord * LETTERS_PER_SLIP > to - from) slips = 'small';
    from = to;
  }
  return slips;
}

/** Whether a word begins otherwise, which makes another name of it: «محمدی», «احمدی». */
function hasOtherFirstLetter(quote: Folded, edits: readonly number[]): boolean {
  return edits.some((count, at) => count > 0 && WORD_ENDS.has(quote.jointBefore(at)));
}

const WORD_ENDS: ReadonlySet<Joint> = new Set([Joint.Space, Joint.Break, Joint.Dot]);

/**
 * Whether the place is rather what stood before or after the passage: where a line of a list was removed, its
 * neighbour stands in its place, with half of its context.
 */
function isNeighbour(letters: string, { key, prefix, suffix }: Sought, from: number, to: number): boolean {
  const after = Math.min(key.length, suffix.length);
  const before = Math.min(key.length, prefix.length);
  const begin = letters.slice(from, from + after + SLACK);
  const end = letters.slice(Math.max(from, to - before - SLACK), to);
  return (
    (after >= FEWEST_NEIGHBOUR_LETTERS &&
      editsAtStart(begin, suffix.slice(0, after)) < editsAtStart(begin, key.slice(0, after))) ||
    (before >= FEWEST_NEIGHBOUR_LETTERS &&
      editsAtEnd(end, prefix.slice(prefix.length - before)) < editsAtEnd(end, key.slice(key.length - before)))
  );
}

/** Letters by which the ends of two texts may be shifted. */
const SLACK = 2;

/** Edits that make the pattern of the text's beginning, or of its end; infinite when half of it is not enough. */
function editsAtStart(text: string, pattern: string): number {
  return fewest(search(text, pattern, pattern.length >> 1).filter(({ start }) => start <= SLACK));
}

function editsAtEnd(text: string, pattern: string): number {
  return fewest(search(text, pattern, pattern.length >> 1).filter(({ end }) => end >= text.length - SLACK));
}

function fewest(matches: readonly { errors: number }[]): number {
  return Math.min(Number.POSITIVE_INFINITY, ...matches.map(({ errors }) => errors));
}

function digitsOf(letters: string): string {
  return letters.replace(/[^0-9]/g, '');
}
