/** The share of the text of all candidates that makes one of them the article, and not one of many. */
const MAIN_SHARE = 0.5;

/** Where the page's article stands: its first mentions are the ones that are marked. */
export interface Article {
  /** Whether the node is part of the article or its title. */
  holds(node: Node): boolean;
  isTitle(node: Node): boolean;
}

/**
 * Finds the article of a page by what pages say of themselves. Where they say nothing, or show many teasers, all of
 * the page counts as the article.
 */
export function findArticle(page: Document): Article {
  const title = page.querySelector('article h1, main h1, h1');
  const body = longest([...page.querySelectorAll('[itemprop="articleBody"], article, [role="article"]')]);
  const root = body?.closest('article') ?? body ?? page.querySelector('main, [role="main"]') ?? page.body;
  return {
    holds: (node) => root.contains(node) || (title?.contains(node) ?? false),
    isTitle: (node) => title?.contains(node) ?? false,
  };
}

function longest(candidates: readonly Element[]): Element | undefined {
  const lengths = candidates.map((one) => one.textContent?.length ?? 0);
  const most = Math.max(0, ...lengths);
  // an article may be marked twice, the one inside the other: only those beside it are rivals
  const best = candidates[lengths.indexOf(most)];
  const beside = candidates.reduce(
    (sum, one, index) => sum + (best && (one.contains(best) || best.contains(one)) ? 0 : (lengths[index] ?? 0)),
    0,
  );
  return best && most >= MAIN_SHARE * (most + beside) ? best : undefined;
}
