import { CODES } from '../language/characters.ts';
import { type Folded, Joint } from '../language/fold.ts';
import { SHORTEST_AFTER_PARTICLE, type Suffix, suffixAfter } from '../language/suffix.ts';
import { BASE_SHIFT, END, HAS_KEY, IS_LEAF, LABEL } from './double-array.ts';
import { DOT_JOINT, type Lexicon, type LexiconName } from './lexicon.ts';
import { mayBegin, shiftOf } from './prefixes.ts';

/** A span of a text that matches one or more names. Offsets are indexes of folded letters, `end` exclusive. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** Index of the word in which it begins. */
  readonly word: number;
  readonly suffix: Suffix;
  /** A particle is glued before it («وروسیه»): the name begins inside a word. */
  readonly isGlued: boolean;
  readonly names: readonly LexiconName[];
}

const VAV = CODES['و'.charCodeAt(0)];
const BEH = CODES['ب'.charCodeAt(0)];
const HEH = CODES['ه'.charCodeAt(0)];

/** So many words are filtered at once; of each, itself and what follows a glued particle. */
const STRIDE = 1024;
const PASSED = new Uint32Array(2 * STRIDE);
const GLUED = 0x80000000;

/**
 * Every span of the folded text that matches a name of the lexicon, at word boundaries and with nothing but
 * a suffix after it in its word. Spans may overlap; which survive is decided by linking. In the order of
 * their starts, shorter first. Takes time linear in the text's length.
 */
export function findMentions(lexicon: Lexicon, folded: Folded): Mention[] {
  const mentions: Mention[] = [];
  const { symbols, words, wordCount } = folded;
  const { prefixes, trie } = lexicon;
  const { units, tails } = trie;
  const shift = shiftOf(prefixes);

  /** Adds the mentions that begin at one letter, shorter first. */
  const walk = (start: number, word: number, isGlued: boolean) => {
    let unit = units[0] as number;
    for (let at = start; ; at++) {
      const symbol = symbols[at] as number;
      unit = units[(unit >>> BASE_SHIFT) + symbol] as number;
      if ((unit & LABEL) !== symbol) return;
      if (unit & IS_LEAF) {
        let tail = unit >>> BASE_SHIFT;
        let end = at + 1;
        while (tails[tail] === symbols[end]) {
          tail++;
          end++;
        }
        if (tails[tail] === END) add(start, end, word, tail + 1, isGlued);
        return;
      }
      if (unit & HAS_KEY) {
        const tail = (units[(unit >>> BASE_SHIFT) + END] as number) >>> BASE_SHIFT;
        add(start, at + 1, word, tail + 1, isGlued);
      }
    }
  };

  const add = (start: number, end: number, word: number, payload: number, isGlued: boolean) => {
    if (isGlued && end - start < SHORTEST_AFTER_PARTICLE) return;
    const suffix = suffixAfter(folded, start, end);
    if (!suffix) return;
    let names = lexicon.namesOf(payload);
    for (const { joints } of names) {
      if (jointsAgree(folded, start, end, joints)) continue;
      names = names.filter((name) => jointsAgree(folded, start, end, name.joints));
      break;
    }
    if (names.length > 0) mentions.push({ start, end, word, suffix, isGlued, names });
  };

  // what passes the filter is put by first, without a branch: the filter's reads then wait for nothing
  for (let from = 0; from < wordCount; from += STRIDE) {
    const to = Math.min(wordCount, from + STRIDE);
    let passed = 0;
    for (let word = from; word < to; word++) {
      const start = words[word] as number;
      PASSED[passed] = word;
      passed += mayBegin(prefixes, shift, symbols, start);
      // particles that sloppy copy writes together with the next word: «وروسیه», «بهروسیه»
      const particle = particleAt(symbols, start);
      if (particle === 0) continue;
      const next = word + 1 < wordCount ? (words[word + 1] as number) : folded.length;
      if (start + particle >= next) continue;
      PASSED[passed] = word | GLUED;
      passed += mayBegin(prefixes, shift, symbols, start + particle);
    }
    for (let i = 0; i < passed; i++) {
      const word = (PASSED[i] as number) & ~GLUED;
      const start = words[word] as number;
      if (word === PASSED[i]) walk(start, word, false);
      else walk(start + particleAt(symbols, start), word, true);
    }
  }
  return mentions;
}

/** How many letters a particle has that may be glued to the name after it; 0 when none stands there. */
function particleAt(symbols: Uint8Array, at: number): number {
  if (symbols[at] === VAV) return 1;
  return symbols[at] === BEH && symbols[at + 1] === HEH ? 2 : 0;
}

/**
 * Whether the text is joined only where the name is. A joint of the name may be written as ZWNJ, a space, a
 * hyphen or nothing at all; a full stop only as a full stop, lest «ج.ا» be found in «جا».
 */
function jointsAgree(folded: Folded, start: number, end: number, allowed: Uint8Array): boolean {
  const { offsets } = folded;
  const isTogether = (offsets[end - 1] as number) - (offsets[start] as number) === end - 1 - start;
  if (isTogether && allowed.length === 0) return true;
  let next = 0;
  for (let at = start + 1; at < end; at++) {
    const place = allowed[next];
    const isPlace = place !== undefined && (place & ~DOT_JOINT) === at - start;
    if (isPlace) next++;
    else if ((offsets[at] as number) - (offsets[at - 1] as number) <= 1) continue;
    const joint = folded.jointBefore(at);
    if (!isPlace) {
      if (joint !== Joint.None) return false;
    } else if (joint === Joint.Break || ((place & DOT_JOINT) !== 0) !== (joint === Joint.Dot)) return false;
  }
  return true;
}
