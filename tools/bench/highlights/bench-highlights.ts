import type { Page } from 'puppeteer-core';
import { compileKnowledge } from '../../knowledge/compile.ts';
import { buildExtension } from '../../lib/build-extension.ts';
import { seed } from '../../rig/highlights-database.ts';
import { launch } from '../../rig/launch.ts';
import { BROWSERS, type Rig } from '../../rig/rig.ts';
import { serveSites } from '../../rig/site-server.ts';
import { until } from '../../rig/wait.ts';
import type { Figure } from '../figure.ts';
import { median } from '../measure.ts';
import { makeArticle } from '../page/article.ts';
import { bundleForPage } from '../page/bundle-for-page.ts';
import type { HighlightsBench } from './in-page.ts';
import { makeHighlights } from './make-highlights.ts';

const FEW = 20;
const MANY = 20_000;
const SAVES = 40;
const ON_ONE_PAGE = 300;
/** Milliseconds until the store of knowledge is filled, which a new extension does first. */
const SETTLED = 5000;
/** What is looked for: one word, two, one with joints, one that is nowhere, one letter. */
const QUERIES = ['نفت', 'دولت مجلس', 'گفت وگو', 'ناپیداست', 'و'];

declare function inPage(): HighlightsBench;

/** Measures in real browsers what 20,000 highlights cost, and 300 on one page. */
export async function benchHighlights(): Promise<Figure[]> {
  await buildExtension('chrome');
  await buildExtension('firefox');
  const { pack } = await compileKnowledge();
  const sites = await serveSites(new Map([['bench-article', makeArticle(pack.entities)]]));
  const figures: Figure[] = [];
  try {
    for (const name of BROWSERS) figures.push(...(await benchIn(await launch(name, { proxyPort: sites.port }))));
  } finally {
    await sites.close();
  }
  return figures;
}

async function benchIn(rig: Rig): Promise<Figure[]> {
  try {
    return [...(await measurePainting(rig)), ...(await measureLibrary(rig))];
  } finally {
    await rig.close();
  }
}

async function measurePainting(rig: Rig): Promise<Figure[]> {
  const page = await rig.browser.newPage();
  await page.goto('http://shop.example.com/bench-article'); // where the extension does not run
  await page.evaluate(await bundleForPage('tools/bench/highlights/in-page.ts'));
  const figures: Figure[] = [];
  for (const isMoved of [false, true]) {
    const value = await page.evaluate((count, moved) => inPage().painting(count, moved), ON_ONE_PAGE, isMoved);
    const where = isMoved ? 'moved since' : 'where they stood';
    const name = `${ON_ONE_PAGE} passages of one page painted, ${where}, in ${rig.name}, ms`;
    figures.push({ name, value, most: 50 });
  }
  await page.close();
  return figures;
}

async function measureLibrary(rig: Rig): Promise<Figure[]> {
  const screen = await rig.openScreen('popup.html'); // any screen of ours may ask
  await new Promise((resolve) => setTimeout(resolve, SETTLED));
  const all = makeHighlights(MANY);
  await seed(rig, all.slice(0, FEW));
  const withFew = await timeSaving(screen);
  await seed(rig, all.slice(FEW));
  await new Promise((resolve) => setTimeout(resolve, SETTLED));
  const withMany = await timeSaving(screen);
  await screen.close();
  const { opening, searches } = await timeSearching(rig);
  return [
    { name: `saving one with ${MANY} in ${rig.name}, × with ${FEW}`, value: withMany / withFew, most: 1.5 },
    { name: `saving one with ${FEW} in ${rig.name}, ms`, value: withFew },
    { name: `library of ${MANY} shown in ${rig.name}, ms`, value: opening },
    {
      name: `search in ${MANY} answered in ${rig.name} (slowest of ${QUERIES.length}), ms`,
      value: Math.max(...searches),
      most: 100,
    },
  ];
}

interface Api {
  runtime: { sendMessage(message: object): Promise<{ ok: boolean }> };
}

/** Median milliseconds from asking to save until it is said to be saved. */
async function timeSaving(screen: Page): Promise<number> {
  const times = await screen.evaluate(async (saves) => {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Api | undefined>;
    const taken: number[] = [];
    for (let index = 0; index < saves; index++) {
      const id = crypto.randomUUID();
      const before = performance.now();
      await (browser ?? chrome)?.runtime.sendMessage({
        type: 'save-highlight',
        id,
        page: { key: 'example.org/1', address: 'https://example.org/1', title: 'آزمون', site: 'example.org' },
        selectors: { quote: { type: 'TextQuoteSelector', exact: `متن ${id}`, prefix: '', suffix: '' } },
        remarks: { color: 'yellow', note: '', tags: [] },
        entities: [],
      });
      taken.push(performance.now() - before);
      await new Promise((resolve) => setTimeout(resolve, 50)); // a reader's pace
    }
    return taken;
  }, SAVES);
  return median(times);
}

/** Milliseconds until the library shows its list, and for each query until its answer is on the screen. */
async function timeSearching(rig: Rig): Promise<{ opening: number; searches: number[] }> {
  const before = performance.now();
  const library = await rig.openScreen('library.html');
  await until(() => library.evaluate(() => document.querySelector('blockquote') !== null), 'the list', 60_000);
  const opening = performance.now() - before;
  await library.bringToFront();
  await new Promise((resolve) => setTimeout(resolve, SETTLED)); // the index is made while the reader looks
  const searches = await library.evaluate(async (queries) => {
    const field = document.querySelector<HTMLInputElement>('input[type="search"]');
    if (!field) throw new Error('the library has no search field');
    const frameDone = () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve();
          channel.port2.postMessage(null);
        }),
      );
    const answered = () =>
      new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve();
        });
        observer.observe(document.body, { childList: true, characterData: true, subtree: true });
      });
    const taken: number[] = [];
    for (const query of queries) {
      const change = answered();
      const start = performance.now();
      field.value = query;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await change;
      await frameDone();
      taken.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    return taken;
  }, QUERIES);
  await library.close();
  return { opening, searches };
}
