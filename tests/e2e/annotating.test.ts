import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { choose } from '../../tools/rig/choose.ts';
import { launch } from '../../tools/rig/launch.ts';
import { painted, untilPainted } from '../../tools/rig/painted.ts';
import { BROWSERS, type Rig } from '../../tools/rig/rig.ts';
import { type SiteServer, serveSites } from '../../tools/rig/site-server.ts';
import { untilRead } from '../support/card.ts';
import { SEMANTIC_NAMES } from '../support/semantic-page.ts';

describe.each(BROWSERS)('annotating in %s', (name) => {
  let sites: SiteServer;
  let rig: Rig;
  let page: Page;
  const open = async (address: string) => {
    page = await rig.browser.newPage();
    await page.goto(address);
    return page;
  };
  const texts = async () => (await painted(page)).map(({ text }) => text);

  beforeAll(async () => {
    sites = await serveSites();
    rig = await launch(name, { proxyPort: sites.port });
  });
  afterAll(async () => {
    await rig?.close();
    await sites?.close();
  });
  afterEach(() => page.close());

  it('finds the names of a modern page, across inline elements, and nothing in navigation, code or fields', async () => {
    await open('http://www.isna.ir/semantic');
    const names = await untilPainted(page, SEMANTIC_NAMES.length);
    expect(names.map(({ within, text }) => `${within}: ${text}`)).toEqual(SEMANTIC_NAMES);
  });

  it('changes nothing in the page', async () => {
    await open('http://www.isna.ir/semantic?unchanged');
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await untilPainted(page, SEMANTIC_NAMES.length);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });

  it('finds the names of an old page of tables, in Arabic letters', async () => {
    await open('http://www.tabnak.ir/table');
    await untilPainted(page, 6);
    expect(await texts()).toEqual(['كاخ كرملين', 'مسعود پزشكيان', 'ايران', 'ولاديمير پوتين', 'مسكو', 'روسيه']);
  });

  it('finds the names of a page without ZWNJ', async () => {
    await open('http://www.iranintl.com/joined');
    await untilPainted(page, 8);
    expect(await texts()).toEqual([
      'هممیهن',
      'مسکو',
      'اصلاحطلبان',
      'ایران',
      'روسیه',
      'ناوگان سایه',
      'خامنهای',
      'پزشکیان',
    ]);
  });

  it('follows a single-page site as it builds and changes itself', async () => {
    await open('http://www.zoomit.ir/single-page');
    await untilPainted(page, 4);
    expect(await texts()).toEqual(['عباس عراقچی', 'مسکو', 'ایران', 'روسیه']);
    await page.evaluate(() => (window as unknown as { more(text: string): void }).more('سپس عراقچی به پکن رفت.'));
    await untilPainted(page, 5);
    expect((await texts()).slice(4)).toEqual(['پکن']);
    await page.evaluate(() => (window as unknown as { navigate(name: string): void }).navigate('second'));
    await untilPainted(page, 3);
    expect(await texts()).toEqual(['امانوئل مکرون', 'لبنان', 'بیروت']);
  });

  it('works under the strictest policy a page can have', async () => {
    await open('http://www.isna.ir/strict-policy');
    const [name1] = await untilPainted(page, 3);
    await page.mouse.move(name1?.x ?? 0, name1?.y ?? 0);
    const card = await untilRead(rig, page);
    expect(card.text).toContain('مسعود پزشکیان');
    expect(card.box.right - card.box.left).toBeGreaterThan(300);
  });

  it.each(['arabic', 'urdu', 'english'])('leaves a page in another language (%s) alone', async (language) => {
    await open(`http://www.isna.ir/${language}`);
    const control = await rig.browser.newPage();
    await control.goto('http://www.isna.ir/semantic');
    await untilPainted(control, SEMANTIC_NAMES.length);
    await control.close();
    expect(await painted(page)).toEqual([]);
    expect(await page.evaluate(() => document.querySelector('pishineh-card'))).toBeNull();
  });

  it('leaves a site that is not on the list alone', async () => {
    await open('http://shop.example.com/semantic');
    const control = await rig.browser.newPage();
    await control.goto('http://www.isna.ir/semantic');
    await untilPainted(control, SEMANTIC_NAMES.length);
    await control.close();
    expect(await painted(page)).toEqual([]);
  });

  it('goes on after the background was stopped', async () => {
    await open('http://www.isna.ir/semantic');
    await untilPainted(page, SEMANTIC_NAMES.length);
    await rig.stopBackground();
    await open('http://www.tabnak.ir/table');
    const names = await untilPainted(page, 6);
    await rig.stopBackground();
    await page.mouse.move(names[1]?.x ?? 0, names[1]?.y ?? 0);
    const card = await untilRead(rig, page);
    expect(card.text).toContain('مسعود پزشکیان');
  });

  it('annotates a book in one text node, in slices between which the page has its turns', async () => {
    await choose(rig, { mentions: 'all' });
    await open('http://www.isna.ir/book');
    const seen = await page.evaluate(async () => {
      const sizes = new Set<number>();
      while ((CSS.highlights.get('pishineh-places')?.size ?? 0) < 10_000) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        sizes.add(CSS.highlights.get('pishineh-places')?.size ?? 0);
      }
      return sizes.size;
    });
    // a page that was held up until the end would see one size only
    expect(seen).toBeGreaterThan(4);
  });
});
