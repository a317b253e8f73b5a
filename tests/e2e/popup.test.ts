import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../../tools/rig/launch.ts';
import { painted, untilPainted } from '../../tools/rig/painted.ts';
import { BROWSERS, type Rig } from '../../tools/rig/rig.ts';
import { type SiteServer, serveSites } from '../../tools/rig/site-server.ts';
import { until } from '../../tools/rig/wait.ts';
import { SEMANTIC_NAMES } from '../support/semantic-page.ts';

describe.each(BROWSERS)('switching in %s', (name) => {
  let sites: SiteServer;
  let rig: Rig;
  let page: Page;

  beforeAll(async () => {
    sites = await serveSites();
    rig = await launch(name, { proxyPort: sites.port });
    page = await rig.browser.newPage();
    await page.goto('http://www.isna.ir/semantic');
    await untilPainted(page, SEMANTIC_NAMES.length);
  });
  afterAll(async () => {
    await rig?.close();
    await sites?.close();
  });

  it('off and on everywhere, by keyboard', async () => {
    await rig.fireCommand(page, 'toggle-annotations');
    await untilPainted(page, 0);
    const other = await rig.browser.newPage();
    await other.goto('http://www.tabnak.ir/table');
    await rig.fireCommand(page, 'toggle-annotations');
    await untilPainted(page, SEMANTIC_NAMES.length);
    await untilPainted(other, 6);
    await other.close();
  });

  it('is told by the button in the toolbar', async () => {
    const screen = await rig.openScreen('options.html');
    const titles = () =>
      screen.evaluate(async () => {
        interface Api {
          tabs: { query(about: object): Promise<{ id: number; url?: string }[]> };
          action: { getTitle(about: object): Promise<string> };
        }
        const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Api | undefined>;
        const api = browser ?? chrome;
        const tabs = (await api?.tabs.query({})) ?? [];
        return Promise.all(tabs.map(async ({ id }) => (await api?.action.getTitle({ tabId: id })) ?? ''));
      });
    await until(async () => (await titles()).includes('پیشینه: روشن'), 'the button to be on');
    await rig.fireCommand(page, 'toggle-annotations');
    await until(async () => (await titles()).includes('پیشینه: خاموش'), 'the button to be off');
    await rig.fireCommand(page, 'toggle-annotations');
    await untilPainted(page, SEMANTIC_NAMES.length);
    await screen.close();
  });

  it('off and on everywhere, in the popup', async () => {
    const popup = await rig.openScreen('popup.html');
    const toggle = () => popup.evaluate(() => document.querySelector<HTMLElement>('.switch input')?.click());
    await until(() => popup.evaluate(() => document.querySelector('.switch input') !== null), 'the switch');
    await toggle();
    await until(async () => (await painted(page)).length === 0, 'annotations to go');
    await toggle();
    await untilPainted(page, SEMANTIC_NAMES.length);
    await popup.close();
  });

  it('in Persian, from right to left, with the names of the page', async () => {
    // a popup in a tab sees itself as the page in front; it asks about the page once that is in front
    const popup = await rig.openScreen('popup.html');
    await page.bringToFront();
    const shown = await until(
      () =>
        popup.evaluate(() => {
          const names = [...document.querySelectorAll('.popup-name')].map((one) => one.textContent ?? '');
          return names.length > 0
            ? {
                names,
                direction: document.documentElement.dir,
                count: document.querySelector('.popup-count')?.textContent,
              }
            : null;
        }),
      'the names',
    );
    expect(shown.direction).toBe('rtl');
    expect(shown.count).toBe('۹ نام آشنا در این صفحه');
    expect(shown.names).toEqual([
      'مسقط',
      'عباس عراقچی',
      'عمان',
      'دونالد ترامپ',
      'ایران',
      'تهران',
      'واشنگتن',
      'مسعود پزشکیان',
      'ولادیمیر پوتین',
    ]);
    await popup.close();
  });

  it('off and on for this site alone', async () => {
    const popup = await rig.openScreen('popup.html');
    const untilAboutSite = async () => {
      await page.bringToFront();
      await until(
        () => popup.evaluate(() => document.querySelectorAll('.switch')[1]?.textContent?.includes('isna.ir')),
        'the site’s switch',
      );
    };
    await untilAboutSite();
    const toggleSite = () => popup.evaluate(() => document.querySelectorAll<HTMLElement>('.switch input')[1]?.click());
    await toggleSite();
    await untilPainted(page, 0);
    const other = await rig.browser.newPage();
    await other.goto('http://www.tabnak.ir/table');
    await untilPainted(other, 6);
    await other.close();
    await untilAboutSite();
    await toggleSite();
    await untilPainted(page, SEMANTIC_NAMES.length);
    await popup.close();
  });
});
