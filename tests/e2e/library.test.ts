import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Highlight } from '../../core/highlights/highlight.ts';
import { makeHighlights } from '../../tools/bench/highlights/make-highlights.ts';
import { seed } from '../../tools/rig/highlights-database.ts';
import { painted, untilPainted } from '../../tools/rig/painted.ts';
import { BROWSERS } from '../../tools/rig/rig.ts';
import { selectByScript } from '../../tools/rig/selecting.ts';
import { until } from '../../tools/rig/wait.ts';
import { highlight } from '../support/highlights.ts';
import { downloaded, type LibraryScreen, openLibrary } from '../support/library-screen.ts';
import { useRig } from '../support/use-rig.ts';

const port = { key: 'tabnak.ir/2', address: 'https://www.tabnak.ir/2', title: 'کشتی‌ها رسیدند', site: 'tabnak.ir' };
const talks = highlight('گفت‌وگوها درباره هم‌میهنان در مسقط ادامه دارد', {
  note: 'برای گزارش هفته',
  tags: ['دیپلماسی'],
  entities: ['abbas-araghchi'],
});
const ships = highlight('سه کشتی تازه به بندر رسیدند', {
  color: 'green',
  tags: ['اقتصاد'],
  page: port,
  created: '2026-10-30T10:00:00.000Z',
});
const lost = highlight('این بخش دیگر در صفحه نیست', {
  color: 'pink',
  anchoring: { state: 'orphaned', reason: 'page-changed' },
});
const binned = highlight('این متن دور انداخته شد', { removed: '2026-11-24T10:00:00.000Z' });
const KEPT = [talks, ships, lost];
const passageOf = ({ selectors }: Highlight) => selectors.quote.exact;
const PASSAGES = KEPT.map(passageOf);

describe.each(BROWSERS)('finding passages in the library in %s', (name) => {
  const use = useRig(name);
  let library: LibraryScreen;
  beforeAll(async () => {
    await seed(use.rig, [...KEPT, binned]);
    library = await openLibrary(use.rig);
  });

  it('by words, whatever their spelling and joints', async () => {
    await library.untilShown(PASSAGES);
    for (const words of ['هم ميهنان', 'هممیهنان', 'گفتوگو']) {
      await library.search(words);
      await library.untilShown([passageOf(talks)]);
    }
    expect(await library.page.evaluate(() => document.querySelector('mark')?.textContent)).toBe('گفت‌وگو');
    await library.search('');
    await library.untilShown(PASSAGES);
  });

  it('by site, colour and tag, with how many each holds', async () => {
    await library.choose('سایت', 'tabnak.ir (۱)');
    await library.untilShown([passageOf(ships)]);
    await library.press('پاک کردن همه پالایه‌ها');
    await library.press('صورتی ۱');
    await library.untilShown([passageOf(lost)]);
    await library.press('پاک کردن همه پالایه‌ها');
    await library.choose('برچسب', 'دیپلماسی (۱)');
    await library.untilShown([passageOf(talks)]);
    await library.press('پاک کردن همه پالایه‌ها');
    await library.untilShown(PASSAGES);
  });

  it('by who is named, with who that is', async () => {
    await library.choose('نام‌برده', 'عباس عراقچی (۱)');
    await library.untilShown([passageOf(talks)]);
    const background = () => library.page.evaluate(() => document.querySelector('.entity-background')?.textContent);
    expect(await until(background, 'who that is')).toContain('وزیر');
    await library.press('پاک کردن همه پالایه‌ها');
    await library.untilShown(PASSAGES);
  });

  it('among those not found again, and in the bin', async () => {
    await library.press('پیدانشده ۱');
    await library.untilShown([passageOf(lost)]);
    await library.press('سطل بازیافت ۱');
    await library.untilShown([passageOf(binned)]);
    await library.press('همه ۳');
    await library.untilShown(PASSAGES);
  });

  it('by the day of saving, in the Persian calendar', async () => {
    await library.choose('دسته‌بندی', 'روز ذخیره');
    const days = () =>
      library.page.evaluate(() => [...document.querySelectorAll('.group h2')].map((h) => h.textContent));
    await until(async () => (await days()).join(' ') === '۲ آذر ۱۴۰۵ ۸ آبان ۱۴۰۵', 'both days');
    await library.choose('دسته‌بندی', 'صفحه');
  });

  it('as before, when the library is loaded again', async () => {
    await library.press('سبز ۱');
    await library.search('کشتی');
    await until(() => library.page.evaluate(() => location.search.includes('query=')), 'the address');
    await library.page.evaluate(() => location.reload());
    await until(
      () => library.page.evaluate(() => document.querySelector<HTMLInputElement>('[type="search"]')?.value === 'کشتی'),
      'the words',
    );
    await library.untilShown([passageOf(ships)]);
    expect(
      await library.page.evaluate(() => document.querySelector('[aria-pressed="true"] .swatch-green')),
    ).not.toBeNull();
  });

  it('in a window of 320 pixels, without scrolling sideways', async () => {
    await library.close();
    library = await openLibrary(use.rig);
    await library.page.setViewport({ width: 320, height: 640 });
    const overflow = () =>
      library.page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        return document.documentElement.scrollWidth - document.documentElement.clientWidth;
      });
    await library.untilShown(PASSAGES);
    expect(await overflow()).toBe(0);
    await library.press('ویرایش: «…');
    await library.press('پیدانشده ۱');
    expect(await overflow()).toBe(0);
    await library.press('سطل بازیافت ۱');
    await library.press('حذف همیشگی: «…');
    expect(await overflow()).toBe(0);
    await library.close();
  });
});

