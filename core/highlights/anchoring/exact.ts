import { type Folded, Joint } from '../../language/fold.ts';
import { ENOUGH_LETTERS, type Fit, fitOf, isDigit, isSupported } from './context.ts';
import type { Sought } from './sought.ts';
import type { Part } from './spans.ts';

/** The best of several places must agree in so many more letters of context: fewer agree by chance. */
export const CLEAR_LEAD = 8;

/** What a step finds: parts of the passage, in order; several places that nothing tells apart; or nothing. */
export type Finding = readonly Part[] | 'ambiguous' | undefined;

/**
 * The place where all letters of the passage stand in a row; of several the one whose context agrees best.
 * Undefined when there is none with evidence enough.
 */
export function findExact(page: Folded, sought: Sought): Finding {
  const { key, prefix, suffix, position } = sought;
  const { letters } = page;
  let best: Place | undefined;
  let rival: Place | undefined;
  for (let at = letters.indexOf(key); at !== -1; at = letters.indexOf(key, at + 1)) {
    if (cutsNumber(letters, at, sought) || partsWord(page, at, sought)) continue;
    const fit = fitOf(page, at, at + key.length, sought);
    if (!isSupported(page, sought, fit)) continue;
    const distance = position === undefined ? 0 : Math.abs((page.offsets[at] as number) - position);
    const place = { at, fit, distance };
    if (!best || isBetter(place, best)) [best, rival] = [place, best];
    else if (!rival || isBetter(place, rival)) rival = place;
  }
  if (!best) return undefined;
  if (rival && best.fit.agreeing < rival.fit.agreeing + CLEAR_LEAD) {
    // the same passage, context and all, several times: only where it was can tell
    const stored = prefix.length + suffix.length;
    if (stored === 0 || rival.fit.agreeing < stored || position === undefined || best.distance === rival.distance)
      return 'ambiguous';
  }
  return [{ from: best.at, to: best.at + key.length, quoteFrom: 0, quoteTo: key.length }];
}

interface Place {
  readonly at: number;
  readonly fit: Fit;
  /** UTF-16 units from where it was. */
  readonly distance: number;
}

function isBetter(one: Place, other: Place): boolean {
  const lead = one.fit.agreeing - other.fit.agreeing;
  return lead > 0 || (lead === 0 && one.distance < other.distance);
}

/** Whether a number at the end of the passage goes on in the page as it did not: «۴۵» is not the beginning of «۴۵۰». */
function cutsNumber(letters: string, at: number, { key, prefix, suffix }: Sought): boolean {
  const before = letters[at - 1];
  const after = letters[at + key.length];
  return (
    (isDigit(key[0]) && isDigit(before) && before !== prefix.at(-1)) ||
    (isDigit(key.at(-1)) && isDigit(after) && after !== suffix[0])
  );
}

/** Whether a short passage would be put together from parts of other words: «او» does not stand in «ما و شما». */
function partsWord(page: Folded, at: number, { key, quote }: Sought): boolean {
  if (key.length >= ENOUGH_LETTERS) return false;
  for (let letter = 1; letter < key.length; letter++) {
    if (quote.jointBefore(letter) !== Joint.None) continue;
    const joint = page.jointBefore(at + letter);
    if (joint !== Joint.None && joint !== Joint.Zwnj) return true;
  }
  return false;
}
