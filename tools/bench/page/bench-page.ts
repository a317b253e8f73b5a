import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { OPEN_AFTER } from '../../../core/card/card-state.ts';
import type { Entity } from '../../../core/knowledge/entity.ts';
import type { Lexicon } from '../../../core/recognition/lexicon.ts';
import { recognise } from '../../../core/recognition/link.ts';
import { buildExtension } from '../../lib/build-extension.ts';
import { launch } from '../../rig/launch.ts';
import { painted } from '../../rig/painted.ts';
import { type Rig, ROOT } from '../../rig/rig.ts';
import { serveSites } from '../../rig/site-server.ts';
import { until } from '../../rig/wait.ts';
import type { Figure } from '../figure.ts';
import { makeArticle } from './article.ts';
import { bundleForPage } from './bundle-for-page.ts';
import type { PageBench } from './in-page.ts';

/** Milliseconds from which a task keeps a reader waiting (RAIL, and the Long Tasks API). */
const LONG_TASK = 50;
const MUTATIONS_A_SECOND = 2000;
const SECONDS = 10;

/** Measures in a real page, in Chromium: what our script costs there, frames, the card, a page that never rests. */
export async function benchPage(own: readonly Entity[], lexicon: Lexicon): Promise<Figure[]> {
  await buildExtension('chrome');
  const article = makeArticle(own);
  const sites = await serveSites(new Map([['bench-article', article]]));
  const rig = await launch('chromium', { proxyPort: sites.port });
  try {
    return [
      ...(await measureReading(rig, lexicon)),
      await measureTasks(rig),
      ...(await measureCard(rig)),
      ...(await measureRestlessPage(rig)),
    ];
  } finally {
    await rig.close();
    await sites.close();
  }
}

async function open(rig: Rig, address: string): Promise<Page> {
  const page = await rig.browser.newPage();
  await page.goto(address);
  return page;
}
/** A site on which the extension does not run, and one on which it does. */
const WITHOUT = 'http://shop.example.com/bench-article';
const WITH = 'http://www.isna.ir/bench-article';

async function measureReading(rig: Rig, lexicon: Lexicon): Promise<Figure[]> {
  const page = await open(rig, WITHOUT);
  await page.addStyleTag({ content: await readFile(join(ROOT, 'entrypoints/reader.content/reader.css'), 'utf8') });
  await page.evaluate(await bundleForPage('tools/bench/page/in-page.ts'));
  const blocks = await page.evaluate(() => inPage().blocks());
  const { links } = recognise(lexicon, { blocks });
  const reading = await page.evaluate((found) => inPage().reading(found), links);
  const frame = await page.evaluate((found) => inPage().frame(found), links);
  await page.close();
  return [
    { name: 'reading a page of 3,000 words, × a bare walk', value: reading, most: 25 },
    { name: 'first frame with marks, × one without', value: frame, most: 1.5 },
  ];
}

declare function inPage(): PageBench;

/** The longest task on the page's main thread while it is read and marked. */
async function measureTasks(rig: Rig): Promise<Figure> {
  const page = await rig.browser.newPage();
  await page.evaluateOnNewDocument(() => {
    const tasks: number[] = [];
    Reflect.set(globalThis, 'longTasks', tasks);
    // the page's own loading is not ours: from the moment the reader script may run
    addEventListener('load', () => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) tasks.push(entry.duration);
      }).observe({ type: 'longtask' });
    });
  });
  await page.goto(WITH);
  await until(async () => (await painted(page)).length > 20, 'the marks');
  const longest = await page.evaluate(() => Math.max(0, ...(Reflect.get(globalThis, 'longTasks') as number[])));
  await page.close();
  return { name: 'longest task over 50 ms while a page is read, ms (0: none)', value: longest, most: LONG_TASK };
}

/** Milliseconds from the end of the pointer's rest until the card can be seen: the first on a page, and later ones. */
async function measureCard(rig: Rig): Promise<Figure[]> {
  const page = await open(rig, WITH);
  const marks = await until(async () => {
    const seen = await painted(page);
    return seen.length > 20 ? seen : undefined;
  }, 'the marks');
  await page.evaluate(() => {
    let pointed = 0;
    addEventListener('pointermove', () => {
      pointed ||= performance.now();
    });
    Reflect.set(globalThis, 'cardTimes', []);
    const seen = () => {
      const host = document.querySelector<HTMLElement>('pishineh-card');
      if (pointed === 0 || host?.style.visibility !== 'visible' || host.style.display === 'none') return;
      (Reflect.get(globalThis, 'cardTimes') as number[]).push(performance.now() - pointed);
      pointed = Number.NaN; // until the next begins
    };
    Reflect.set(globalThis, 'nextCard', () => {
      pointed = 0;
    });
    new MutationObserver(seen).observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['style'],
      subtree: true,
    });
  });
  const visible = marks.filter(({ y }) => y > 0 && y < 600).slice(0, 8);
  // a hand brings the pointer from somewhere: the card is made ready meanwhile
  await page.mouse.move(2, 2);
  await new Promise((resolve) => setTimeout(resolve, 500));
  for (const [index, { x, y }] of visible.entries()) {
    await page.evaluate(() => (Reflect.get(globalThis, 'nextCard') as () => void)());
    await page.mouse.move(x, y);
    await until(
      () => page.evaluate((count) => (Reflect.get(globalThis, 'cardTimes') as number[]).length > count, index),
      'the card',
    );
    await page.keyboard.press('Escape');
    await page.mouse.move(2, 2);
    await until(async () => (await rig.overlay(page)) === undefined, 'the card to close');
  }
  const times = await page.evaluate(() => Reflect.get(globalThis, 'cardTimes') as number[]);
  await page.close();
  const [first = 0, ...later] = times.map((time) => Math.max(0, time - OPEN_AFTER));
  later.sort((a, b) => a - b);
  return [
    { name: 'first card of a page after the rest, ms', value: first, most: 50 },
    { name: 'later cards after the rest (median), ms', value: later[later.length >> 1] ?? 0, most: 50 },
  ];
}

/** Frames and memory of a page that changes 2,000 times a second. */
async function measureRestlessPage(rig: Rig): Promise<Figure[]> {
  const page = await open(rig, WITH);
  await until(async () => (await painted(page)).length > 20, 'the marks');
  const session = await page.createCDPSession();
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return usedSize;
  };
  const restless = () =>
    page.evaluate(
      (perSecond, seconds) =>
        new Promise<number>((resolve) => {
          const place = document.createElement('div');
          document.body.prepend(place);
          const begin = performance.now();
          let made = 0;
          let count = 0;
          const step = () => {
            const passed = (performance.now() - begin) / 1000;
            if (passed >= seconds) {
              place.remove();
              return resolve(count / passed);
            }
            count++;
            for (; made < passed * perSecond; made++) {
              const paragraph = document.createElement('p');
              paragraph.textContent = `خبر ${made} از تهران و مسقط`;
              place.append(paragraph);
              if (place.childElementCount > 20) place.firstElementChild?.remove();
            }
            requestAnimationFrame(step);
          };
          requestAnimationFrame(step);
        }),
      MUTATIONS_A_SECOND,
      SECONDS,
    );
  // what is made once (compiled code, remembered texts) is there after the first round: the second tells of leaks
  await restless();
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const before = await heap();
  const frames = await restless();
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const after = await heap();
  await page.close();
  return [
    { name: 'frames a second while a page changes 2,000 times a second', value: frames, least: 50 },
    { name: 'memory of the page afterwards, × before', value: after / before, most: 1.1 },
  ];
}