describe.each(BROWSERS)('changing passages in the library in %s', (name) => {
  const use = useRig(name);
  beforeAll(() => seed(use.rig, KEPT));

  it('removes several, takes that back, and restores from the bin', async () => {
    const library = await openLibrary(use.rig);
    await library.untilShown(PASSAGES);
    await selectAll(library);
    await library.press('حذف انتخاب‌شده‌ها');
    await library.untilSaid('۳ متن به سطل بازیافت رفت.');
    await library.untilShown([]);
    await library.press('بازگرداندن');
    await library.untilShown(PASSAGES);
    await selectAll(library);
    await library.press('حذف انتخاب‌شده‌ها');
    await library.press('سطل بازیافت ۳');
    await library.untilShown(PASSAGES);
    await library.press('بازگرداندن: «سه کشتی…');
    await library.untilShown([talks, lost].map(passageOf));
    await selectAll(library);
    await library.press('بازگرداندن انتخاب‌شده‌ها');
    await library.untilShown([]);
    await library.press('همه ۳');
    await library.untilShown(PASSAGES);
    await library.close();
  });

  it('by keyboard alone: reached, edited, removed, and back again', async () => {
    const library = await openLibrary(use.rig);
    const { page } = library;
    await library.untilShown(PASSAGES);
    await tabTo(page, 'ویرایش: «سه کشتی');
    await page.keyboard.press('Enter');
    await until(() => page.evaluate(() => document.activeElement?.localName === 'textarea'), 'the field of the note');
    await page.keyboard.type('با صفحه‌کلید نوشته شد');
    await page.keyboard.down('Control');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Control');
    await until(() => page.evaluate(() => document.querySelector('textarea') === null), 'the form to close');
    await library.untilSaid('با صفحه‌کلید نوشته شد');
    await tabTo(page, 'حذف: «سه کشتی');
    await page.keyboard.press('Enter');
    await library.untilShown([talks, lost].map(passageOf));
    // what had the focus is gone: it is on the row in its place
    expect(await page.evaluate(() => document.activeElement?.matches('.row'))).toBe(true);
    await page.keyboard.down('Control');
    await page.keyboard.press('KeyZ');
    await page.keyboard.up('Control');
    await library.untilShown(PASSAGES);
    await library.close();
  });

  it('keeps a note that is being written while 2,000 passages are scrolled, and stores it', async () => {
    await seed(use.rig, makeHighlights(2000));
    const library = await openLibrary(use.rig);
    const { page } = library;
    await library.choose('دسته‌بندی', 'روز ذخیره');
    await library.press('ویرایش: «…');
    await until(() => page.evaluate(() => document.activeElement?.localName === 'textarea'), 'the field of the note');
    const edited = await page.evaluate(() => document.activeElement?.closest('.row')?.getAttribute('data-key') ?? '');
    await page.keyboard.type('یادداشتی که می‌ماند');
    const scrollTo = async (share: number) => {
      await page.evaluate((part) => window.scrollTo(0, document.body.scrollHeight * part), share);
      await new Promise((resolve) => setTimeout(resolve, 300));
    };
    for (const share of [0.3, 1, 0.6]) await scrollTo(share);
    expect(await page.evaluate(() => document.querySelectorAll('.row').length)).toBeLessThan(60);
    await scrollTo(0);
    expect(await page.evaluate(() => document.querySelector('textarea')?.value)).toContain('یادداشتی که می‌ماند');
    await library.press('ذخیره');
    await until(() => page.evaluate(() => document.querySelector('textarea') === null), 'the form to close');
    await library.close();
    const again = await openLibrary(use.rig, `?highlight=${edited}`);
    await again.untilSaid('یادداشتی که می‌ماند');
    await again.close();
  });
});

