import type { Folded } from '../../language/fold.ts';

const known = new WeakMap<Folded, Uint32Array>();

/**
 * The index of each block's first letter, ascending, and after them the number of letters. Blocks without
 * letters are left out. Found once for each page, as all its passages ask for them.
 */
export function blockStarts(page: Folded): Uint32Array {
  const before = known.get(page);
  if (before) return before;
  const starts: number[] = [];
  let letter = 0;
  while (letter < page.length) {
    starts.push(letter);
    const line = page.source.indexOf('\n', page.offsets[letter]);
    if (line === -1) break;
    while (letter < page.length && (page.offsets[letter] as number) < line) letter++;
  }
  starts.push(page.length);
  const found = Uint32Array.from(starts);
  known.set(page, found);
  return found;
}

/** The place in `starts` of the last start that is not after the letter. */
export function lastStart(starts: Uint32Array, letter: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= letter) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether a block begins with the letter, or all of them end before it. */
export function isBlockStart(starts: Uint32Array, letter: number): boolean {
  return starts[lastStart(starts, letter)] === letter;
}
