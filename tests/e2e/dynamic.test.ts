import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { choose } from '../../tools/rig/choose.ts';
import { launch } from '../../tools/rig/launch.ts';
import { untilPainted } from '../../tools/rig/painted.ts';
import { BROWSERS, type Rig } from '../../tools/rig/rig.ts';
import { type SiteServer, serveSites } from '../../tools/rig/site-server.ts';
import { until } from '../../tools/rig/wait.ts';
import { untilRead } from '../support/card.ts';
import { SEMANTIC_NAMES } from '../support/semantic-page.ts';

interface Fixture {
  post(text: string): void;
  edit(text: string): void;
  change(text: string): void;
}

describe.each(BROWSERS)('pages that change, in %s', (name) => {
  let sites: SiteServer;
  let rig: Rig;
  let page: Page;
  const open = async (path: string) => {
    page = await rig.browser.newPage();
    await page.goto(`http://www.isna.ir/${path}`);
  };
  const untilTexts = async (...wanted: string[]) => {
    const seen = await untilPainted(page, wanted.length);
    expect(seen.map(({ text }) => text)).toEqual(wanted);
  };
  const call = (method: keyof Fixture, text: string) =>
    page.evaluate((one, words) => (window as unknown as Fixture)[one](words), method, text);

  beforeAll(async () => {
    sites = await serveSites();
    rig = await launch(name, { proxyPort: sites.port });
  });
  afterAll(async () => {
    await rig?.close();
    await sites?.close();
  });
  afterEach(() => page.close());

  it('stay annotated as a live blog grows above and rebuilds a part every second', async () => {
    await open('live-blog');
    await untilTexts('مسقط', 'بغداد');
    await call('post', 'عباس عراقچی به خبرنگاران گفت که امشب به تهران بازمی‌گردد.');
    await untilTexts('عباس عراقچی', 'تهران', 'مسقط', 'بغداد');
    await new Promise((resolve) => setTimeout(resolve, 2500));
    await untilTexts('عباس عراقچی', 'تهران', 'مسقط', 'بغداد');
  });

  it('are never marked on text that is no longer there', async () => {
    await open('live-blog');
    await untilTexts('مسقط', 'بغداد');
    // asked in the very turn of the change: the old mark is gone before the page is painted again
    const stale = await page.evaluate(async () => {
      (window as unknown as Fixture).edit('سخنی از شهر دیگری نیست و گفت‌وگوها در قاهره ادامه دارد.');
      await Promise.resolve();
      await Promise.resolve();
      const node = document.getElementById('entries')?.firstElementChild?.firstChild;
      return [...(CSS.highlights.get('pishineh-places') ?? [])].filter((range) => range.startContainer === node).length;
    });
    expect(stale).toBe(0);
    await untilTexts('قاهره', 'بغداد');
  });

  it('are annotated inside open shadow roots, where the card opens too', async () => {
    await open('shadow');
    const seen = await untilPainted(page, 3);
    expect(seen.map(({ text }) => text).sort()).toEqual(['ایران', 'عباس عراقچی', 'مسقط'].sort());
    const deep = seen.find(({ text }) => text === 'عباس عراقچی');
    await page.mouse.move(deep?.x ?? 0, deep?.y ?? 0);
    expect((await untilRead(rig, page)).text).toContain('Abbas Araghchi');
    await page.mouse.move(1, 1);
    await call('change', 'در این بخش اکنون از مسعود پزشکیان و سفر او به آنکارا سخن می‌رود.');
    await until(async () => {
      const now = (await untilPainted(page, 3)).map(({ text }) => text);
      return now.includes('آنکارا') && now.includes('مسعود پزشکیان');
    }, 'the new text in the shadow root');
  });

  it('are annotated as they are scrolled, without end', async () => {
    await open('endless');
    await untilTexts('پکن');
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await untilPainted(page, 2);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await untilTexts('پکن', 'آنکارا', 'قاهره');
  });

  it('come back from the cache of pages as the reader has chosen meanwhile', async () => {
    await open('semantic');
    await untilPainted(page, SEMANTIC_NAMES.length);
    await page.goto('http://www.isna.ir/other');
    await choose(rig, { kindsOff: ['places'] });
    await page.bringToFront();
    await page.evaluate(() => history.back());
    await untilPainted(page, 4);
    await choose(rig, { kindsOff: [] });
  });
});