describe.each(BROWSERS)('the library, read again because of a change elsewhere, in %s', (name) => {
  const use = useRig(name);
  beforeAll(() => seed(use.rig, makeHighlights(500)));

  it('leaves what the reader looks at in its place', async () => {
    const { page, untilSaid, close } = await openLibrary(use.rig);
    await untilSaid('۵۰۰ متن');
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2));
    await new Promise((resolve) => setTimeout(resolve, 500));
    const seen = await page.evaluate(() => {
      const row = [...document.querySelectorAll('.row')].find((one) => one.getBoundingClientRect().top > 0);
      return { key: row?.getAttribute('data-key') ?? '', top: row?.getBoundingClientRect().top ?? 0 };
    });
    await seed(use.rig, [highlight('تازه‌ترین متن', { id: 'newest', page: port, created: '2026-11-27T10:00:00.000Z' })]);
    await page.bringToFront();
    await untilSaid('۵۰۱ متن');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const top = await page.evaluate(
      (key) => document.querySelector(`[data-key="${key}"]`)?.getBoundingClientRect().top,
      seen.key,
    );
    expect(Math.abs((top ?? Number.NaN) - seen.top)).toBeLessThanOrEqual(2);
    await close();
  });
});

describe.each(BROWSERS)('taking passages elsewhere and back in %s', (name) => {
  const use = useRig(name);
  beforeAll(() => seed(use.rig, KEPT));

  it('an export is the same after everything was deleted for good and imported again', async () => {
    const library = await openLibrary(use.rig);
    await library.untilShown(PASSAGES);
    const file = await downloaded(use.rig, () => library.press('برون‌بری همه ۳'));
    expect(file.name).toMatch(/\.jsonld$/);
    await selectAll(library);
    await library.press('حذف انتخاب‌شده‌ها');
    await library.press('سطل بازیافت ۳');
    await library.untilShown(PASSAGES);
    await selectAll(library);
    await library.press('حذف همیشگی انتخاب‌شده‌ها');
    await library.press('بله، حذف شود');
    await library.untilSaid('هنوز چیزی ذخیره نکرده‌اید.');

    await openTools(library);
    await library.importFile(file.name, file.content);
    await library.press('افزودن ۳ متن');
    await library.untilSaid('۳ متن افزوده شد.');
    await library.untilShown(PASSAGES);
    const again = await downloaded(use.rig, () => library.press('برون‌بری همه ۳'));
    expect(annotationsIn(again.content)).toEqual(annotationsIn(file.content));
    await library.close();
  });

  it('a broken file is told in one sentence and changes nothing', async () => {
    const library = await openLibrary(use.rig);
    await library.untilShown(PASSAGES);
    await openTools(library);
    await library.importFile('broken.jsonld', '{"@context": [');
    await library.untilSaid('این پرونده JSON نیست یا ناقص است. چیزی تغییر نکرد.');
    await library.close();
    const again = await openLibrary(use.rig);
    await again.untilShown(PASSAGES);
    await again.close();
  });

  it('takes in what Hypothesis exports, once the reader has seen what would come', async () => {
    const file = new URL('../fixtures/imports/hypothesis-export.json', import.meta.url);
    const library = await openLibrary(use.rig);
    await library.untilShown(PASSAGES);
    await openTools(library);
    await library.importFile('hypothesis.json', await readFile(file, 'utf8'));
    await library.untilSaid('پیش‌نمایش درون‌ریزی:');
    await library.untilShown(PASSAGES);
    await library.press('افزودن…');
    await until(async () => (await library.quotes()).includes('بهای نفت در بازار پایین می‌آید'), 'what Hypothesis had');
    await library.close();
  });
});

