import type { Page } from '../core/highlights/highlight.ts';
import { cleanAddress, pageKey } from '../core/highlights/page-key.ts';
import { siteOf } from '../core/settings/settings.ts';

/** The canonical address when it was last believed, and the key of the address that it stood for. */
let believed: { readonly canonical: string; readonly own: string } | undefined;

/** What tells the page from others (see `pageKey`). To be asked from the beginning on: it remembers what it believed. */
export function keyOf(page: Document): string {
  const own = pageKey(page.location.href);
  const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute('href');
  // pages that change their address by script may leave the canonical one of the article before
  if (!canonical || (believed?.canonical === canonical && believed.own !== own)) return own;
  believed = { canonical, own };
  return pageKey(page.location.href, canonical);
}

/** What is stored of the page itself. @param key see `keyOf` */
export function describePage(page: Document, key: string, date: string | undefined): Page {
  const address = cleanAddress(page.location.href);
  return {
    key,
    address,
    title: page.title.trim().replace(/\s+/g, ' '),
    site: siteOf(address),
    ...(date ? { date } : {}),
  };
}
