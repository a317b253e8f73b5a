import { CODES } from '../language/characters.ts';
import { ENUMERATION_HEADS } from '../language/context-words.ts';
import { type Folded, Joint } from '../language/fold.ts';
import { suffixAfter } from '../language/suffix.ts';
import type { WordSet } from '../language/word-set.ts';

/** The part of a word between two joints. `from` and `to` are indexes of folded letters, `to` exclusive. */
export interface Word {
  readonly from: number;
  readonly to: number;
}

/** The word that ends where word `index` begins, with only a space or ZWNJ between; else undefined. */
export function wordBefore(folded: Folded, index: number): Word | undefined {
  if (index <= 0 || index > folded.wordCount) return undefined;
  const to = index === folded.wordCount ? folded.length : (folded.words[index] as number);
  const joint = folded.jointBefore(to);
  if (joint !== Joint.Space && joint !== Joint.Zwnj) return undefined;
  return { from: folded.words[index - 1] as number, to };
}

/** The word `index`, when only a space or ZWNJ stands before it; else undefined. */
export function wordAfter(folded: Folded, index: number): Word | undefined {
  if (index <= 0 || index >= folded.wordCount) return undefined;
  const from = folded.words[index] as number;
  const joint = folded.jointBefore(from);
  if (joint !== Joint.Space && joint !== Joint.Zwnj) return undefined;
  return { from, to: endOfWord(folded, index) };
}

export function isIn(set: WordSet, folded: Folded, word: Word | undefined): boolean {
  return word !== undefined && set.has(folded, word.from, word.to);
}

function endOfWord(folded: Folded, index: number): number {
  return index + 1 < folded.wordCount ? (folded.words[index + 1] as number) : folded.length;
}

/** The index of the first word that begins at the letter or after it, looking from word `index` on. */
export function wordFrom(folded: Folded, index: number, letter: number): number {
  let at = index;
  while (at < folded.wordCount && (folded.words[at] as number) < letter) at++;
  return at;
}

/** Whether letters from one index to another are a whole word, a suffix aside. */
export function endsWord(folded: Folded, start: number, end: number): boolean {
  return end >= folded.length || suffixAfter(folded, start, end) !== undefined;
}

/** Words of an enumeration that are looked through, and words that one of its items may have. */
const LONGEST_ENUMERATION = 60;
const LONGEST_ITEM = 4;
const AND = CODES['و'.charCodeAt(0)];

/**
 * The head of the enumeration that word `index` stands in («استانهای» for «کرمان» in «استان‌های فارس، کرمان و
 * یزد»), folded; undefined when it stands in none, or is its first item, before which the head stands itself.
 */
export function enumerationHead(folded: Folded, index: number): string | undefined {
  let itemWords = 0;
  let items = 0;
  for (let at = index - 1; at >= 0 && index - at < LONGEST_ENUMERATION; at--) {
    const from = folded.words[at] as number;
    const to = folded.words[at + 1] as number;
    const joint = folded.jointBefore(to);
    const isAnd = to - from === 1 && folded.symbols[from] === AND;
    if (joint === Joint.Break) {
      if (!isComma(folded, to)) return undefined;
      items++;
      itemWords = 0;
    }
    if (isAnd) {
      items++;
      itemWords = 0;
      continue;
    }
    if (items === 0) return undefined; // the name begins no item
    for (const head of ENUMERATION_HEADS) {
      if (folded.startsWith(head, from) && folded.jointBefore(from + head.length) === Joint.Space) return head;
    }
    if (++itemWords > LONGEST_ITEM) return undefined;
  }
  return undefined;
}

function isComma({ source, offsets }: Folded, letter: number): boolean {
  return /^\s*[،,]\s*$/.test(source.slice((offsets[letter - 1] as number) + 1, offsets[letter]));
}
