import type { Highlight, Page } from '../highlight.ts';
import { savedDay } from './months.ts';

export const GROUPINGS = ['page', 'day'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What passages have in common, as a heading tells it. */
export type Group =
  | { readonly by: 'page'; readonly page: Page; readonly count: number }
  /** `day`: the day of saving where the reader is, YYYY-MM-DD. */
  | { readonly by: 'day'; readonly day: string; readonly count: number };

/** A row of the list: a passage, and the heading above it where a group begins. */
export interface Row {
  readonly highlight: Highlight;
  readonly group: Group | undefined;
}

/**
 * The rows of a list of highlights that comes with the latest saved first. By page: pages by their latest saved passage,
 * passages in the order of the text. By day: the order as it is.
 */
export function rowsOf(highlights: readonly Highlight[], grouping: Grouping): Row[] {
  return grouping === 'page' ? rowsByPage(highlights) : rowsByDay(highlights);
}

function rowsByPage(highlights: readonly Highlight[]): Row[] {
  const rows: Row[] = [];
  // a map keeps the order of its keys: that of their latest highlights
  for (const members of Map.groupBy(highlights, ({ page }) => page.key).values()) {
    const [latest] = members;
    // the latest saved knows the page's title as it is now
    if (latest) addGroup(rows, { by: 'page', page: latest.page, count: members.length }, members.sort(byPlace));
  }
  return rows;
}

function rowsByDay(highlights: readonly Highlight[]): Row[] {
  const rows: Row[] = [];
  for (const [day, members] of Map.groupBy(highlights, savedDay)) {
    addGroup(rows, { by: 'day', day, count: members.length }, members);
  }
  return rows;
}

function addGroup(rows: Row[], group: Group, members: readonly Highlight[]): void {
  for (const [index, highlight] of members.entries()) {
    rows.push({ highlight, group: index === 0 ? group : undefined });
  }
}

/** In the order of the text; those whose place is not known come last, in the order of saving. */
function byPlace(a: Highlight, b: Highlight): number {
  return placeOf(a) - placeOf(b) || (a.created < b.created ? -1 : 1);
}

function placeOf({ selectors }: Highlight): number {
  return selectors.position?.start ?? Number.MAX_SAFE_INTEGER;
}
