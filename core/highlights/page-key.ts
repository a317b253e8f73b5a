/** Query parameters that say how the reader came, not what the page is. */
const TRACKING = /^(utm_|fb|gclid|yclid|igshid|ref$|ref_|source$|from$|_ga|mc_)/i;

/**
 * What tells a page from others: its address without the fragment, tracking parameters, `www.` and a slash
 * at the end. http and https are one. When the page names a canonical address on the same site, that one counts.
 * @throws when the address is none
 */
export function pageKey(address: string, canonical?: string): string {
  const url = new URL(address);
  const named = canonical === undefined ? undefined : parse(canonical, url);
  const best = named && hostOf(named) === hostOf(url) && named.pathname !== '/' ? named : url;
  const query = [...best.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  return hostOf(best) + best.pathname.replace(/\/+$/, '') + (query ? `?${query}` : '');
}

function parse(address: string, base: URL): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}

function hostOf(url: URL): string {
  return url.host.replace(/^www\./, '');
}
