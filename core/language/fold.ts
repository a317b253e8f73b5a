import { ALPHABET, Code, CODES, lettersOf } from './characters.ts';

/** How two neighbouring letters are joined in the text. */
export const Joint = {
  /** Written together. */
  None: 0,
  /** ZWNJ, once or more. */
  Zwnj: 1,
  /** A hyphen with nothing beside it. */
  Hyphen: 2,
  /** White space, with or without ZWNJ. */
  Space: 3,
  /** One full stop with nothing beside it, as in acronyms. */
  Dot: 4,
  /** Punctuation, symbols, or several of the above: no name reaches across. */
  Break: 5,
} as const;
export type Joint = (typeof Joint)[keyof typeof Joint];

/** Ends the symbols of folded text; no letter and no symbol of a lexicon. */
export const AFTER_LAST = 2;
/** More than so many marks or spaces between two letters join nothing. */
const WIDEST_JOINT = 64;

/**
 * Text made comparable, with an exact map back. Folded text is for comparison only: it is never written to
 * a page or saved.
 */
export class Folded {
  /** The text that was folded. */
  readonly source: string;
  /** How many letters there are; joints, punctuation and marks are left out. */
  readonly length: number;
  /** The `Code` of each letter, and then `AFTER_LAST`. May be longer than `length`. */
  readonly symbols: Uint8Array;
  /** For each letter, the UTF-16 offset in `source` of the unit that it comes from. May be longer than `length`. */
  readonly offsets: Uint32Array;
  /** Index of the first letter of each word and of each part after a joint. Only the first `wordCount` count. */
  readonly words: Uint32Array;
  readonly wordCount: number;

  constructor(
    source: string,
    length: number,
    symbols: Uint8Array,
    offsets: Uint32Array,
    words: Uint32Array,
    wordCount: number,
  ) {
    this.source = source;
    this.length = length;
    this.symbols = symbols;
    this.offsets = offsets;
    this.words = words;
    this.wordCount = wordCount;
  }

  /** All the letters. */
  get letters(): string {
    return this.slice(0, this.length);
  }

  /** The letters from one index to another, exclusive. */
  slice(from: number, to: number): string {
    let letters = '';
    for (let at = from; at < to; at++) {
      const symbol = this.symbols[at] as number;
      letters +=
        symbol === Code.Foreign
          ? lettersOf(this.source.charCodeAt(this.offsets[at] as number))
          : ALPHABET.charAt(symbol - Code.FIRST_LETTER);
    }
    return letters;
  }

  /** Whether the letters at the index begin with those of a folded key. */
  startsWith(key: string, index: number): boolean {
    if (index + key.length > this.length) return false;
    for (let i = 0; i < key.length; i++) {
      if (CODES[key.charCodeAt(i)] !== this.symbols[index + i]) return false;
    }
    return true;
  }

  /** How letter `index` is joined to the one before it; `Break` for the first, and after the last. */
  jointBefore(index: number): Joint {
    if (index <= 0 || index >= this.length) return Joint.Break;
    const from = (this.offsets[index - 1] as number) + 1;
    const to = this.offsets[index] as number;
    return from >= to ? Joint.None : jointOf(this.source, from, to);
  }
}

/**
 * Folds the spellings of Persian into one: Arabic letters, hamza forms, diacritics, digits of three kinds,
 * presentation forms, case, invisible controls. Never throws, whatever the input; takes time linear in its
 * length. The loop has no branch that depends on where words end, which is what a processor can't foresee.
 */
export function fold(source: string): Folded {
  const units = source.length;
  let symbols = new Uint8Array(units + 1);
  let offsets = new Uint32Array(units + 1);
  const words = new Uint32Array((units >> 1) + 2);
  let count = 0;
  let wordCount = 0;
  let inWord = 0;

  for (let at = 0; at < units; at++) {
    const unit = source.charCodeAt(at);
    const code = CODES[unit] as number;
    if ((code - Code.Inner) >>> 0 <= Code.Several - Code.Inner) {
      if (code !== Code.Several) continue;
      const letters = lettersOf(unit);
      if (count + letters.length + (units - at) > symbols.length) {
        symbols = longer(symbols, letters.length + units);
        offsets = longer(offsets, letters.length + units);
      }
      words[wordCount] = count;
      wordCount += inWord ^ 1;
      inWord = 1;
      for (let i = 0; i < letters.length; i++) {
        symbols[count] = CODES[letters.charCodeAt(i)] as number;
        offsets[count] = at;
        count++;
      }
      continue;
    }
    const isLetter = (code + 120) >> 7; // 1 from Code.FIRST_LETTER on
    symbols[count] = code;
    offsets[count] = at;
    words[wordCount] = count;
    wordCount += isLetter & (inWord ^ 1);
    count += isLetter;
    inWord = isLetter;
  }
  symbols[count] = AFTER_LAST;
  return new Folded(source, count, symbols, offsets, words, wordCount);
}

/** The joint that the units between two letters make. */
function jointOf(source: string, from: number, to: number): Joint {
  if (to - from > WIDEST_JOINT) return Joint.Break;
  let joint: Joint = Joint.None;
  for (let at = from; at < to; at++) {
    const unit = source.charCodeAt(at);
    switch (CODES[unit]) {
      case Code.Skip:
        break;
      case Code.Inner:
        // tatweel that stretches the end of a word is nothing; on its own it is a dash, an apostrophe a quote
        if (joint === Joint.None ? at + 1 < to && unit !== TATWEEL : at + 1 < to || unit !== TATWEEL) joint = Joint.Break;
        break;
      case Code.Zwnj:
        if (joint === Joint.None) joint = Joint.Zwnj;
        break;
      case Code.Space:
        joint = joint === Joint.None || joint === Joint.Zwnj || joint === Joint.Space ? Joint.Space : Joint.Break;
        break;
      case Code.Hyphen:
        joint = joint === Joint.None || joint === Joint.Zwnj ? Joint.Hyphen : Joint.Break;
        break;
      case Code.Dot:
        joint = joint === Joint.None ? Joint.Dot : Joint.Break;
        break;
      default:
        joint = Joint.Break;
    }
    if (joint === Joint.Break) break;
  }
  return joint;
}

const TATWEEL = 0x0640;

/**
 * The UTF-16 offset in the source just after folded letter `index`, with the diacritics that sit on it.
 * Bidi controls and tatweel that follow are not part of the letter.
 */
export function endOffset(folded: Folded, index: number): number {
  let end = (folded.offsets[index] ?? folded.source.length) + 1;
  while (end < folded.source.length && CODES[folded.source.charCodeAt(end)] === Code.Skip) {
    if (!/\p{M}/u.test(folded.source.charAt(end))) break;
    end++;
  }
  return end;
}

/** The letters of a short string, for keys and comparisons that need no way back. */
export function foldKey(text: string): string {
  return fold(text).letters;
}

function longer<A extends Uint8Array | Uint32Array>(array: A, by: number): A {
  const larger = new (array.constructor as new (length: number) => A)(array.length + by);
  larger.set(array);
  return larger;
}
