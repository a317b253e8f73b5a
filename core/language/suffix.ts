import { CODES, Code } from './characters.ts';
import { type Folded, Joint } from './fold.ts';

/**
 * What may follow a name inside its word.
 * - `none`: the word ends with the name.
 * - `plural`: ها and its relatives («پهپادهای», «ترامپ‌ها»).
 * - `clitic`: possessives, the copula and «را» («تهرانشان», «ایران‌اند», «ایرانو»).
 * - `ezafe`: the ی that joins a name ending in a vowel to the next word («اروپای», «غزه‌ی»).
 * - `derived`: ی or ای that makes an adjective or an indefinite noun («ایرانی», «هسته‌ای»).
 */
export type SuffixKind = 'none' | 'plural' | 'clitic' | 'ezafe' | 'derived';

export interface Suffix {
  readonly kind: SuffixKind;
  /** Index of the folded letter after the suffix. */
  readonly end: number;
}

const PLURALS = new Set(['ها', 'های', 'هایی', 'هایش', 'هایشان', 'هایمان', 'هایتان', 'هایم', 'هایت', 'هاست', 'هایند']);
const LONG_CLITICS = new Set(['شان', 'مان', 'تان', 'اند', 'است', 'اش', 'ام', 'ات', 'ند', 'ست', 'یم', 'ایم', 'را']);
const SHORT_CLITICS = new Set(['م', 'ت', 'ش']);
/** The copula and «را» as they are spoken: «تهرانه», «ایرانو». After a consonant only. */
const SPOKEN_CLITICS = new Set(['ه', 'و', 'رو']);
/** Every suffix that may be written to a name without a joint. */
export const WRITTEN_TO: ReadonlySet<string> = new Set([
  ...PLURALS,
  ...LONG_CLITICS,
  ...SHORT_CLITICS,
  ...SPOKEN_CLITICS,
]);
const LONGEST = 6;

/**
 * A name this short that is written together with a clitic is more often another word: «قطر + ات», «چین + ش».
 */
const SHORTEST_BEFORE_CLITIC = 5;
const SHORTEST_BEFORE_PLURAL = 3;

/**
 * The suffix between the end of a name (`start` and `end` are indexes of folded letters, `end` exclusive)
 * and the end of its word. Undefined when the rest of the word is no suffix, so that the name is only a
 * part of some other word.
 */
export function suffixAfter(folded: Folded, start: number, end: number): Suffix | undefined {
  const after = CODES[folded.source.charCodeAt((folded.offsets[end - 1] as number) + 1)] ?? Code.Break;
  if (end >= folded.length || (after < Code.Inner && after !== Code.Zwnj)) return { kind: 'none', end };
  const joint = folded.jointBefore(end);
  if (joint !== Joint.None && joint !== Joint.Zwnj) return { kind: 'none', end };

  let wordEnd = end + 1;
  while (wordEnd < folded.length && wordEnd - end <= LONGEST && folded.jointBefore(wordEnd) === Joint.None) wordEnd++;
  if (wordEnd - end > LONGEST) return undefined;
  if (folded.jointBefore(wordEnd) === Joint.Zwnj) return undefined; // a longer compound: «ایران‌ها‌شناسی»

  const rest = folded.slice(end, wordEnd);
  const length = end - start;
  const apart = joint === Joint.Zwnj;
  const last = folded.slice(end - 1, end);
  const kind = kindOf(rest, last, length, apart);
  return kind && { kind, end: wordEnd };
}

function kindOf(rest: string, last: string, length: number, apart: boolean): SuffixKind | undefined {
  if (PLURALS.has(rest)) return apart || length >= SHORTEST_BEFORE_PLURAL ? 'plural' : undefined;
  if (rest === 'ی') {
    const isEzafe = apart ? last === 'ه' : last === 'ا' || last === 'و';
    return isEzafe ? 'ezafe' : 'derived';
  }
  if (rest === 'ای' || rest === 'یی' || rest === 'یان') return 'derived';
  if (apart) return LONG_CLITICS.has(rest) || SHORT_CLITICS.has(rest) ? 'clitic' : undefined;
  if (length < SHORTEST_BEFORE_CLITIC) return undefined;
  if (SPOKEN_CLITICS.has(rest)) return 'اویه'.includes(last) ? undefined : 'clitic';
  return LONG_CLITICS.has(rest) || SHORT_CLITICS.has(rest) ? 'clitic' : undefined;
}

/** A name this short after a glued particle («وروسیه») is more often another word. */
export const SHORTEST_AFTER_PARTICLE = 5;
