import type { Selectors } from '../core/highlights/highlight.ts';
import { LONGEST_PASSAGE } from '../core/highlights/limits.ts';
import { describeRange } from '../core/highlights/selectors.ts';
import { isLasting } from './page-address.ts';
import { readPageText } from './page-text.ts';

/** The reader's selection, described so that it can be found again, or why it can't be saved. */
export type Selected =
  | { readonly ok: true; readonly selectors: Selectors; readonly ranges: readonly StaticRange[] }
  | { readonly ok: false; readonly reason: 'nothing-selected' | 'outside' | 'too-long' };

/**
 * Describes what is selected in the page. Text of navigation, forms and code counts as outside, and so does a page
 * whose address leads nobody back to it.
 */
export function describeSelection(page: Document): Selected {
  const selection = page.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed)
    return { ok: false, reason: 'nothing-selected' };
  if (!isLasting(page)) return { ok: false, reason: 'outside' };
  const pageText = readPageText(page);
  const offsets = pageText.offsets(selection.getRangeAt(0));
  const selectors = offsets && describeRange(pageText.text, offsets.start, offsets.end);
  if (!selectors?.position) return { ok: false, reason: 'outside' };
  if (selectors.quote.exact.length > LONGEST_PASSAGE) return { ok: false, reason: 'too-long' };
  const ranges = pageText.ranges(selectors.position.start, selectors.position.end);
  return ranges.length > 0 ? { ok: true, selectors, ranges } : { ok: false, reason: 'outside' };
}
