import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { choose } from '../../tools/rig/choose.ts';
import { launch } from '../../tools/rig/launch.ts';
import { painted, untilPainted } from '../../tools/rig/painted.ts';
import { BROWSERS, type Rig } from '../../tools/rig/rig.ts';
import { type SiteServer, serveSites } from '../../tools/rig/site-server.ts';
import { until } from '../../tools/rig/wait.ts';
import { untilRead } from '../support/card.ts';
import { SEMANTIC_NAMES } from '../support/semantic-page.ts';

describe.each(BROWSERS)('what the card can do, in %s', (name) => {
  let sites: SiteServer;
  let rig: Rig;
  let page: Page;

  const open = async (path: string, count: number) => {
    page = await rig.browser.newPage();
    await page.goto(`http://www.isna.ir/${path}`);
    await untilPainted(page, count);
  };
  const hover = async (text: string) => {
    const mark = (await painted(page)).find((one) => one.text === text);
    if (!mark) throw new Error(`«${text}» is not painted`);
    await page.mouse.move(mark.x, mark.y);
    return untilRead(rig, page);
  };
  const untilCard = (words: string) =>
    until(async () => {
      const card = await rig.overlay(page);
      return card?.text.includes(words) ? card : undefined;
    }, `a card that says «${words}»`);
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

  it('stays when it is pinned, wherever the pointer goes and the page scrolls', async () => {
    await open('semantic', SEMANTIC_NAMES.length);
    await hover('عباس عراقچی');
    await rig.fireCommand(page, 'pin-card');
    await page.mouse.move(5, 5);
    await page.evaluate(() => window.scrollBy(0, 40));
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect((await rig.overlay(page))?.text).toContain('Abbas Araghchi');
    await rig.clickInOverlay(page, '.card-close');
    await untilClosed();
  });

  it('goes to what is related in the same card, and back', async () => {
    await open('semantic', SEMANTIC_NAMES.length);
    await hover('عباس عراقچی');
    await rig.clickInOverlay(page, '.card-related button');
    await until(async () => (await rig.overlay(page))?.html.includes('card-tool card-back'), 'the way back');
    await rig.clickInOverlay(page, '.card-back');
    await untilCard('Abbas Araghchi');
  });

  it('hides somebody on this page, and brings them back', async () => {
    await open('semantic', SEMANTIC_NAMES.length);
    await hover('عباس عراقچی');
    await rig.clickInOverlay(page, '.card-mute > button');
    await rig.clickInOverlay(page, '.card-mute-where button');
    await untilPainted(page, SEMANTIC_NAMES.length - 1);
    await untilCard('در این صفحه دیگر نشان داده نمی‌شود.');
    const other = await rig.browser.newPage();
    await other.goto('http://www.isna.ir/lists');
    expect((await untilPainted(other, 7)).some(({ text }) => text === 'عباس عراقچی')).toBe(true);
    await other.close();
    await page.bringToFront();
    await rig.clickInOverlay(page, '.notice-action');
    await untilPainted(page, SEMANTIC_NAMES.length);
  });

  it('opens by command where the caret is, with the focus in it, and gives the focus back', async () => {
    await open('semantic', SEMANTIC_NAMES.length);
    await page.evaluate(() => {
      const link = document.querySelector<HTMLElement>('#second a');
      link?.focus();
      const name = link?.firstChild;
      if (name) getSelection()?.setPosition(name, 3);
    });
    await rig.fireCommand(page, 'open-card');
    await untilCard('Vladimir Putin');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('pishineh-card');
    await page.keyboard.press('Escape');
    await untilClosed();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('ولادیمیر پوتین');
  });

  it('stands on a page with hostile styles and transforms, whole and in its place', async () => {
    await open('hostile', 4);
    const card = await hover('عباس عراقچی');
    expect(card.text).toContain('Abbas Araghchi');
    expect(card.style.ground).toBe('rgb(255, 255, 255)');
    expect(card.box.right - card.box.left).toBe(400);
    const mark = (await painted(page)).find(({ text }) => text === 'عباس عراقچی');
    expect(card.box.top >= (mark?.box.bottom ?? 0) || card.box.bottom <= (mark?.box.top ?? 0)).toBe(true);
    expect(card.direction).toBe('rtl');
  });

  it('can be used above a modal dialog', async () => {
    await open('dialog', 5);
    const card = await hover('عباس عراقچی');
    expect(card.text).toContain('Abbas Araghchi');
    // what is inert lets clicks through to the dialog: the real pointer must find the card
    await page.mouse.move((card.box.left + card.box.right) / 2, card.box.top + 30, { steps: 4 });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await rig.overlay(page)).toBeDefined();
  });

  it('is seen in full screen', async () => {
    await open('dialog', 5);
    await page.evaluate(() => document.querySelector('dialog')?.close());
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          const section = document.getElementById('screen');
          section?.addEventListener('click', () => void section.requestFullscreen().then(resolve, resolve), {
            once: true,
          });
          setTimeout(resolve, 3000);
          section?.click();
        }),
    );
    expect((await hover('مسعود پزشکیان')).text).toContain('Masoud Pezeshkian');
  });

  it('is as large, as dark and in such a typeface as the reader chose', async () => {
    await choose(rig, { textSize: 200, theme: 'dark', font: 'vazirmatn' });
    await open('semantic', SEMANTIC_NAMES.length);
    const card = await hover('عباس عراقچی');
    expect(card.html).toContain('card');
    expect(card.style.fontSize).toBe('28px');
    expect(card.style.colorScheme).toBe('dark');
    expect(card.style.ground).toBe('rgb(31, 36, 40)');
    expect(card.style.fontFamily).toContain('Vazirmatn');
    expect(card.box.left).toBeGreaterThanOrEqual(0);
    expect(card.box.right).toBeLessThanOrEqual(900);
    await choose(rig, { textSize: 100, theme: 'auto' });
  });
});
