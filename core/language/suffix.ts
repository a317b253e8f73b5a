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

type SuffixClass = 'plural' | 'ya' | 'derived' | 'clitic' | 'spoken';

const SUFFIXES: Readonly<Record<SuffixClass, readonly string[]>> = {
  plural: ['ها', 'های', 'هایی', 'هایش', 'هایشان', 'هایمان', 'هایتان', 'هایم', 'هایت', 'هاست', 'هایند'],
  ya: ['ی'],
  derived: ['ای', 'یی', 'یان'],
  clitic: ['شان', 'مان', 'تان', 'اند', 'است', 'اش', 'ام', 'ات', 'ند', 'ست', 'یم', 'ایم', 'را', 'م', 'ت', 'ش'],
  // the copula and «را» as they are spoken: «تهرانه», «ایرانو»; after a consonant only
  spoken: ['ه', 'و', 'رو'],
};
const LONGEST = 6;

/** Every suffix that may be written to a name without a joint. */
export const WRITTEN_TO: readonly string[] = Object.values(SUFFIXES).flat();

/** The class of a suffix by its letters' codes as one number: seven bits each, at most 42. */
const CLASSES = new Map<number, SuffixClass>();
for (const [suffixClass, suffixes] of Object.entries(SUFFIXES)) {
  for (const suffix of suffixes) {
    let key = 0;
    for (const letter of suffix) key = key * 128 + (CODES[letter.charCodeAt(0)] as number);
    CLASSES.set(key, suffixClass as SuffixClass);
  }
}

/**
 * A name this short that is written together with a clitic is more often another word: «قطر + ات», «چین + ش».
 */
const SHORTEST_BEFORE_CLITIC = 5;
const SHORTEST_BEFORE_PLURAL = 3;
const [ALEF, VAV, YEH, HEH] = [...'اویه'].map((letter) => CODES[letter.charCodeAt(0)]);

/**
 * The suffix between the end of a name (`start` and `end` are indexes of folded letters, `end` exclusive)
 * and the end of its word. Undefined when the rest of the word is no suffix, so that the name is only a
 * part of some other word.
 */
export function suffixAfter(folded: Folded, start: number, end: number): Suffix | undefined {
  const { source, symbols, offsets, length } = folded;
  const after = CODES[source.charCodeAt((offsets[end - 1] as number) + 1)] ?? Code.Break;
  if (end >= length || (after < Code.Inner && after !== Code.Zwnj)) return { kind: 'none', end };
  const joint = folded.jointBefore(end);
  if (joint !== Joint.None && joint !== Joint.Zwnj) return { kind: 'none', end };

  let wordEnd = end;
  let key = 0;
  do {
    key = key * 128 + (symbols[wordEnd] as number);
    wordEnd++;
    if (wordEnd - end > LONGEST) return undefined;
  } while (wordEnd < length && folded.jointBefore(wordEnd) === Joint.None);
  const suffixClass = CLASSES.get(key);
  if (suffixClass === undefined || folded.jointBefore(wordEnd) === Joint.Zwnj) return undefined; // «ایران‌ها‌شناسی»
  const kind = kindOf(suffixClass, symbols[end - 1] as number, end - start, joint === Joint.Zwnj);
  return kind && { kind, end: wordEnd };
}

function kindOf(suffixClass: SuffixClass, last: number, length: number, apart: boolean): SuffixKind | undefined {
  switch (suffixClass) {
    case 'plural':
      return apart || length >= SHORTEST_BEFORE_PLURAL ? 'plural' : undefined;
    case 'ya':
      return (apart ? last === HEH : last === ALEF || last === VAV) ? 'ezafe' : 'derived';
    case 'derived':
      return 'derived';
    case 'spoken':
      if (last === ALEF || last === VAV || last === YEH || last === HEH) return undefined;
      return length >= SHORTEST_BEFORE_CLITIC && !apart ? 'clitic' : undefined;
    default:
      return apart || length >= SHORTEST_BEFORE_CLITIC ? 'clitic' : undefined;
  }
}

/** A name this short after a glued particle («وروسیه») is more often another word. */
export const SHORTEST_AFTER_PARTICLE = 5;
