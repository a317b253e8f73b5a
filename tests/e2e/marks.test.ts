import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { choose } from '../../tools/rig/choose.ts';
import { launch } from '../../tools/rig/launch.ts';
import { painted, untilPainted } from '../../tools/rig/painted.ts';
import { BROWSERS, type Rig } from '../../tools/rig/rig.ts';
import { type SiteServer, serveSites } from '../../tools/rig/site-server.ts';
import { until } from '../../tools/rig/wait.ts';
import { SEMANTIC_MENTIONS, SEMANTIC_NAMES } from '../support/semantic-page.ts';

describe.each(BROWSERS)('marks in %s', (name) => {
  let sites: SiteServer;
  let rig: Rig;
  let page: Page;

  const open = async (path: string) => {
    page = await rig.browser.newPage();
    await page.goto(`http://www.isna.ir/${path}`);
  };
  const texts = async () => (await painted(page)).map(({ text }) => text);
  /** What of a kind is marked. */
  const ofKind = (kind: string) =>
    page.evaluate(
      (layer) =>
        [...(CSS.highlights.get(`pishineh-${layer}`) ?? [])].map((range) => {
          const live = document.createRange();
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
          return live.toString().replace(/\s+/g, ' ');
        }),
      kind,
    );

  beforeAll(async () => {
    sites = await serveSites();
    rig = await launch(name, { proxyPort: sites.port });
  });
  afterAll(async () => {
    await rig?.close();
    await sites?.close();
  });
  afterEach(() => page.close());

  it('differ by kind', async () => {
    await open('semantic');
    await untilPainted(page, SEMANTIC_NAMES.length);
    expect(await ofKind('people')).toEqual(['عباس عراقچی', 'دونالد ترامپ', 'مسعود پزشکیان', 'ولادیمیر پوتین']);
    expect((await ofKind('places')).sort()).toEqual(['ایران', 'تهران', 'عمان', 'مسقط', 'واشنگتن'].sort());
  });

  it('show the first mention, or all, or no place, as the reader chooses', async () => {
    await open('semantic');
    await untilPainted(page, SEMANTIC_NAMES.length);
    await choose(rig, { mentions: 'all' });
    await untilPainted(page, SEMANTIC_MENTIONS);
    await choose(rig, { mentions: 'first', kindsOff: ['places'] });
    await untilPainted(page, 4);
    await choose(rig, { kindsOff: [] });
    await untilPainted(page, SEMANTIC_NAMES.length);
  });

  it('are not in lists of links, in the names of those who commented, or at the foot', async () => {
    await open('lists');
    await untilPainted(page, 7);
    expect(await texts()).toEqual(['لبنان', 'عباس عراقچی', 'بیروت', 'تهران', 'ایران', 'فرانسه', 'مصر']);
  });

  it.skipIf(name === 'firefox')('take the system’s colours where colours are forced', async () => {
    await open('semantic');
    await untilPainted(page, SEMANTIC_NAMES.length);
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    const colours = await page.evaluate(() => {
      const link = document.createElement('span');
      link.style.color = 'LinkText';
      document.body.append(link);
      const system = getComputedStyle(link).color;
      link.remove();
      return [system, getComputedStyle(document.body, '::highlight(pishineh-people)').textDecorationColor];
    });
    expect(colours[1]).toBe(colours[0]);
  });

  it('are clear of the letters, and invisible in print', async () => {
    await open('semantic');
    await untilPainted(page, SEMANTIC_NAMES.length);
    const lead = await page.$('#lead');
    const looks = async () => Buffer.from((await lead?.screenshot()) ?? []).toString('base64');
    const marked = await looks();
    if (name === 'chromium') await page.emulateMediaType('print');
    const printed = name === 'chromium' ? await looks() : undefined;
    await choose(rig, { annotate: false });
    await until(async () => (await painted(page)).length === 0, 'the marks to go');
    const plain = await looks();
    await choose(rig, { annotate: true });
    expect(marked).not.toBe(plain);
    if (printed !== undefined) expect(printed).toBe(plain);
  });
});
