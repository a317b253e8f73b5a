import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../../tools/rig/launch.ts';
import { type Painted, painted, untilPainted } from '../../tools/rig/painted.ts';
import { BROWSERS, type Rig } from '../../tools/rig/rig.ts';
import { type SiteServer, serveSites } from '../../tools/rig/site-server.ts';
import { until } from '../../tools/rig/wait.ts';
import { untilRead } from '../support/card.ts';
import { SEMANTIC_NAMES } from '../support/semantic-page.ts';

describe.each(BROWSERS)('the card in %s', (name) => {
  let sites: SiteServer;
  let rig: Rig;
  let page: Page;
  let names: Painted[];

  const open = async (address: string, count: number) => {
    page = await rig.browser.newPage();
    await page.goto(address);
    names = await untilPainted(page, count);
  };
  const named = (text: string) => {
    const found = names.find((one) => one.text === text);
    if (!found) throw new Error(`«${text}» is not painted`);
    return found;
  };
  const hover = async (text: string) => {
    const { x, y } = named(text);
    await page.mouse.move(x, y);
    return untilRead(rig, page);
  };
  const untilClosed = () => until(async () => (await rig.overlay(page)) === undefined, 'the card to close');

  beforeAll(async () => {
    sites = await serveSites();
    rig = await launch(name, { proxyPort: sites.port });
  });
  afterAll(async () => {
    await rig?.close();
    await sites?.close();
  });
  afterEach(() => page.close());

  it('says who it is, from right to left, in Persian', async () => {
    await open('http://www.isna.ir/semantic', SEMANTIC_NAMES.length);
    const card = await hover('عباس عراقچی');
    expect(card.direction).toBe('rtl');
    expect(card.language).toBe('fa');
    expect(card.text).toContain('Abbas Araghchi');
    expect(card.text).toContain('در زمان این خبر: وزیر امور خارجه ایران');
    expect(card.text).toMatch(/درستی این متن تا [۰-۹]+ \S+ ۱۴۰[۴-۵]/);
    expect(card.html).toContain('card-sources');
  });

  it('never covers the name, and paints which one it speaks of', async () => {
    await open('http://www.isna.ir/semantic', SEMANTIC_NAMES.length);
    for (const text of ['عباس عراقچی', 'ولادیمیر پوتین']) {
      const card = await hover(text);
      const { box } = named(text);
      expect(card.box.top >= box.bottom || card.box.bottom <= box.top).toBe(true);
      expect((await painted(page, 'current')).map((one) => one.text)).toEqual([text]);
      await page.keyboard.press('Escape');
      await untilClosed();
      expect(await painted(page, 'current')).toEqual([]);
    }
  });

  it('stands above a name at the foot of the window, where there is room for what it says', async () => {
    await open('http://www.isna.ir/semantic', SEMANTIC_NAMES.length);
    const last = names.toSorted((one, other) => one.y - other.y).at(-1);
    if (!last) throw new Error('nothing is painted');
    await page.setViewport({ width: 900, height: Math.ceil(last.box.bottom) + 60 });
    names = await painted(page);
    const card = await hover(last.text);
    const { box } = named(last.text);
    expect(card.box.bottom).toBeLessThanOrEqual(box.top);
    expect(card.box.bottom - card.box.top).toBeGreaterThan(100);
  });

  it('closes with Esc, and by its button', async () => {
    await open('http://www.isna.ir/semantic', SEMANTIC_NAMES.length);
    await hover('عباس عراقچی');
    await page.keyboard.press('Escape');
    await untilClosed();
    await page.mouse.move(5, 5);
    await hover('مسعود پزشکیان');
    await rig.clickInOverlay(page, '.card-close');
    await untilClosed();
  });

  it('closes when the pointer has left, and stays while the pointer is on it', async () => {
    await open('http://www.isna.ir/semantic', SEMANTIC_NAMES.length);
    const card = await hover('عباس عراقچی');
    await page.mouse.move((card.box.left + card.box.right) / 2, card.box.top + 20, { steps: 5 });
    const before = Date.now();
    await until(() => Date.now() - before > 600, 'the grace to pass');
    expect(await rig.overlay(page)).toBeDefined();
    await page.mouse.move(5, 5, { steps: 5 });
    await untilClosed();
  });

  it('opens by keyboard, one name after another, and goes back', async () => {
    await open('http://www.isna.ir/semantic', SEMANTIC_NAMES.length);
    const current = async () => (await painted(page, 'current'))[0]?.text;
    await rig.fireCommand(page, 'next-annotation');
    await until(async () => (await current()) === 'مسقط', 'the first name');
    expect((await untilRead(rig, page)).text).toContain('Muscat');
    await rig.fireCommand(page, 'next-annotation');
    await until(async () => (await current()) === 'عباس عراقچی', 'the second name');
    await rig.fireCommand(page, 'previous-annotation');
    await until(async () => (await current()) === 'مسقط', 'the first name again');
    await page.keyboard.press('Escape');
    await untilClosed();
  });

  it('tells what was true when an older page was published', async () => {
    await open('http://www.iranintl.com/joined', 8);
    const card = await hover('خامنهای');
    expect(card.text).toContain('در زمان این خبر: رهبر');
    expect(card.text).toMatch(/درگذشت: [۰-۹]+ اسفند ۱۴۰۴/);
  });

  it('is a sheet in a narrow window, away from the name', async () => {
    page = await rig.browser.newPage();
    await page.setViewport({ width: 360, height: 640 });
    await page.goto('http://www.iranintl.com/joined');
    names = await untilPainted(page, 8);
    const card = await hover('پزشکیان');
    const { box } = named('پزشکیان');
    expect(card.box.right - card.box.left).toBe(360);
    expect(card.box.top >= box.bottom || card.box.bottom <= box.top).toBe(true);
  });

  it('lets a link under a name be followed', async () => {
    await open('http://www.isna.ir/semantic', SEMANTIC_NAMES.length);
    const { x, y } = named('ولادیمیر پوتین');
    await Promise.all([page.waitForNavigation(), page.mouse.click(x, y)]);
    expect(page.url()).toBe('http://www.isna.ir/other');
  });
});
