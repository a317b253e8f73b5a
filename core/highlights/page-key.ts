/**
 * Query parameters that say how the reader came, not what the page is. Names that tell a page on some site (`s`, `id`,
 * `p`, `tw`) are not among them: better two keys for one page than one key for two.
 */
const TRACKING = /^((utm|fb|ref)_.*|(fb|g|d|y|ms|tw)clid|[gw]braid|igsh(id)?|mc_[ce]id|_g[al]|ref|source|from)$/i;
/** Query parameters that tell the pages of one article apart. */
const PAGING = /^(page|paged|p|pg)$/i;
/** Parts of a path that are kept before the number: `fa`, `news`, `1404`, `10`, an issue. Others are words of the title. */
const PLAIN_SECTION = /^([a-z]{1,12}|\d+)$/i;
/** Dates that look like numbers, Gregorian or solar, with or without the day: `20231010`, `140307`. Many articles share one. */
const DATE = /^(1[34]|19|20)\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])?$/;

/**
 * What tells a page from others. Where the path holds an article's number, that is the identity: host, plain section
 * words and number, since sites change the words after it, or leave them out. Elsewhere the address without the
 * fragment, tracking parameters, `www.`, `m.` or `amp.` before the host, `amp` at either end of the path, and a slash
 * at the end. http and https are one. When the page names a canonical address on the same site, that one counts.
 * `pageKey('https://' + key)` is the key again. The rules hold for the addresses of the news sites that the
 * extension is made for: see `tests/unit/page-key.test.ts`.
 * @throws when the address is none
 */
export function pageKey(address: string, canonical?: string): string {
  const url = new URL(address);
  const named = canonical === undefined ? undefined : parse(canonical, url);
  const best = named && hostOf(named) === hostOf(url) && named.pathname !== '/' ? named : url;
  const segments = segmentsOf(best.pathname);
  const article = articleIn(segments);
  const query = [...best.searchParams]
    .filter(([name, value]) => !TRACKING.test(name) && !isAmp(name, value) && (!article || PAGING.test(name)))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  const path = (article ?? segments).map((segment) => `/${segment}`).join('');
  return hostOf(best) + path + (query ? `?${query}` : '');
}

/** The host of the page that a key stands for, without `www.` and the like. */
export function hostOfKey(key: string): string {
  return key.split(/[/?]/, 1)[0] ?? '';
}

/**
 * The address without its fragment and without what says how the reader came; else as it is. What is no address is
 * given back unchanged.
 */
export function cleanAddress(address: string): string {
  const url = parse(address);
  if (!url) return address;
  const [withoutFragment = ''] = address.split('#', 1);
  const [path = '', ...rest] = withoutFragment.split('?');
  const kept = rest
    .join('?')
    .split('&')
    .filter((part) => part !== '' && !TRACKING.test(part.split('=', 1)[0] ?? ''));
  return kept.length > 0 ? `${path}?${kept.join('&')}` : path;
}

/** The parts of a path, without those that ask for the AMP page. */
function segmentsOf(path: string): string[] {
  const all = path.split('/').filter((segment) => segment !== '');
  const plain = all.filter((segment) => segment.toLowerCase() !== 'amp');
  return (plain.length > 0 ? plain : all).map((segment) => segment.replace(/(?<=[\w%-])(\.amp)+$/i, ''));
}

function isAmp(name: string, value: string): boolean {
  return name === 'amp' && ['', '1', 'true'].includes(value);
}

/**
 * The path of an article that has a number: the plain sections before it, and the number. Undefined when there is
 * none. A number is a whole part of five digits or more (`/news/86238365/…`, `/a/33844113.html`), or one after `a-`,
 * as DW writes it (`/a-73523456`); where there is no such part, one of six or more with words behind it
 * (`/712345-…`). Of several the last, as issues and dates come first.
 */
function articleIn(segments: readonly string[]): string[] | undefined {
  const numbers = segments.map(wholeNumberIn);
  const headed = segments.map(leadingNumberIn);
  const isNumber = (number: string | undefined) => number !== undefined;
  const whole = numbers.findLastIndex(isNumber);
  const at = whole === -1 ? headed.findLastIndex(isNumber) : whole;
  if (at === -1) return undefined;
  return segments.slice(0, at + 1).flatMap((segment, index) => {
    const number = numbers[index] ?? headed[index];
    return number ?? (PLAIN_SECTION.test(segment) ? segment : []);
  });
}

function wholeNumberIn(segment: string): string | undefined {
  const number = /^(a-\d{5,}|\d{5,})(\.[a-z]{2,5})?$/i.exec(segment)?.[1];
  return number === undefined || DATE.test(number) ? undefined : number;
}

function leadingNumberIn(segment: string): string | undefined {
  const number = /^(\d{6,})-/.exec(segment)?.[1];
  return number === undefined || DATE.test(number) ? undefined : number;
}

function parse(address: string, base?: URL): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}

/** The host without `www.`, `m.` and `amp.`, which serve the same pages, and without the port that https has anyway. */
function hostOf(url: URL): string {
  return url.host.replace(/^((www|m|amp)\.)+(?=[^.]+\.)/, '').replace(/:443$/, '');
}
