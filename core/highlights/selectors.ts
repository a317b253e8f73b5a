import type { Selectors } from './highlight.ts';

/**
 * UTF-16 units of context kept on each side: twice what Hypothesis keeps, so that the lines of a list of prices
 * or scores, which differ in a name and a number only, are told apart.
 */
export const CONTEXT = 64;

/**
 * Describes the passage between two UTF-16 offsets of the page's text (`end` exclusive), so that it can be
 * found again. White space at its ends is left out. Undefined when nothing but white space is selected.
 */
export function describeRange(
  text: string,
  start: number,
  end: number,
): (Selectors & Required<Pick<Selectors, 'position'>>) | undefined {
  const raw = text.slice(start, end);
  const exact = raw.trim();
  if (exact === '') return undefined;
  const from = start + raw.indexOf(exact);
  const to = from + exact.length;
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact,
      prefix: text.slice(isInsidePair(text, from - CONTEXT) ? from - CONTEXT + 1 : Math.max(0, from - CONTEXT), from),
      suffix: text.slice(to, isInsidePair(text, to + CONTEXT) ? to + CONTEXT - 1 : to + CONTEXT),
    },
    position: { type: 'TextPositionSelector', start: from, end: to },
  };
}

/** Whether a cut at the offset would part the two surrogates of one character. */
function isInsidePair(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(Math.max(0, offset - 1), offset + 1)) && offset > 0;
}
