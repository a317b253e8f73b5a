import { ALPHABET, CODES, Code, lettersOf } from './characters.ts';

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
  #letters: string | undefined;

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

  /** All the letters; made when first asked for, since finding names needs the symbols only. */
  get letters(): string {
    this.#letters ??= this.slice(0, this.length);
    return this.#letters;
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

  /** The same in memory of its own. */
  copy(): Folded {
    return new Folded(
      this.source,
      this.length,
      this.symbols.slice(0, this.length + PADDING),
      this.offsets.slice(0, this.length),
      this.words.slice(0, this.wordCount),
      this.wordCount,
    );
  }

  /** How letter `index` is joined to the one before it; `Break` for the first, and after the last. */
  jointBefore(index: number): Joint {
    if (index <= 0 || index >= this.length) return Joint.Break;
    const from = (this.offsets[index - 1] as number) + 1;
    const to = this.offsets[index] as number;
    if (from >= to) return Joint.None;
    // one space: so are nearly all
    return from + 1 === to && this.source.charCodeAt(from) === SPACE ? Joint.Space : jointOf(this.source, from, to);
  }
}

/**
 * Folds the spellings of Persian into one: Arabic letters, hamza forms, diacritics, digits of three kinds,
 * presentation forms, case, invisible controls. Never throws, whatever the input; takes time linear in its
 * length.
 */
export function fold(source: string): Folded {
  return isInUse ? besides(() => foldFixed(source).copy()) : foldFixed(source).copy();
}

/**
 * Folds a text for as long as `use` runs, in memory that is used again: to ask for memory anew is half of what
 * folding costs. The folded text must not be kept.
 */
export function foldWhile<T>(source: string, use: (folded: Folded) => T): T {
  if (isInUse) return use(fold(source));
  isInUse = true;
  try {
    return use(foldFixed(source));
  } finally {
    isInUse = false;
  }
}

/** The letters of a short string, for keys and comparisons that need no way back. */
export function foldKey(text: string): string {
  return isInUse ? fold(text).letters : foldFixed(text).letters;
}

/** Whether the fixed arrays hold a text that is being read. */
let isInUse = false;

/** Does something with the fixed arrays while they are in use, and puts back what they held. */
function besides<T>(work: () => T): T {
  const [symbols, offsets, words] = [SYMBOLS.slice(), OFFSETS.slice(), WORDS.slice()];
  try {
    return work();
  } finally {
    SYMBOLS.set(symbols);
    OFFSETS.set(offsets);
    WORDS.set(words);
  }
}

function foldFixed(source: string): Folded {
  const chunk: Chunk = { at: 0, inWord: 0, count: 0, wordCount: 0 };
  foldChunk(source, chunk);
  if (chunk.at === source.length) {
    for (let i = 0; i < PADDING; i++) SYMBOLS[chunk.count + i] = AFTER_LAST;
    return new Folded(source, chunk.count, SYMBOLS, OFFSETS, WORDS, chunk.wordCount);
  }
  return foldOn(source, chunk);
}

/** Symbols that may be read at once after the last letter. */
const PADDING = 8;

/** Goes on where the fixed arrays end, or a unit stands for several letters: in arrays of its own. */
function foldOn(source: string, chunk: Chunk): Folded {
  let symbols = new Uint8Array(source.length + PADDING);
  let offsets = new Uint32Array(symbols.length);
  let words = new Uint32Array(symbols.length); // a word has a letter at least
  let count = 0;
  let wordCount = 0;
  for (;;) {
    if (chunk.at < source.length) foldSeveral(source, chunk);
    const needed = count + chunk.count + (source.length - chunk.at) + PADDING;
    if (needed > symbols.length) {
      symbols = longer(symbols, needed * 2);
      offsets = longer(offsets, needed * 2);
      words = longer(words, needed * 2);
    }
    symbols.set(SYMBOLS.subarray(0, chunk.count), count);
    offsets.set(OFFSETS.subarray(0, chunk.count), count);
    for (let i = 0; i < chunk.wordCount; i++) words[wordCount + i] = (WORDS[i] as number) + count;
    count += chunk.count;
    wordCount += chunk.wordCount;
    if (chunk.at >= source.length) break;
    foldChunk(source, chunk);
  }
  symbols.fill(AFTER_LAST, count, count + PADDING);
  return new Folded(source, count, symbols, offsets, words, wordCount);
}

function longer<A extends Uint8Array | Uint32Array>(array: A, length: number): A {
  const larger = new (array.constructor as new (length: number) => A)(length);
  larger.set(array);
  return larger;
}

/** So many units are folded at once; no unit stands for more than 18 letters («ﷺ»). */
const CHUNK = 1 << 13;
/** Arrays that never change are addressed without a look at where they lie, which makes folding half as dear. */
const SYMBOLS = new Uint8Array(CHUNK + 18 + PADDING);
const OFFSETS = new Uint32Array(CHUNK + 18);
const WORDS = new Uint32Array(CHUNK + 18);
const INNER = Code.Inner;
const SEVERAL = Code.Several;

/** Where folding stands: the next unit, whether a word goes on there, and how much the fixed arrays hold. */
interface Chunk {
  at: number;
  inWord: number;
  count: number;
  wordCount: number;
}

/**
 * Folds on from `chunk.at` into the fixed arrays, up to their end or to a unit that stands for several letters.
 * No branch depends on where words end, which is what a processor can't foresee.
 */
function foldChunk(source: string, chunk: Chunk): void {
  let { at, inWord } = chunk;
  let count = 0;
  let wordCount = 0;
  const end = Math.min(source.length, at + CHUNK);
  for (; at < end; at++) {
    const code = CODES[source.charCodeAt(at)] as number;
    if ((code - INNER) >>> 0 <= SEVERAL - INNER) {
      if (code === SEVERAL) break;
      continue;
    }
    const isLetter = (code + 120) >> 7; // 1 from the first letter's code on
    SYMBOLS[count] = code;
    OFFSETS[count] = at;
    WORDS[wordCount] = count;
    wordCount += isLetter & (inWord ^ 1);
    count += isLetter;
    inWord = isLetter;
  }
  chunk.at = at;
  chunk.inWord = inWord;
  chunk.count = count;
  chunk.wordCount = wordCount;
}

/** Folds the next unit, when it is one that stands for several letters. */
function foldSeveral(source: string, chunk: Chunk): void {
  const unit = source.charCodeAt(chunk.at);
  if (CODES[unit] !== SEVERAL) return;
  if (!chunk.inWord) WORDS[chunk.wordCount++] = chunk.count;
  for (const letter of lettersOf(unit)) {
    SYMBOLS[chunk.count] = CODES[letter.charCodeAt(0)] as number;
    OFFSETS[chunk.count] = chunk.at;
    chunk.count++;
  }
  chunk.inWord = 1;
  chunk.at++;
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
        if (joint === Joint.None ? at + 1 < to && unit !== TATWEEL : at + 1 < to || unit !== TATWEEL)
          joint = Joint.Break;
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
const SPACE = 0x20;

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
