import type { Page } from '../core/highlights/highlight.ts';
import { LONGEST_ADDRESS } from '../core/highlights/limits.ts';
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

/** UTF-16 units of a title that are kept: enough for lists, few enough for pages that write an article there. */
const KEPT_TITLE = 300;
/** The first half of a surrogate pair, left by a cut. */
const HALF_CHARACTER = /[\ud800-\udbff]$/;
/** Pages of the web, and our own that shows how it is done; files and pages without address are found by nobody again. */
const LASTING = /^(https?|chrome-extension|moz-extension):$/;

/** Whether passages can be saved from the page: its address leads back to it, on any day. */
export function isLasting(page: Document): boolean {
  const { protocol, href } = page.location;
  return LASTING.test(protocol) && href.length <= LONGEST_ADDRESS;
}

/** What is stored of the page itself. @param key see `keyOf` */
export function describePage(page: Document, key: string, date: string | undefined): Page {
  const address = cleanAddress(page.location.href);
  return {
    key,
    address,
    title: page.title.trim().replace(/\s+/g, ' ').slice(0, KEPT_TITLE).replace(HALF_CHARACTER, ''),
    site: siteOf(address),
    ...(date ? { date } : {}),
  };
}
