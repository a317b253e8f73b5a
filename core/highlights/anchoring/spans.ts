import { endOffset, type Folded } from '../../language/fold.ts';

/** UTF-16 offsets in the page text, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Letters of the page and the letters of the passage that stand there, by index, ends exclusive. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly quoteFrom: number;
  readonly quoteTo: number;
}

/** The span of a part in the page's source: its letters, and the marks at its ends that the quote has there too. */
export function spanOf(page: Folded, quote: Folded, { from, to, quoteFrom, quoteTo }: Part): Span {
  const start = page.offsets[from] as number;
  const end = endOffset(page, to - 1);
  const quoteEnd = endOffset(quote, quoteTo - 1);
  const before = quote.source.slice(
    quoteFrom === 0 ? 0 : endOffset(quote, quoteFrom - 1),
    quote.offsets[quoteFrom] as number,
  );
  const after = quote.source.slice(
    quoteEnd,
    quoteTo < quote.length ? (quote.offsets[quoteTo] as number) : quote.source.length,
  );
  let marksBefore = 0;
  while (
    marksBefore < before.length &&
    page.source[start - 1 - marksBefore] === before[before.length - 1 - marksBefore]
  ) {
    marksBefore++;
  }
  let marksAfter = 0;
  while (marksAfter < after.length && page.source[end + marksAfter] === after[marksAfter]) marksAfter++;
  return {
    start: start - page.source.slice(start - marksBefore, start).trimStart().length,
    end: end + page.source.slice(end, end + marksAfter).trimEnd().length,
  };
}
