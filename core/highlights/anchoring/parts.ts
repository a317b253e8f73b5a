import type { Folded } from '../../language/fold.ts';
import { blockStarts, lastStart } from './blocks.ts';
import { ENOUGH_LETTERS, type Fit, fitOf, isEndSure, isSupported, LONGEST_GAP } from './context.ts';
import { CLEAR_LEAD, type Finding } from './exact.ts';
import type { Sought } from './sought.ts';
import type { Part } from './spans.ts';

/** An article is seldom interrupted more often within what somebody saves. */
export const MOST_PARTS = 5;
/** Letters of a part: a heading, or a last word. */
export const SHORTEST_PART = 4;

/**
 * The passage with whole blocks between its parts that were not there before: an advertisement, «read also», a
 * picture's caption. Undefined when its letters are not all there, in order.
 */
export function findParts(page: Folded, sought: Sought): Finding {
  const { key } = sought;
  if (key.length < ENOUGH_LETTERS) return undefined;
  const { letters } = page;
  const head = key.slice(0, SHORTEST_PART);
  const found: { parts: readonly Part[]; agreeing: number }[] = [];
  for (let at = letters.indexOf(head); at !== -1; at = letters.indexOf(head, at + 1)) {
    const parts = partsFrom(page, key, at, 0, MOST_PARTS);
    const last = parts?.at(-1);
    if (!parts || !last) continue;
    const fit = fitOf(page, at, last.to, sought);
    if (hasSureEnds(sought, parts, fit) && isSupported(page, sought, fit)) {
      found.push({ parts, agreeing: fit.agreeing });
    }
  }
  found.sort((a, b) => b.agreeing - a.agreeing);
  const [best, rival] = found;
  if (best && rival && best.agreeing < rival.agreeing + CLEAR_LEAD) return 'ambiguous';
  return best?.parts;
}

/** A short end («سخنگو گفت:») may stand at the beginning of many a block: what went on around it must be there too. */
export function hasSureEnds(sought: Sought, parts: readonly Part[], fit: Fit): boolean {
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last || first === last) return true;
  return (
    isEndSure(first.to - first.from, fit.before, sought.ownBefore, sought.prefix.length) &&
    isEndSure(last.to - last.from, fit.after, sought.ownAfter, sought.suffix.length)
  );
}

/** The parts of the key from one of its letters on, the first at the page's letter `at`; undefined when they are not there. */
function partsFrom(page: Folded, key: string, at: number, keyAt: number, most: number): readonly Part[] | undefined {
  const { letters } = page;
  let same = 0;
  while (keyAt + same < key.length && letters[at + same] === key[keyAt + same]) same++;
  if (keyAt + same === key.length) return [{ from: at, to: at + same, quoteFrom: keyAt, quoteTo: key.length }];

  const starts = blockStarts(page);
  // a few letters of what was put there may look like the passage going on
  const gap = lastStart(starts, at + same);
  const to = starts[gap] as number;
  const rest = keyAt + to - at;
  if (most === 1 || to - at < SHORTEST_PART || key.length - rest < SHORTEST_PART) return undefined;
  const begin = key.slice(rest, rest + SHORTEST_PART);
  for (let next = gap + 1; next < starts.length && (starts[next] as number) - to <= LONGEST_GAP; next++) {
    const from = starts[next] as number;
    if (!letters.startsWith(begin, from)) continue;
    const others = partsFrom(page, key, from, rest, most - 1);
    if (others) return [{ from: at, to, quoteFrom: keyAt, quoteTo: rest }, ...others];
  }
  return undefined;
}
