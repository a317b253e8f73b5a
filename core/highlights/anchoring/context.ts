import { type Folded, Joint } from '../../language/fold.ts';
import { blockStarts, isBlockStart, lastStart } from './blocks.ts';
import type { Sought } from './sought.ts';

/** Letters that are evidence enough: fewer stand in sentences that have nothing to do with each other. */
export const ENOUGH_LETTERS = 24;
/** So many letters in a row are not said by two sentences, not even of one template: a name or a number differs. */
export const UNMISTAKABLE_LETTERS = 64;
/** Letters of what was put between two parts of a text: a box with a few headlines and their first lines. */
export const LONGEST_GAP = 2000;
/** Letters of a box beside a passage: three headlines. Farther off stands another section. */
const LONGEST_BOX = 300;
/** After one letter that differs, so many must be the same again: then it is a slip, and not another word. */
const LETTERS_AFTER_SLIP = 6;
/** At the end of what was stored, so few must do. */
const SHORTEST_REST = 3;
/** Letters on both sides of the place of a passage that was cut out, by which the seam is known. */
const FEWEST_SEAM_LETTERS = 8;

/** How one side of the context agrees with what stands beside a place. */
interface Side {
  /** Letters that agree, less those that a slip must be weighed up with. */
  readonly agreeing: number;
  /** Letters of the context up to where it agrees, and up to the first slip. */
  readonly reach: number;
  readonly clean: number;
  /** Whether part of it stands behind a box that was put in between. */
  readonly isBehindBox: boolean;
}
export interface Fit {
  readonly before: Side;
  readonly after: Side;
  readonly agreeing: number;
}

/** The fit of a place that goes from one letter to another, exclusive. */
export function fitOf(page: Folded, from: number, to: number, sought: Sought): Fit {
  const { prefix, suffix, ownBefore, ownAfter } = sought;
  const before = sideOf(page, from - 1, prefix, ownBefore, suffix.slice(ownAfter), -1);
  const after = sideOf(page, to, suffix, ownAfter, prefix.slice(0, prefix.length - ownBefore), 1);
  return { before, after, agreeing: before.agreeing + after.agreeing };
}

/** Whether one side of the context agrees: in enough letters, or in all that were stored. */
export function agreesOn(side: 'before' | 'after', fit: Fit, { prefix, suffix }: Sought): boolean {
  const stored = side === 'before' ? prefix.length : suffix.length;
  return stored > 0 && fit[side].agreeing >= Math.min(ENOUGH_LETTERS, stored);
}

/**
 * Whether a place of the page has evidence enough to be the passage. Its letters
 * and those of the context that agrees must be enough, or all the context be there. Its own sentence must go on as it
 * did, since a template says the same half sentence of gold and of the dollar. And the page may not tell that the
 * passage stood elsewhere.
 */
export function isSupported(page: Folded, sought: Sought, fit: Fit): boolean {
  const { key, prefix, suffix, ownBefore, ownAfter } = sought;
  if (key.length >= UNMISTAKABLE_LETTERS) return true;
  const { before, after } = fit;
  const stored = prefix.length + suffix.length;
  if (key.length + fit.agreeing < ENOUGH_LETTERS && (stored === 0 || fit.agreeing < stored)) return false;
  // where the sentence differs in a letter, the other side must speak for it
  const goesOn = (side: Side, own: number, isOtherWhole: boolean) =>
    side.clean >= own || (side.reach >= own && isOtherWhole);
  if (!goesOn(before, ownBefore, after.reach === suffix.length)) return false;
  if (!goesOn(after, ownAfter, before.reach === prefix.length)) return false;
  const own = key.length + Math.min(before.clean, ownBefore) + Math.min(after.clean, ownAfter);
  if (own < UNMISTAKABLE_LETTERS && isCutOut(page, sought, fit)) return false;
  return key.length >= ENOUGH_LETTERS || standsBetween(page, sought, fit);
}

/**
 * Whether both sides of the context agree in some letters, or one does that stands nowhere else on the page while the
 * other has gone from it. Else a heading, a word, a line of a list is one that stands there too.
 */
function standsBetween({ letters }: Folded, { prefix, suffix }: Sought, { before, after }: Fit): boolean {
  const isBefore = before.agreeing >= Math.min(FEWEST_SEAM_LETTERS, prefix.length);
  const isAfter = after.agreeing >= Math.min(FEWEST_SEAM_LETTERS, suffix.length);
  if (isBefore && isAfter) return true;
  const tail = prefix.slice(-ENOUGH_LETTERS);
  const head = suffix.slice(0, ENOUGH_LETTERS);
  const isAlone = (side: Side, text: string, other: string) =>
    side.agreeing >= ENOUGH_LETTERS &&
    !side.isBehindBox &&
    letters.indexOf(text) === letters.lastIndexOf(text) &&
    !letters.includes(other);
  return (isBefore && isAlone(before, tail, head)) || (isAfter && isAlone(after, head, tail));
}

/**
 * Whether one end of a passage that is now in several parts is sure: the part is unmistakable, or what stood beside
 * it is there too.
 */
export function isEndSure(part: number, side: Side, own: number, stored: number): boolean {
  if (part >= UNMISTAKABLE_LETTERS || side.reach === stored) return true;
  return side.reach >= own && part + side.agreeing >= ENOUGH_LETTERS;
}

