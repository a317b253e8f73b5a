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
/** Of those, only the first few speak of the article itself. */
const MOST_WRITTEN = 10;
/** Letters of an element that holds a date and little else. */
const LONGEST = 120;

/** What the page says of its date, the surest first: from metadata, structured data, and as it is written. */
export function collectDateTexts(page: Document): string[] {
  const texts: (string | null | undefined)[] = METADATA.map(([selector, attribute]) =>
    page.querySelector(selector)?.getAttribute(attribute),
  );
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    texts.push(/"datePublished"\s*:\s*"([^"]+)"/.exec(script.textContent ?? '')?.[1]);
  }
  for (const element of [...page.querySelectorAll(WRITTEN)].slice(0, MOST_WRITTEN)) texts.push(element.textContent);
  return texts.flatMap((text) => (text?.trim() ? [text.trim().slice(0, LONGEST)] : []));
}
