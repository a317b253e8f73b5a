import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../../tools/rig/launch.ts';
import { painted, untilPainted } from '../../tools/rig/painted.ts';
import { BROWSERS, type Rig } from '../../tools/rig/rig.ts';
import { type SiteServer, serveSites } from '../../tools/rig/site-server.ts';
import { until } from '../../tools/rig/wait.ts';
import { SEMANTIC_NAMES } from '../support/semantic-page.ts';

describe.each(BROWSERS)('access in %s', (name) => {
  let sites: SiteServer;
  let rig: Rig;
  let page: Page;
  const open = async (address: string) => {
    page = await rig.browser.newPage();
    await page.goto(address);
  };
  /** What the popup says of the page in front. */
  const popupSays = async (selector: string) => {
    const popup = await rig.openScreen('popup.html');
    await page.bringToFront();
    const words = await until(
      () => popup.evaluate((wanted) => document.querySelector(wanted)?.textContent, selector),
      `${selector} in the popup`,
    );
    await popup.close();
    return words;
  };

  beforeAll(async () => {
    sites = await serveSites();
    rig = await launch(name, { proxyPort: sites.port });
  });
  afterAll(async () => {
    await rig?.close();
    await sites?.close();
  });
  afterEach(() => page.close());

  it('to a site that is not on the list is offered, once or for good, and nothing is read before', async () => {
    await open('http://shop.example.com/semantic');
    expect(await popupSays('.popup-read')).toBe('همین صفحه را بخوان');
    expect(await painted(page)).toEqual([]);
  });

  it.skipIf(name === 'chromium')('to a site of the reader’s own is remembered, and can be taken back', async () => {
    await open('http://shop.example.com/semantic');
    await rig.setAccess?.('example.com', true);
    await page.reload();
    await untilPainted(page, SEMANTIC_NAMES.length);
    await rig.stopBackground();
    await page.reload();
    await untilPainted(page, SEMANTIC_NAMES.length);
    const options = await rig.openScreen('options.html');
    await until(
      () => options.evaluate(() => document.body.innerText.includes('example.com')),
      'the site in the options',
    );
    await options.close();
    await rig.setAccess?.('example.com', false);
    await page.bringToFront();
    await until(async () => {
      await page.reload();
      await new Promise((resolve) => setTimeout(resolve, 500));
      return (await painted(page)).length === 0;
    }, 'the site to be left alone again');
  });

  it.skipIf(name === 'chromium')('to a listed site can be taken back by the reader: the popup says so', async () => {
    await rig.setAccess?.('tabnak.ir', false);
    await open('http://www.tabnak.ir/table');
    expect(await popupSays('.popup-report p')).toMatch(/اجازه خواندن این سایت را|در فهرست/);
    expect(await painted(page)).toEqual([]);
    await rig.setAccess?.('tabnak.ir', true);
    await page.reload();
    await untilPainted(page, 6);
  });
});
