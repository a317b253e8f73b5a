import type { Page } from '../core/highlights/highlight.ts';
import { cleanAddress, pageKey } from '../core/highlights/page-key.ts';
import { siteOf } from '../core/settings/settings.ts';

/** What tells the page from others (see `pageKey`). */
export function keyOf(page: Document): string {
  const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined;
  return pageKey(page.location.href, canonical);
}

/** What is stored of the page itself. */
export function describePage(page: Document, date: string | undefined): Page {
  const address = cleanAddress(page.location.href);
  return {
    key: keyOf(page),
    address,
    title: page.title.trim().replace(/\s+/g, ' '),
    site: siteOf(address),
    ...(date ? { date } : {}),
  };
}
