import { Class, classOf, lettersOf } from './characters.ts';

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

/**
 * Text made comparable, with an exact map back. Folded text is for comparison only: it is never written to
 * a page or saved.
 */
export interface Folded {
  /** The text that was folded. */
  readonly source: string;
  /** The comparable letters alone; joints, punctuation and marks are left out. */
  readonly letters: string;
  /** For each letter, the `Joint` between it and the letter before it; `Break` for the first. */
  readonly joints: Uint8Array;
  /** For each letter, the UTF-16 offset in `source` of the code unit that it comes from. */
  readonly offsets: Uint32Array;
}

/**
 * Folds the spellings of Persian into one: Arabic letters, hamza forms, diacritics, digits of three kinds,
 * presentation forms, case, invisible controls. Never throws, whatever the input; takes time linear in its
 * length.
 */
export function fold(source: string): Folded {
  const length = source.length;
  let joints = new Uint8Array(length + 8);
  let offsets = new Uint32Array(length + 8);
  let letters = '';
  let count = 0;
  let joint = Joint.Break as Joint;

  for (let at = 0; at < length; at++) {
    const code = source.charCodeAt(at);
    switch (classOf(code)) {
      case Class.Letter: {
        const folded = lettersOf(code);
        if (count + folded.length > joints.length) {
          joints = grown(joints);
          offsets = grown(offsets);
        }
        for (let i = 0; i < folded.length; i++) {
          joints[count] = i === 0 ? joint : Joint.None;
          offsets[count] = at;
          count++;
        }
        letters += folded;
        joint = Joint.None;
        break;
      }
      case Class.Skip:
        break;
      case Class.Inner:
        if (joint !== Joint.None || !isLetterAfter(source, at)) joint = innerOutside(source, at, joint);
        break;
      case Class.Zwnj:
        if (joint === Joint.None) joint = Joint.Zwnj;
        break;
      case Class.Space:
        joint = joint === Joint.None || joint === Joint.Zwnj || joint === Joint.Space ? Joint.Space : Joint.Break;
        break;
      case Class.Hyphen:
        joint = joint === Joint.None || joint === Joint.Zwnj ? Joint.Hyphen : Joint.Break;
        break;
      case Class.Dot:
        joint = joint === Joint.None ? Joint.Dot : Joint.Break;
        break;
      default:
        joint = Joint.Break;
    }
  }
  return { source, letters, joints: joints.subarray(0, count), offsets: offsets.subarray(0, count) };
}

/**
 * The UTF-16 offset in the source just after folded letter `index`, with the diacritics that sit on it.
 * Bidi controls and tatweel that follow are not part of the letter.
 */
export function endOffset(folded: Folded, index: number): number {
  let end = (folded.offsets[index] ?? folded.source.length) + 1;
  while (end < folded.source.length && /\p{M}/u.test(folded.source.charAt(end))) end++;
  return end;
}

/** The letters of a short string, for keys and comparisons that need no way back. */
export function foldKey(text: string): string {
  return fold(text).letters;
}

const TATWEEL = 0x0640;

/** Tatweel that stretches the end of a word is nothing; tatweel on its own is a dash, an apostrophe a quote. */
function innerOutside(source: string, at: number, joint: Joint): Joint {
  return source.charCodeAt(at) === TATWEEL && (joint === Joint.None || isLetterAfter(source, at)) ? joint : Joint.Break;
}

function isLetterAfter(source: string, at: number): boolean {
  return at + 1 < source.length && classOf(source.charCodeAt(at + 1)) === Class.Letter;
}

function grown<A extends Uint8Array | Uint32Array>(array: A): A {
  const larger = new (array.constructor as new (length: number) => A)(array.length * 2);
  larger.set(array);
  return larger;
}
