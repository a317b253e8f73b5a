import { CODES, Code } from '../language/characters.ts';
import type { Folded } from '../language/fold.ts';

/** What stands further off says little, and broken text has no full stops. */
const LONGEST_REACH = 240;

/** Words from one index to another, `to` exclusive. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** Two letters' codes as one number. */
export function pairOf(first: number, second: number): number {
  return (first << 7) | second;
}

/** For each pair of letters, the mark of the range that it was last seen in. */
const MARKS = new Float64Array(1 << 14);
let currentMark = 0;

/** The sentences of a folded text, looked for where they are asked for. */
export class Sentences {
  readonly #folded: Folded;
  #asked = -1;
  #range: WordRange = { from: 0, to: 0 };
  #marked: WordRange | undefined;

  constructor(folded: Folded) {
    this.#folded = folded;
  }

  /** The words of the sentence around a word, not further off than the reach. */
  around(index: number): WordRange {
    if (index !== this.#asked) {
      const { words, wordCount } = this.#folded;
      const letter = words[index] as number;
      let from = index;
      while (from > 0 && !this.#endsBefore(words[from] as number)) {
        if (letter - (words[from - 1] as number) > LONGEST_REACH) break;
        from--;
      }
      let to = index + 1;
      while (to < wordCount && (words[to] as number) - letter <= LONGEST_REACH) {
        if (this.#endsBefore(words[to] as number)) break;
        to++;
      }
      this.#asked = index;
      this.#range = { from, to };
    }
    return this.#range;
  }

  /** Whether some word of the range begins with the two letters of a `pairOf`: most cues stand nowhere near. */
  mayHold(range: WordRange, pair: number): boolean {
    if (range !== this.#marked) {
      const { words, symbols } = this.#folded;
      this.#marked = range;
      currentMark++;
      for (let index = range.from; index < range.to; index++) {
        const at = words[index] as number;
        MARKS[pairOf(symbols[at] as number, symbols[at + 1] as number)] = currentMark;
      }
    }
    return MARKS[pair] === currentMark;
  }

  /** Whether a sentence ends between the letter and the one before it. */
  #endsBefore(letter: number): boolean {
    const { source, offsets } = this.#folded;
    const to = offsets[letter] as number;
    for (let at = (offsets[letter - 1] as number) + 1; at < to; at++) {
      const unit = source.charCodeAt(at);
      if (!isStop(unit)) continue;
      // a full stop inside a number or an address ends nothing
      if (at + 1 === to) return unit === 0x0a || unit === 0;
      const next = source.charCodeAt(at + 1);
      if (CODES[next] === Code.Space || next === 0 || CLOSERS.has(next) || isStop(next)) return true;
    }
    return false;
  }
}

const CLOSERS = new Set([...'»"”)]'].map((char) => char.charCodeAt(0)));

function isStop(unit: number): boolean {
  switch (unit) {
    case 0x2e: // .
    case 0x61f: // ؟
    case 0x21: // !
    case 0x3f: // ?
    case 0x61b: // ؛
    case 0x0a:
    case 0: // between blocks
      return true;
    default:
      return false;
  }
}
