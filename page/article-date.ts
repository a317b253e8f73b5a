import { readSolarHijriDate } from '../core/language/solar-hijri.ts';

/** Where pages say when they were published, the surest first. */
const METADATA: readonly (readonly [selector: string, attribute: string])[] = [
  ['meta[property="article:published_time"]', 'content'],
  ['meta[itemprop="datePublished"]', 'content'],
  [
    'meta[name="publishdate"], meta[name="pubdate"], meta[name="date"], meta[name="DC.date.issued"], meta[name="dc.date"]',
    'content',
  ],
  ['article time[datetime], [itemprop="datePublished"][datetime]', 'datetime'],
  ['main time[datetime], time[datetime]', 'datetime'],
];
/** Elements in which the families of Persian news systems write the date as text. */
const WRITTEN =
  '[itemprop="datePublished"], .news_pdate_c, .news-date, .fa_date, .item-date, .doc_date, .news-time, .publish-date, .date, time';

/** The article date, YYYY-MM-DD: from metadata, else written in the page; undefined when the page doesn't say. */
export function readArticleDate(page: Document): string | undefined {
  for (const [selector, attribute] of METADATA) {
    const day = toDay(page.querySelector(selector)?.getAttribute(attribute));
    if (day) return day;
  }
  const structured = fromStructuredData(page);
  if (structured) return structured;
  for (const element of [...page.querySelectorAll(WRITTEN)].slice(0, 10)) {
    const day = readSolarHijriDate(element.textContent ?? '');
    if (day) return day;
  }
  return undefined;
}

function toDay(value: string | null | undefined): string | undefined {
  if (!value) return undefined;
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})/.exec(value);
  // years before 1800 in ISO form are Solar Hijri written with hyphens
  if (iso && Number(iso[1]) > 1800) return isDay(`${iso[1]}-${iso[2]}-${iso[3]}`);
  return readSolarHijriDate(value);
}

function isDay(day: string): string | undefined {
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.getTime() > Date.now() + 86_400_000 ? undefined : day;
}

function fromStructuredData(page: Document): string | undefined {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const published = /"datePublished"\s*:\s*"([^"]+)"/.exec(script.textContent ?? '');
    const day = toDay(published?.[1]);
    if (day) return day;
  }
  return undefined;
}
