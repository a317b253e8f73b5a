import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../../tools/rig/launch.ts';
import { painted, untilPainted } from '../../tools/rig/painted.ts';
import { BROWSERS, type Rig } from '../../tools/rig/rig.ts';
import { type SiteServer, serveSites } from '../../tools/rig/site-server.ts';
import { until } from '../../tools/rig/wait.ts';
import { SEMANTIC_NAMES } from '../support/semantic-page.ts';

describe.each(BROWSERS)('the side panel in %s', (name) => {
  let sites: SiteServer;
  let rig: Rig;
  let page: Page;
  let panel: Page;

  const inPanel = <T>(run: () => T) => panel.evaluate(run);
  const click = (selector: string) =>
    panel.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), selector);
  const untilSays = (words: string) =>
    until(() => panel.evaluate((wanted) => document.body.innerText.includes(wanted), words), `«${words}» in the panel`);

  beforeAll(async () => {
    sites = await serveSites();
    rig = await launch(name, { proxyPort: sites.port });
    page = await rig.browser.newPage();
    await page.goto('http://www.isna.ir/semantic');
    await untilPainted(page, SEMANTIC_NAMES.length);
    // the panel stands in a tab here, beside which the page is in front
    panel = await rig.openScreen('sidepanel.html');
    await page.bringToFront();
  });
  afterAll(async () => {
    await rig?.close();
    await sites?.close();
  });

  it('lists the article’s people and places by weight, from right to left', async () => {
    await untilSays('عباس عراقچی');
    const groups = await inPanel(() => [...document.querySelectorAll('h2')].map((one) => one.textContent));
    expect(groups).toEqual(['کسان', 'جاها']);
    expect(await inPanel(() => document.documentElement.dir)).toBe('rtl');
    const places = await inPanel(() =>
      [...document.querySelectorAll('[aria-labelledby="group-places"] .panel-word')].map((one) => one.textContent),
    );
    expect(places[0]).toBe('مسقط'); // it stands in the title
  });

  it('opens a background, leads to each mention, and back', async () => {
    await click('[aria-labelledby="group-people"] .panel-name');
    await untilSays('زاده');
    await page.evaluate(() => {
      document.body.style.paddingBlockEnd = '2000px';
      window.scrollTo(0, 600);
    });
    await click('[aria-labelledby="group-people"] .panel-mention');
    await until(async () => (await painted(page, 'current')).length === 1, 'the mention to be pointed out');
    await untilSays('مورد ۱');
    expect(await page.evaluate(() => window.scrollY)).toBeLessThan(600);
    await click('.panel-back');
    await until(() => page.evaluate(() => window.scrollY === 600), 'the way back');
  });

  it('searches all knowledge, also what the article does not name', async () => {
    await panel.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('input[type="search"]');
      if (!field) return;
      field.value = 'ناوگان';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await untilSays('ناوگان سایه');
    await panel.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('input[type="search"]');
      if (!field) return;
      field.value = '';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await untilSays('کسان');
  });

  it('follows the reader to another page', async () => {
    await page.goto('http://www.tabnak.ir/table');
    await untilPainted(page, 6);
    await untilSays('کاخ کرملین');
  });
});
