import { cite, tidyPassage } from '../../core/highlights/citation.ts';
import type { Highlight, Remarks } from '../../core/highlights/highlight.ts';
import { readArticleDate } from '../../core/language/article-date.ts';
import { collectDateTexts } from '../../page/article-date.ts';
import { describePage } from '../../page/page-address.ts';
import type { Selected } from '../../page/selecting.ts';
import { ask } from '../../platform/messages/ask.ts';
import { disconnected, type Fault } from './faults.ts';
import type { HighlighterSurroundings } from './highlighter.ts';
import { newId } from './new-id.ts';

/** A selection that can be saved. */
export type Selection = Extract<Selected, { ok: true }>;

/** What came of saving. */
export type Saved =
  | { readonly ok: true; readonly highlight: Highlight }
  | { readonly ok: false; readonly reason: Fault };

/** Saves a selection. @param entities what is marked in it; null where names are not marked */
export async function savePassage(
  { selectors }: Selection,
  remarks: Remarks,
  entities: string[] | null,
  { pageKey, articleDate }: HighlighterSurroundings,
): Promise<Saved> {
  const page = describePage(document, pageKey, articleDate ?? dateOfPage());
  return ask({ type: 'save-highlight', id: newId(), page, selectors, remarks, entities }).catch(disconnected);
}

/** The passage as it is copied, with the line that says where it is from. */
export function citation(
  exact: string,
  { pageKey, articleDate }: HighlighterSurroundings,
  formatDate: (day: string) => string,
): string {
  return cite(exact, describePage(document, pageKey, articleDate ?? dateOfPage()), formatDate);
}

/** The beginning of a passage, as confirmations repeat it. */
export function shorten(exact: string, most: number): string {
  const quote = tidyPassage(exact).replace(/\s+/g, ' ');
  return quote.length > most ? `${quote.slice(0, most).trimEnd()}…` : quote;
}

function dateOfPage(): string | undefined {
  return readArticleDate(collectDateTexts(document), new Date().toISOString().slice(0, 10));
}
