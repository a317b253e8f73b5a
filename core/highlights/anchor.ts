import { type Folded, foldKey } from '../language/fold.ts';
import type { Selectors } from './highlight.ts';

/** Where a saved passage is found in a page's text, as UTF-16 offsets, or why it is not. */
export type Anchor =
  | { readonly found: true; readonly start: number; readonly end: number }
  | { readonly found: false; readonly reason: 'not-found' | 'ambiguous' };

/** Letters of context that must fit when a quote stands in several places: fewer fit by chance. */
const FEWEST_CONTEXT_LETTERS = 4;

/**
 * Finds a saved passage in the folded text of a page. First where it was, if quote and context still stand
 * there; else every place where the quote stands exactly in folded space, so that changed spelling, joints
 * and punctuation don't matter, and the one whose context fits best. Of places that fit equally the one
 * nearest to the old position; `ambiguous` when short quotes fit in several places with no context to tell.
 */
export function anchor(page: Folded, selectors: Selectors): Anchor {
  const { quote, position } = selectors;
  const standsAt = position.start;
  if (
    page.source.startsWith(quote.exact, standsAt) &&
    page.source.slice(0, standsAt).endsWith(quote.prefix) &&
    page.source.startsWith(quote.suffix, position.end)
  ) {
    return { found: true, start: standsAt, end: position.end };
  }
  const key = foldKey(quote.exact);
  return key === '' ? anchorRaw(page.source, selectors) : anchorFolded(page, key, selectors);
}

/** For quotes without letters («؟!»), which fold to nothing. */
function anchorRaw(source: string, { quote }: Selectors): Anchor {
  const first = source.indexOf(quote.exact);
  if (first === -1) return { found: false, reason: 'not-found' };
  if (source.indexOf(quote.exact, first + 1) !== -1) return { found: false, reason: 'ambiguous' };
  return { found: true, start: first, end: first + quote.exact.length };
}

function anchorFolded(page: Folded, key: string, { quote, position }: Selectors): Anchor {
  const prefix = foldKey(quote.prefix);
  const suffix = foldKey(quote.suffix);
  const places: { at: number; fit: number; distance: number }[] = [];
  for (let at = page.letters.indexOf(key); at !== -1; at = page.letters.indexOf(key, at + 1)) {
    const fit = commonEnd(page.letters, at, prefix) + commonStart(page.letters, at + key.length, suffix);
    places.push({ at, fit, distance: Math.abs((page.offsets[at] as number) - position.start) });
  }
  places.sort((a, b) => b.fit - a.fit || a.distance - b.distance);
  const [best, second] = places;
  if (!best) return { found: false, reason: 'not-found' };
  const wanted = Math.min(FEWEST_CONTEXT_LETTERS, prefix.length + suffix.length);
  if (second && best.fit < wanted) return { found: false, reason: 'ambiguous' };
  return { found: true, ...rawSpan(page, best.at, key.length, quote.exact) };
}

/** The span in the source: the letters, and the marks at its ends that the quote had too. */
function rawSpan(
  { source, offsets }: Folded,
  at: number,
  length: number,
  exact: string,
): { start: number; end: number } {
  let start = offsets[at] as number;
  let end = (offsets[at + length - 1] as number) + 1;
  const before = /^[^\p{L}\p{N}]*/u.exec(exact)?.[0] ?? '';
  const after = /[^\p{L}\p{N}]*$/u.exec(exact)?.[0] ?? '';
  if (before && source.slice(0, start).endsWith(before)) start -= before.length;
  if (after && source.startsWith(after, end)) end += after.length;
  return { start, end };
}

function commonEnd(letters: string, at: number, prefix: string): number {
  let same = 0;
  while (same < prefix.length && letters[at - 1 - same] === prefix[prefix.length - 1 - same]) same++;
  return same;
}

function commonStart(letters: string, at: number, suffix: string): number {
  let same = 0;
  while (same < suffix.length && letters[at + same] === suffix[same]) same++;
  return same;
}
