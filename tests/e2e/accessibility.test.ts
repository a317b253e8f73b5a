import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../../tools/rig/launch.ts';
import { untilPainted } from '../../tools/rig/painted.ts';
import { BROWSERS, type Rig } from '../../tools/rig/rig.ts';
import { type SiteServer, serveSites } from '../../tools/rig/site-server.ts';
import { until } from '../../tools/rig/wait.ts';
import { SEMANTIC_NAMES } from '../support/semantic-page.ts';

/** What axe finds in the laid out page, contrast included. */
async function violations(screen: Page): Promise<string[]> {
  await screen.evaluate(axe.source);
  const results = await screen.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

describe.each(BROWSERS)('our screens in %s', (name) => {
  let sites: SiteServer;
  let rig: Rig;
  beforeAll(async () => {
    sites = await serveSites();
    rig = await launch(name, { proxyPort: sites.port });
    const page = await rig.browser.newPage();
    await page.goto('http://www.isna.ir/semantic');
    await untilPainted(page, SEMANTIC_NAMES.length);
    await rig.saveByMenu(page, 'پیام ایران روشن است');
    await untilPainted(page, 1, 'saved');
  });
  afterAll(async () => {
    await rig?.close();
    await sites?.close();
  });

  it.each([
    ['popup.html', '.popup-name'],
    ['library.html', '.library-item'],
    ['options.html', '.options-credits a'],
  ])('%s is accessible', async (path, content) => {
    const screen = await rig.openScreen(path);
    if (path === 'popup.html')
      await (await rig.browser.pages()).find((one) => one.url().includes('isna.ir'))?.bringToFront();
    await until(() => screen.evaluate((wanted) => document.querySelector(wanted) !== null, content), content);
    expect(await violations(screen)).toEqual([]);
    await screen.close();
  });
});
