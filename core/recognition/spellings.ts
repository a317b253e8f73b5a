import { foldKey } from '../language/fold.ts';

/** Groups of words that are spelled in several ways: for each folded word, the others of its group. */
export type WordSpellings = ReadonlyMap<string, readonly string[]>;

/** @param groups each a line of words, separated by white space */
export function wordSpellings(groups: readonly string[]): WordSpellings {
  const spellings = new Map<string, readonly string[]>();
  for (const group of groups) {
    const words = group.split(/\s+/).filter((word) => word !== '');
    for (const word of words) {
      spellings.set(
        foldKey(word),
        words.filter((other) => other !== word),
      );
    }
  }
  return spellings;
}

/** A name has at most this many spellings; more would only swell the lexicon. */
const MOST_SPELLINGS = 16;

/**
 * The spellings of a name that folding alone does not make equal: the ezafe that some writers write between
 * its words, after ه («تنگه‌ی هرمز»), and its words in their other spellings. The name itself comes first.
 */
export function spellingsOf(name: string, words: WordSpellings): string[] {
  // most names have neither
  const parts = name.trim().split(/(\s+)/);
  let spellings: string[] = [''];
  for (let i = 0; i < parts.length; i += 2) {
    const word = parts[i] as string;
    const gap = parts[i + 1] ?? '';
    const ezafe = gap !== '' && /[هة]$/.test(word) ? [`${word}\u200cی`] : [];
    const others = [...(words.size > 0 ? (words.get(foldKey(word)) ?? []) : []), ...ezafe];
    spellings = [
      ...spellings.map((start) => start + word + gap),
      ...others.flatMap((other) => spellings.map((start) => start + other + gap)),
    ].slice(0, MOST_SPELLINGS);
  }
  return spellings;
}
