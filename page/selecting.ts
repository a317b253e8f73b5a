import type { Selectors } from '../core/highlights/highlight.ts';
import { describeRange } from '../core/highlights/selectors.ts';
import { readPageText } from './page-text.ts';

/** The reader's selection, described so that it can be found again, or why it can't be saved. */
export type Selected =
  | { readonly ok: true; readonly selectors: Selectors; readonly range: StaticRange }
  | { readonly ok: false; readonly reason: 'nothing-selected' | 'outside' };

/** Describes what is selected in the page. Text of navigation, forms and code counts as outside. */
export function describeSelection(page: Document): Selected {
  const selection = page.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed)
    return { ok: false, reason: 'nothing-selected' };
  const pageText = readPageText(page);
  const offsets = pageText.offsets(selection.getRangeAt(0));
  const selectors = offsets && describeRange(pageText.text, offsets.start, offsets.end);
  const range = selectors && pageText.range(selectors.position.start, selectors.position.end);
  return selectors && range ? { ok: true, selectors, range } : { ok: false, reason: 'outside' };
}
