import { browser } from './browser.ts';
import { NEWS_SITES } from './news-sites.ts';

/*
 * Which sites we may read. The listed ones come with the extension; any other only when the reader asks, by an
 * optional permission that the browser remembers and the reader can take back.
 */

/** The files that the manifest puts into the pages of the listed sites. */
const READER = { js: ['content-scripts/reader.js'], css: ['content-scripts/reader.css'] };
const SCRIPT_PREFIX = 'site-';

/** The match pattern of all pages of a site and its subdomains. */
export function patternOf(site: string): string {
  return `*://*.${site}/*`;
}

/** Asks the reader for a site. To be called in a click. False when the reader says no. */
export async function requestSite(site: string): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(site)] });
}

/** Gives a site's permission back. */
export async function releaseSite(site: string): Promise<void> {
  await browser.permissions.remove({ origins: [patternOf(site)] });
}

/** The sites that the reader added to the listed ones. */
export async function addedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  // Chrome forgets the paths of patterns: hosts are compared
  const listed = new Set(NEWS_SITES.map(siteOfPattern));
  const sites = origins.flatMap((pattern) => siteOfPattern(pattern) ?? []);
  return [...new Set(sites)].filter((site) => !listed.has(site));
}

/** Whether we may read pages of the site. */
export async function mayRead(site: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [`*://${site}/*`] });
}

/** Whether a listed site's permission was taken back (Firefox lets the reader do that). */
export async function isListedButRefused(site: string): Promise<boolean> {
  const pattern = NEWS_SITES.find((one) => {
    const listed = siteOfPattern(one);
    return listed !== undefined && (site === listed || site.endsWith(`.${listed}`));
  });
  return pattern !== undefined && !(await browser.permissions.contains({ origins: [pattern] }));
}

function siteOfPattern(pattern: string): string | undefined {
  return /^[*a-z]+:\/\/(?:\*\.)?([^/*]+)\//.exec(pattern)?.[1];
}

/** Lets the reader run on the added sites from now on, and on no site that was given back. */
export async function registerAddedSites(): Promise<void> {
  const wanted = await addedSites();
  const registered = (await browser.scripting.getRegisteredContentScripts()).filter(({ id }) =>
    id.startsWith(SCRIPT_PREFIX),
  );
  const gone = registered.filter(({ id }) => !wanted.includes(id.slice(SCRIPT_PREFIX.length)));
  if (gone.length > 0) await browser.scripting.unregisterContentScripts({ ids: gone.map(({ id }) => id) });
  const fresh = wanted.filter((site) => !registered.some(({ id }) => id === SCRIPT_PREFIX + site));
  if (fresh.length === 0) return;
  await browser.scripting.registerContentScripts(
    fresh.map((site) => ({
      id: SCRIPT_PREFIX + site,
      matches: [patternOf(site)],
      ...READER,
      runAt: 'document_idle' as const,
      persistAcrossSessions: true,
    })),
  );
}

/** Calls back when permissions were given or taken. To be called in the background's first turn. */
export function onAccessChanged(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
}
