import type { Page } from '../core/highlights/highlight.ts';
import { pageKey } from '../core/highlights/page-key.ts';

/** What tells the page from others (see `pageKey`). */
export function keyOf(page: Document): string {
  const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined;
  return pageKey(addressOf(page), canonical);
}

/** What is stored of the page itself. */
export function describePage(page: Document, date: string | undefined): Page {
  return { key: keyOf(page), address: addressOf(page), title: page.title.trim(), ...(date ? { date } : {}) };
}

function addressOf(page: Document): string {
  return page.location.href.replace(/#.*/, '');
}
