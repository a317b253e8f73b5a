import type { Selectors } from './highlight.ts';

/** Characters of context kept on each side: Hypothesis keeps as many, enough to tell repeated quotes apart. */
const CONTEXT = 32;

/**
 * Describes the passage between two UTF-16 offsets of the page's text (`end` exclusive), so that it can be
 * found again. White space at its ends is left out. Undefined when nothing but white space is selected.
 */
export function describeRange(text: string, start: number, end: number): Selectors | undefined {
  const raw = text.slice(start, end);
  const exact = raw.trim();
  if (exact === '') return undefined;
  const from = start + raw.indexOf(exact);
  const to = from + exact.length;
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact,
      prefix: text.slice(Math.max(0, from - CONTEXT), from),
      suffix: text.slice(to, to + CONTEXT),
    },
    position: { type: 'TextPositionSelector', start: from, end: to },
  };
}