/**
 * Whether what stood before the sentences of the passage and what stood after them are now side by side, and not
 * around the place.
 */
export function isCutOut({ letters }: Folded, sought: Sought, fit: Fit): boolean {
  const { prefix, suffix, ownBefore, ownAfter } = sought;
  const before = prefix.slice(0, prefix.length - ownBefore).slice(-ENOUGH_LETTERS);
  const after = suffix.slice(ownAfter, ownAfter + ENOUGH_LETTERS);
  if (before.length < FEWEST_SEAM_LETTERS || after.length < FEWEST_SEAM_LETTERS) return false;
  if (agreesOn('before', fit, sought) && agreesOn('after', fit, sought)) return false;
  return letters.includes(before + after);
}

/**
 * How far the context agrees from its near end on (`step` 1: after the place, -1: before it; `at` its first letter):
 * over slips of one letter that is no digit, and over one box or sentence that was put in. What holds a part of the
 * other side of the context, `other`, is neither. `own` letters are of the passage's sentence.
 */
function sideOf(page: Folded, at: number, context: string, own: number, other: string, step: 1 | -1): Side {
  const first = run(page, at, context, 0, step);
  if (first.reach === context.length || first.clean < first.reach) return first;
  // a few letters of what was put in may look like the context going on
  const starts = blockStarts(page);
  const edge =
    step === 1
      ? (starts[lastStart(starts, first.at)] as number)
      : (starts[lastStart(starts, first.at) + 1] ?? page.length) - 1;
  const cuts = [first.reach - Math.abs(first.at - edge), own];
  for (const reach of cuts) {
    if (reach < 0 || reach > first.reach) continue;
    const next = leapOver(page.letters, at + reach * step, context, reach, other, step);
    if (next === undefined) continue;
    if (reach !== own && !isBlockStart(starts, step === 1 ? next : next + 1)) continue;
    return { ...run(page, next, context, reach, step), isBehindBox: true };
  }
  return first;
}

/** The letter where the rest of the context goes on behind a box; undefined when it does not. */
function leapOver(
  letters: string,
  edge: number,
  context: string,
  reach: number,
  other: string,
  step: 1 | -1,
): number | undefined {
  const size = Math.min(ENOUGH_LETTERS, context.length - reach);
  if (size < FEWEST_SEAM_LETTERS) return undefined;
  const rest =
    step === 1
      ? context.slice(reach, reach + size)
      : context.slice(context.length - reach - size, context.length - reach);
  const reachable = LONGEST_BOX + size;
  if (step === 1) {
    const gap = letters.slice(edge, edge + reachable).indexOf(rest);
    return gap === -1 || holdsPartOf(letters.slice(edge, edge + gap), other) ? undefined : edge + gap;
  }
  const begin = Math.max(0, edge + 1 - reachable);
  const found = letters.slice(begin, edge + 1).lastIndexOf(rest);
  if (found === -1) return undefined;
  const next = begin + found + size;
  return holdsPartOf(letters.slice(next, edge + 1), other) ? undefined : next - 1;
}

/** Whether the text holds a piece of another that may have been changed in a few letters. */
function holdsPartOf(text: string, other: string): boolean {
  for (let at = 0; at + PIECE <= other.length; at += PIECE) {
    if (text.includes(other.slice(at, at + PIECE))) return true;
  }
  return false;
}

const PIECE = 12;

/** The run of the context, of which `from` letters agree already, along the page; with the letter where it stops. */
function run(page: Folded, from: number, context: string, agreed: number, step: 1 | -1): Side & { at: number } {
  const { letters } = page;
  const stored = context.length;
  const kept = (reach: number) => context[step === 1 ? reach : stored - 1 - reach];
  const sameFrom = (at: number, reach: number): number => {
    let same = 0;
    while (reach + same < stored && letters[at + same * step] === kept(reach + same)) same++;
    return same;
  };
  const isSlip = (at: number, reach: number, extra: number, missing: number): boolean => {
    if (isDigit(letters[at]) || isDigit(kept(reach))) return false;
    // another first letter makes another name: «محمدی», «احمدی»
    if (extra === 1 && page.jointBefore(at) !== Joint.None) return false;
    // at the very beginning a slip is less easily told from another text
    const least = reach === 0 ? 2 * LETTERS_AFTER_SLIP : LETTERS_AFTER_SLIP;
    const needed = Math.min(least, stored - reach - missing);
    return needed >= SHORTEST_REST && sameFrom(at + extra * step, reach + missing) >= needed;
  };
  let at = from;
  let reach = agreed;
  let clean = agreed;
  for (let slips = 0; ; slips++) {
    const same = sameFrom(at, reach);
    at += same * step;
    reach += same;
    if (slips === 0) clean = reach;
    const slip = SLIPS.find(([extra, missing]) => isSlip(at, reach, extra, missing));
    if (!slip) {
      const agreeing = Math.max(0, reach - slips * LETTERS_AFTER_SLIP);
      return { agreeing, reach, clean, isBehindBox: false, at };
    }
    at += slip[0] * step;
    reach += slip[1];
  }
}

/** Letters passed over in the page and in the context: another letter, one more, one less. */
const SLIPS = [
  [1, 1],
  [1, 0],
  [0, 1],
] as const;

export function isDigit(letter: string | undefined): boolean {
  return letter !== undefined && letter >= '0' && letter <= '9';
}
