import { CODES } from './characters.ts';
import { type Folded, foldKey } from './fold.ts';

/** A set of words to look up in folded text without making strings of it. */
export class WordSet {
  readonly #byHash = new Map<number, string[]>();

  /** @param keys folded words */
  constructor(keys: Iterable<string>) {
    for (const key of keys) {
      const hash = hashOf(key);
      const same = this.#byHash.get(hash);
      if (!same) this.#byHash.set(hash, [key]);
      else if (!same.includes(key)) same.push(key);
    }
  }

  /** Whether the letters from one index to another, exclusive, are a word of the set. */
  has(folded: Folded, from: number, to: number): boolean {
    const { symbols } = folded;
    let hash = 0;
    for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + (symbols[at] as number)) | 0;
    const keys = this.#byHash.get(hash);
    return keys?.some((key) => key.length === to - from && folded.startsWith(key, from)) ?? false;
  }
}

function hashOf(key: string): number {
  let hash = 0;
  for (let i = 0; i < key.length; i++) hash = (Math.imul(hash, 31) + (CODES[key.charCodeAt(i)] as number)) | 0;
  return hash;
}

/** A set of the words of a text, in any spelling, separated by white space. */
export function wordSet(text: string): WordSet {
  return new WordSet(
    text
      .split(/\s+/)
      .map(foldKey)
      .filter((key) => key !== ''),
  );
}
