import { HIGHLIGHT_COLORS } from '../../../core/highlights/colors.ts';
import type { Highlight } from '../../../core/highlights/highlight.ts';
import { randomNumbers } from '../names.ts';

const WORDS =
  'دولت مجلس وزیر کشور نفت بازار سکه دلار گفت‌وگو توافق دیدار سفر نشست رئیس‌جمهور سخنگو منطقه مرز شهر آب برق خبرنگار روزنامه ' +
  'دانشگاه ورزش تیم بازیکن مربی فیلم کتاب پرونده دادگاه قانون تصویب اعلام کرد گفت افزود می‌شود نمی‌توان خواهد شد است بود در از به با که';
const SITES = ['isna.ir', 'irna.ir', 'mehrnews.com', 'khabaronline.ir', 'etemadonline.com', 'asriran.com'];
const TAGS = ['اقتصاد', 'سیاست', 'ورزش', 'برای مقاله', 'پیگیری'];
const DAY = 24 * 60 * 60 * 1000;

/** As many highlights as asked, of some 30 words each, on pages of ten, over years. The same each time. */
export function makeHighlights(count: number): Highlight[] {
  const random = randomNumbers(11);
  const words = WORDS.split(' ');
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const text = (length: number) => Array.from({ length }, () => pick(words)).join(' ');
  return Array.from({ length: count }, (_, index) => {
    const site = SITES[Math.floor(index / 10) % SITES.length] as string;
    const number = 1_000_000 + Math.floor(index / 10);
    const created = new Date(Date.UTC(2026, 10, 1) - index * (DAY / 12)).toISOString();
    const exact = text(20 + Math.floor(random() * 20));
    return {
      id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      page: {
        key: `${site}/news/${number}`,
        address: `https://www.${site}/news/${number}`,
        title: `خبر شماره ${number} درباره ${pick(words)}`,
        site,
        date: created.slice(0, 10),
      },
      selectors: {
        quote: { type: 'TextQuoteSelector', exact, prefix: text(10).slice(0, 64), suffix: text(10).slice(0, 64) },
        position: { type: 'TextPositionSelector', start: index * 7, end: index * 7 + exact.length },
      },
      color: pick(HIGHLIGHT_COLORS),
      note: index % 5 === 0 ? text(8) : '',
      tags: index % 3 === 0 ? [pick(TAGS)] : [],
      entities: index % 2 === 0 ? ['iran'] : ['iran', 'russia'],
      created,
      modified: created,
      anchoring: { state: index % 40 === 0 ? 'looking' : 'anchored' },
    };
  });
}
