import { type Folded, Joint } from '../language/fold.ts';
import { nameStarts, SHORTEST_AFTER_PARTICLE, type Suffix, suffixAfter } from '../language/suffix.ts';
import { ROOT, step, valueAt } from './double-array.ts';
import { DOT_JOINT, type Lexicon, type LexiconName } from './lexicon.ts';
import { symbolOf } from './symbols.ts';

/** A span of a block that matches one or more names. Offsets are indexes of folded letters, `end` exclusive. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly suffix: Suffix;
  /** A particle is glued before it («وروسیه»): the name begins inside a word. */
  readonly isGlued: boolean;
  readonly names: readonly LexiconName[];
}

/**
 * Every span of the folded block that matches a name of the lexicon, at word boundaries and with nothing but
 * a suffix after it in its word. Spans may overlap; which survive is decided by linking. In the order of
 * their starts, longer first. Takes time linear in the block's length.
 */
export function findMentions(lexicon: Lexicon, folded: Folded): Mention[] {
  const mentions: Mention[] = [];
  const { joints } = folded;
  for (let word = 0; word < joints.length; word++) {
    if (joints[word] === Joint.None) continue;
    for (const start of nameStarts(folded, word)) {
      const shortest = start === word ? 2 : SHORTEST_AFTER_PARTICLE;
      const found = namesFrom(lexicon, folded, start, shortest, start !== word);
      for (let i = found.length - 1; i >= 0; i--) mentions.push(found[i] as Mention);
    }
  }
  return mentions;
}

/** The mentions that begin at one letter, shorter first. */
function namesFrom(lexicon: Lexicon, folded: Folded, start: number, shortest: number, isGlued: boolean): Mention[] {
  const { letters, joints } = folded;
  const found: Mention[] = [];
  let state: number = ROOT;
  for (let at = start; at < letters.length; at++) {
    if (at > start && joints[at] === Joint.Break) break;
    const symbol = symbolOf(letters.charCodeAt(at));
    state = symbol === 0 ? -1 : step(lexicon.trie, state, symbol);
    if (state === -1) break;
    const end = at + 1;
    if (end - start < shortest) continue;
    const value = valueAt(lexicon.trie, state);
    if (value === -1) continue;
    const suffix = suffixAfter(folded, start, end);
    if (!suffix) continue;
    const names = lexicon.namesOf(value).filter((name) => jointsAgree(folded, start, end, name.joints));
    if (names.length > 0) found.push({ start, end, suffix, isGlued, names });
  }
  return found;
}

/**
 * Whether the text is joined only where the name is. A joint of the name may be written as ZWNJ, a space, a
 * hyphen or nothing at all; a full stop only as a full stop, lest «ج.ا» be found in «جا».
 */
function jointsAgree({ joints }: Folded, start: number, end: number, allowed: Uint8Array): boolean {
  let next = 0;
  for (let at = start + 1; at < end; at++) {
    const joint = joints[at];
    const place = allowed[next];
    if (place !== undefined && (place & ~DOT_JOINT) === at - start) {
      next++;
      if (place & DOT_JOINT ? joint !== Joint.Dot : joint === Joint.Dot) return false;
    } else if (joint !== Joint.None) return false;
  }
  return true;
}