describe.each(BROWSERS)('the library and the pages in %s', (name) => {
  const use = useRig(name);
  const exact = 'کسی از علی احمدی نامی نبرد';
  const page = {
    key: 'isna.ir/semantic',
    address: 'http://www.isna.ir/semantic',
    title: 'گفت‌وگوهای تازه در مسقط',
    site: 'isna.ir',
  };
  const quote = {
    type: 'TextQuoteSelector',
    exact,
    prefix: 'خانم پریسا ترامپ در این سفر نبود و ',
    suffix: '.',
  } as const;
  /** As if the text had been elsewhere on the page. */
  const moved = highlight(exact, {
    page,
    selectors: { quote, position: { type: 'TextPositionSelector', start: 5, end: 5 + exact.length } },
  });
  beforeAll(() => seed(use.rig, [moved]));

  it('opens the page with the passage in sight and pointed out, also when its text has moved', async () => {
    const library = await openLibrary(use.rig);
    await library.press('نمایش در صفحه: «…');
    const opened = await until(async () => {
      const pages = await use.rig.browser.pages();
      return pages.find((one) => one.url().startsWith(page.address));
    }, 'the page');
    const [current] = await untilPainted(opened, 1, 'current');
    expect(current?.text).toBe(exact);
    const height = await opened.evaluate(() => window.innerHeight);
    await until(async () => {
      const [seen] = await painted(opened, 'saved');
      return seen !== undefined && seen.y > 0 && seen.y < height;
    }, 'the passage to be in sight');
    await opened.close();
    await library.close();
  });

  it('shows what a page in another window saves, without being loaded again, and keeps what the reader does', async () => {
    const library = await openLibrary(use.rig);
    await library.untilShown([exact]);
    await library.press('ویرایش: «…');
    await library.page.evaluate(() => document.querySelector('textarea')?.focus());
    await library.page.keyboard.type('نیمه‌کاره');
    const reading = await use.rig.browser.newPage({ type: 'window' });
    await reading.goto('http://www.isna.ir/semantic');
    await untilPainted(reading, 1, 'saved');
    await selectByScript(reading, 'پیام ایران روشن است');
    await use.rig.fireCommand(reading, 'save-highlight');
    await untilPainted(reading, 2, 'saved');
    await library.untilShown([exact, 'پیام ایران روشن است']);
    expect(await library.page.evaluate(() => document.querySelector('textarea')?.value)).toBe('نیمه‌کاره');
    await reading.close();
    await library.press('انصراف');
    await library.close();
  });
});

async function selectAll({ page }: LibraryScreen): Promise<void> {
  await page.evaluate(() => document.querySelector<HTMLElement>('.library-shown input')?.click());
}

async function openTools({ page }: LibraryScreen): Promise<void> {
  await page.evaluate(() => {
    const tools = document.querySelector<HTMLDetailsElement>('details.tools');
    if (tools) tools.open = true;
  });
}

/** Presses Tab until something whose name begins with the words has the focus. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let presses = 0; presses < 100; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.ariaLabel?.startsWith(wanted), words)) return;
  }
  throw new Error(`Tab does not lead to «${words}»`);
}

/** What an export holds, whenever it was made. */
function annotationsIn(content: string): unknown {
  const { first, total } = JSON.parse(content);
  return { total, items: first.items };
}
