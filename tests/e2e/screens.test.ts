import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choose } from '../../tools/rig/choose.ts';
import { launch } from '../../tools/rig/launch.ts';
import { painted, untilPainted } from '../../tools/rig/painted.ts';
import { BROWSERS, type Rig } from '../../tools/rig/rig.ts';
import { type SiteServer, serveSites } from '../../tools/rig/site-server.ts';
import { until } from '../../tools/rig/wait.ts';
import { untilRead } from '../support/card.ts';
import { SEMANTIC_NAMES } from '../support/semantic-page.ts';

describe.each(BROWSERS)('our screens in %s', (name) => {
  let sites: SiteServer;
  let rig: Rig;

  beforeAll(async () => {
    sites = await serveSites();
    rig = await launch(name, { proxyPort: sites.port });
  });
  afterAll(async () => {
    await rig?.close();
    await sites?.close();
  });

  it('welcome with a paragraph that is read like any page', async () => {
    const welcome = await rig.openScreen('welcome.html');
    await welcome.bringToFront();
    const names = await until(async () => {
      const seen = await painted(welcome);
      return seen.length >= 4 ? seen : undefined;
    }, 'the names of the sample');
    const araghchi = names.find(({ text }) => text === 'عباس عراقچی');
    await welcome.mouse.move(araghchi?.x ?? 0, araghchi?.y ?? 0);
    expect((await untilRead(rig, welcome)).text).toContain('Abbas Araghchi');
    await welcome.close();
  });

  it('options: hides and brings back names, changes the look', async () => {
    await choose(rig, { muted: ['abbas-araghchi'], theme: 'dark', textSize: 150 });
    const page = await rig.browser.newPage();
    await page.goto('http://www.isna.ir/semantic');
    await untilPainted(page, SEMANTIC_NAMES.length - 1);
    const options = await rig.openScreen('options.html');
    await until(
      () => options.evaluate(() => document.body.innerText.includes('عباس عراقچی')),
      'the name of the muted entity',
    );
    const look = await options.evaluate(() => {
      const { colorScheme } = getComputedStyle(document.documentElement);
      return { colorScheme, fontSize: getComputedStyle(document.body).fontSize };
    });
    expect(look).toEqual({ colorScheme: 'dark', fontSize: '21px' });
    await options.evaluate(() => document.querySelector<HTMLElement>('[aria-labelledby="muted"] button')?.click());
    await untilPainted(page, SEMANTIC_NAMES.length);
    await choose(rig, { theme: 'auto', textSize: 100 });
    await options.close();
    await page.close();
  });
});
