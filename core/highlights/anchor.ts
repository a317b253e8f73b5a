import type { Folded } from '../language/fold.ts';
import { findApproximately, isApproximable } from './anchoring/approximate.ts';
import { ENOUGH_LETTERS } from './anchoring/context.ts';
import { type Finding, findExact } from './anchoring/exact.ts';
import { findParts } from './anchoring/parts.ts';
import { type Sought, seek } from './anchoring/sought.ts';
import { type Span, spanOf } from './anchoring/spans.ts';
import type { OrphanReason, Selectors } from './highlight.ts';

export type { Span };

/** Where a saved passage is found in a page's text, or why it is not. */
export type Anchor =
  | {
      readonly found: true;
      /** In order, apart from each other: several when something was put between parts of the passage. */
      readonly spans: readonly Span[];
      /** Whether all its letters are there, and no other. */
      readonly isExact: boolean;
    }
  | { readonly found: false; readonly reason: OrphanReason };

/**
 * Finds a saved passage in the folded text of a page, in which each block is one line. First where it was; then
 * where its letters stand in folded space, so that changed spelling, joints and punctuation don't matter; then in
 * parts, with whole blocks between them; at last approximately, when it is long enough. No step takes a place that
 * lacks evidence: a passage that is not found is listed with the reason, one that is painted elsewhere would be a lie.
 */
export function anchor(page: Folded, selectors: Selectors): Anchor {
  const quick = anchorQuickly(page, selectors);
  if (quick) return quick;
  const sought = seek(selectors);
  return anchorOf(page, sought, findApproximately(page, sought), false) ?? orphan(page, sought);
}

/** As `anchor`, without the approximate search. Undefined when only that could tell more. */
export function anchorQuickly(page: Folded, selectors: Selectors): Anchor | undefined {
  const standing = anchorWhereItWas(page.source, selectors);
  if (standing) return standing;
  const sought = seek(selectors);
  if (sought.key === '') return anchorMarks(page.source, selectors);
  const known =
    anchorOf(page, sought, findExact(page, sought), true) ?? anchorOf(page, sought, findParts(page, sought), true);
  return known ?? (isApproximable(sought) ? undefined : orphan(page, sought));
}

function anchorWhereItWas(source: string, { quote, position }: Selectors): Anchor | undefined {
  if (!position) return undefined;
  const { start } = position;
  const end = start + quote.exact.length;
  const stands =
    source.startsWith(quote.exact, start) &&
    source.slice(0, start).endsWith(quote.prefix) &&
    source.startsWith(quote.suffix, end);
  return stands ? { found: true, spans: [{ start, end }], isExact: true } : undefined;
}

/** For quotes without letters («؟!»), which fold to nothing. */
function anchorMarks(source: string, { quote }: Selectors): Anchor {
  const start = source.indexOf(quote.exact);
  if (start === -1) return { found: false, reason: 'not-found' };
  if (source.indexOf(quote.exact, start + 1) !== -1) return { found: false, reason: 'ambiguous' };
  return { found: true, spans: [{ start, end: start + quote.exact.length }], isExact: true };
}

function anchorOf(page: Folded, { quote }: Sought, finding: Finding, isExact: boolean): Anchor | undefined {
  if (finding === undefined) return undefined;
  if (finding === 'ambiguous') return { found: false, reason: 'ambiguous' };
  return { found: true, spans: finding.map((part) => spanOf(page, quote, part)), isExact };
}

/** Why it is not found: the page is another when a good part neither of the passage nor of its context is there. */
function orphan({ letters }: Folded, { key, prefix, suffix }: Sought): Anchor {
  const texts = key.length >= ENOUGH_LETTERS ? [prefix, key, suffix] : [prefix, suffix];
  const traces = texts.flatMap((text) => [text.slice(0, ENOUGH_LETTERS), text.slice(-ENOUGH_LETTERS)]);
  const isSamePage = traces.some((trace) => trace !== '' && letters.includes(trace));
  return { found: false, reason: isSamePage ? 'not-found' : 'page-changed' };
}
