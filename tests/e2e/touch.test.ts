import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../../tools/rig/launch.ts';
import { painted, untilPainted } from '../../tools/rig/painted.ts';
import { BROWSERS, type Rig } from '../../tools/rig/rig.ts';
import { type SiteServer, serveSites } from '../../tools/rig/site-server.ts';
import { until } from '../../tools/rig/wait.ts';
import { untilRead } from '../support/card.ts';
import { SEMANTIC_NAMES } from '../support/semantic-page.ts';

/** A phone held upright. */
const PHONE = { width: 360, height: 640 };

describe.each(BROWSERS)('on a phone, in %s', (name) => {
  let sites: SiteServer;
  let rig: Rig;
  let page: Page;
  const mark = async (text: string) => {
    const found = (await painted(page)).find((one) => one.text === text);
    if (!found) throw new Error(`«${text}» is not painted`);
    return found;
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

  it('a touch opens a sheet over the whole width, away from the name, and another beside it closes it', async () => {
    page = await rig.browser.newPage();
    await page.setViewport(name === 'chromium' ? { ...PHONE, hasTouch: true, isMobile: true } : PHONE);
    await page.goto('http://www.isna.ir/joined');
    await untilPainted(page, 8);
    const { x, y, box } = await mark('پزشکیان');
    await page.touchscreen.tap(x, y);
    const sheet = await untilRead(rig, page);
    expect(sheet.text).toContain('Masoud Pezeshkian');
    expect(sheet.box.right - sheet.box.left).toBe(360);
    expect(sheet.box.top >= box.bottom || sheet.box.bottom <= box.top).toBe(true);
    await page.touchscreen.tap(180, sheet.box.top >= 320 ? 4 : 636);
    await until(async () => (await rig.overlay(page)) === undefined, 'the sheet to close');
  });

  it('a link under a name is followed, not covered by a sheet', async () => {
    page = await rig.browser.newPage();
    await page.setViewport(name === 'chromium' ? { ...PHONE, hasTouch: true, isMobile: true } : PHONE);
    await page.goto('http://www.isna.ir/semantic');
    await untilPainted(page, SEMANTIC_NAMES.length);
    await page.evaluate(() => document.querySelector('#second a')?.scrollIntoView({ block: 'center' }));
    const { x, y } = await mark('ولادیمیر پوتین');
    await page.touchscreen.tap(x, y);
    await until(() => page.url().endsWith('/other'), 'the other page');
  });
});
