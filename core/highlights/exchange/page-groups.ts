import type { Highlight, Page } from '../highlight.ts';

/** What was saved from one page. */
export interface PageGroup {
  /** As it was when a passage was last saved from it: titles change. */
  readonly page: Page;
  /** In the order of the page's text. */
  readonly highlights: readonly Highlight[];
}

/** Groups highlights by their pages: first the page from which a passage was saved last. */
export function groupByPage(highlights: readonly Highlight[]): PageGroup[] {
  const groups = new Map<string, Highlight[]>();
  for (const highlight of [...highlights].sort(latestFirst)) {
    const group = groups.get(highlight.page.key);
    if (group) group.push(highlight);
    else groups.set(highlight.page.key, [highlight]);
  }
  // a map keeps the order of its keys: that of their latest highlights
  return [...groups.values()].flatMap((group) => {
    const latest = group[0];
    return latest ? [{ page: latest.page, highlights: group.sort(byPlace) }] : [];
  });
}

function latestFirst(a: Highlight, b: Highlight): number {
  return Date.parse(b.created) - Date.parse(a.created);
}

/** By place in the text; those without one at the end, as they were saved. */
function byPlace(a: Highlight, b: Highlight): number {
  const [one, other] = [a.selectors.position?.start, b.selectors.position?.start];
  if (one !== undefined && other !== undefined && one !== other) return one - other;
  if ((one === undefined) !== (other === undefined)) return one === undefined ? 1 : -1;
  return latestFirst(b, a);
}
