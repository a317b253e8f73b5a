import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { painted, untilPainted } from './rig/painted.ts';
import { BROWSERS, launch, type Rig } from './rig/rig.ts';
import { type SiteServer, serveSites } from './rig/site-server.ts';
import { until } from './rig/wait.ts';

describe.each(BROWSERS)('annotating in %s', (name) => {
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

  it('x', async () => {
    const page = await rig.browser.newPage();
    await page.goto('http://www.isna.ir/semantic');
    await new Promise((r) => setTimeout(r, 3000));
    console.log(name, await painted(page));
    const first = (await painted(page))[0];
    if (!first) throw new Error('none');
    await page.mouse.move(first.x, first.y);
    const v = await until(() => rig.overlay(page), 'card');
    console.log(v.text, v.box, v.direction);
    await page.screenshot({ path: `/tmp/shot-${name}.png` });
  });
});
