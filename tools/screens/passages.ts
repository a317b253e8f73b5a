import { HIGHLIGHT_COLORS } from '../../core/highlights/colors.ts';
import type { Highlight, Page } from '../../core/highlights/highlight.ts';
import { NEWS_PAGES } from '../../tests/support/news-pages.ts';

const SITES = ['isna.ir', 'tabnak.ir', 'etemadonline.com'];
const DATES = ['2026-11-20', '2026-11-13', '2026-11-06'];
const NOTES = ['با گزارش هفته پیش مقایسه شود.', '', 'منبع این رقم روشن نیست؛ باید از نویسنده پرسید.', '', ''];
const TAGS: readonly string[][] = [['اقتصاد', 'برای مقاله'], [], ['پیگیری'], [], [], ['ورزش']];
const ENTITIES: readonly string[][] = [['iran'], [], ['iran', 'russia'], ['abbas-araghchi']];
const PER_PAGE = 10;
const HOURS = 60 * 60 * 1000;

/** Thirty saved passages of made-up news: all colours, notes, tags, names; some not found again, some in the bin. */
export function picturedPassages(): Highlight[] {
  return NEWS_PAGES.flatMap((paragraphs, pageIndex) => {
    const [title = ''] = paragraphs;
    const site = SITES[pageIndex % SITES.length] ?? '';
    const page: Page = {
      key: `${site}/news/${pageIndex}`,
      address: `https://www.${site}/news/${pageIndex}`,
      title,
      site,
      date: DATES[pageIndex % DATES.length] ?? '',
    };
    const long = paragraphs.filter((text) => text.length > 60).slice(0, PER_PAGE);
    return long.map((exact, index) => passage(exact, page, pageIndex * PER_PAGE + index));
  });
}

function passage(exact: string, page: Page, number: number): Highlight {
  const created = new Date(Date.UTC(2026, 10, 25, 9) - number * 9 * HOURS).toISOString();
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    page,
    selectors: {
      quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
      position: { type: 'TextPositionSelector', start: number * 300, end: number * 300 + exact.length },
    },
    color: HIGHLIGHT_COLORS[number % HIGHLIGHT_COLORS.length] ?? 'yellow',
    note: NOTES[number % NOTES.length] ?? '',
    tags: TAGS[number % TAGS.length] ?? [],
    entities: ENTITIES[number % ENTITIES.length] ?? [],
    created,
    modified: created,
    ...(number % 8 === 7 ? { removed: created } : {}),
    anchoring: number % 9 === 1 ? { state: 'orphaned', reason: 'page-changed' } : { state: 'anchored' },
  };
}
