import { LONGEST_GAP } from './context.ts';
import { SHORTEST_PART } from './parts.ts';

/** A way to lay the passage over letters of the page with the fewest edits. */
export interface Alignment {
  /** Page letters that it covers, end exclusive, the blocks between its parts included. */
  readonly from: number;
  readonly to: number;
  /** Letters that differ, are missing or were added; blocks put in between don't count. */
  readonly errors: number;
  /** For each letter of the passage the page's letter in its place; -1 where there is none. */
  readonly placeOf: Int32Array;
  /** For each letter of the passage how many letters the page has more after it. */
  readonly addedAfter: Uint16Array;
  /** Where the passage was interrupted: after how many of its letters, and which page letters stand between. */
  readonly gaps: readonly { readonly after: number; readonly from: number; readonly to: number }[];
}

/** An interruption costs as much as so many edits, so that none is seen where a few edits explain the text. */
const GAP_COST = 3;
/** Blocks that one interruption may hold: a box with a list of headlines. Bounds the work where blocks are short. */
const MOST_GAP_BLOCKS = 24;
const FAR = 0xffff;
const Step = { Missing: 0, Pair: 1, Added: 2 } as const;

/**
 * The best alignments, none over letters of another, the fewest errors first: the dynamic programme of Sellers
 * (1980), in which whole blocks of the page may be passed over. `starts` holds the letters within the window at
 * which blocks begin. Work and memory go with the key's length times the window's.
 */
export function align(
  letters: string,
  key: string,
  window: { readonly from: number; readonly to: number },
  starts: ReadonlySet<number>,
  mostErrors: number,
  most: number,
): Alignment[] {
  const { from } = window;
  const width = window.to - from;
  const rows = key.length + 1;
  const steps = new Uint8Array(rows * (width + 1));
  const leaps = new Map<number, Int32Array>();
  const before: { column: number; costs: Uint16Array; begins: Int32Array }[] = [];
  const costs = Uint16Array.from({ length: rows }, (_, row) => (row <= mostErrors ? row : FAR));
  const begins = new Int32Array(rows).fill(from);
  const ends: { column: number; cost: number; begin: number }[] = [];
  const keyCodes = Uint16Array.from(key, (letter) => letter.charCodeAt(0));
  let deepest = Math.min(key.length, mostErrors);

  for (let column = 0; column <= width; column++) {
    if (column > 0) {
      const code = letters.charCodeAt(from + column - 1);
      let diagonal = costs[0] as number;
      let diagonalBegin = begins[0] as number;
      costs[0] = 0;
      begins[0] = from + column;
      if (deepest < key.length) costs[++deepest] = FAR;
      let above = 0;
      const base = column * rows;
      for (let row = 1; row <= deepest; row++) {
        const left = costs[row] as number;
        const leftBegin = begins[row] as number;
        const pair = diagonal + (keyCodes[row - 1] === code ? 0 : 1);
        let cost = pair;
        let begin = diagonalBegin;
        let step: number = Step.Pair;
        if (left + 1 < cost) {
          cost = left + 1;
          begin = leftBegin;
          step = Step.Added;
        }
        if (above + 1 < cost) {
          cost = above + 1;
          begin = begins[row - 1] as number;
          step = Step.Missing;
        }
        steps[base + row] = step;
        costs[row] = Math.min(cost, FAR - 1);
        begins[row] = begin;
        above = cost;
        diagonal = left;
        diagonalBegin = leftBegin;
      }
      while (deepest > 0 && (costs[deepest] as number) > mostErrors) deepest--;
      costs.fill(FAR, deepest + 1);
    }
    const cost = costs[key.length] as number;
    if (cost <= mostErrors) ends.push({ column, cost, begin: begins[key.length] as number });
    if (!starts.has(from + column)) continue;

    const plain = { column, costs: costs.slice(), begins: begins.slice() };
    while (before[0] && (before.length > MOST_GAP_BLOCKS || column - before[0].column > LONGEST_GAP)) before.shift();
    const leap = new Int32Array(rows).fill(-1);
    for (const earlier of before) {
      for (let row = SHORTEST_PART; row <= key.length - SHORTEST_PART; row++) {
        const leapt = (earlier.costs[row] as number) + GAP_COST;
        if (leapt > mostErrors || leapt >= (costs[row] as number)) continue;
        costs[row] = leapt;
        begins[row] = earlier.begins[row] as number;
        leap[row] = earlier.column;
        deepest = Math.max(deepest, row);
      }
    }
    leaps.set(column, leap);
    before.push(plain);
  }

  const taken: Alignment[] = [];
  ends.sort((a, b) => a.cost - b.cost || a.column - b.column);
  for (const { column, begin } of ends) {
    if (taken.length === most) break;
    if (taken.some((other) => begin < other.to && from + column > other.from)) continue;
    taken.push(trace(key, letters, from, column, steps, leaps));
  }
  return taken;
}

/** Goes back from the end of an alignment to its beginning. */
function trace(
  key: string,
  letters: string,
  from: number,
  end: number,
  steps: Uint8Array,
  leaps: ReadonlyMap<number, Int32Array>,
): Alignment {
  const rows = key.length + 1;
  const placeOf = new Int32Array(key.length).fill(-1);
  const addedAfter = new Uint16Array(key.length);
  const gaps: { after: number; from: number; to: number }[] = [];
  let errors = 0;
  let row = key.length;
  let column = end;
  let hasLeapt = false;
  while (row > 0) {
    const leap = hasLeapt ? -1 : (leaps.get(column)?.[row] ?? -1);
    if (leap >= 0) {
      gaps.unshift({ after: row, from: from + leap, to: from + column });
      column = leap;
      hasLeapt = true;
      continue;
    }
    const step = column === 0 ? Step.Missing : steps[column * rows + row];
    if (step === Step.Added) {
      addedAfter[row - 1] = (addedAfter[row - 1] as number) + 1;
      errors++;
      column--;
      hasLeapt = false;
      continue;
    }
    row--;
    if (step === Step.Missing) errors++;
    else {
      column--;
      placeOf[row] = from + column;
      if (letters[from + column] !== key[row]) errors++;
      hasLeapt = false;
    }
  }
  return { from: from + column, to: from + end, errors, placeOf, addedAfter, gaps };
}
