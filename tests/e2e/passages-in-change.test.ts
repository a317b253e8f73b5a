import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { choose } from '../../tools/rig/choose.ts';
import { painted, untilPainted } from '../../tools/rig/painted.ts';
import { BROWSERS, type Rig } from '../../tools/rig/rig.ts';
import { placeOf, selectByScript } from '../../tools/rig/selecting.ts';
import { until } from '../../tools/rig/wait.ts';
import { type RigInUse, useRig } from '../support/use-rig.ts';

const pass = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Opens the form of note and tags for a passage that is saved on the page, and types into it. */
async function beginNote(use: RigInUse, page: Page, word: string, note: string): Promise<void> {
  const at = await placeOf(page, word);
  await page.mouse.click((at.from[0] + at.to[0]) / 2, at.from[1]);
  await use.untilSaid(page, 'ذخیره‌شده در', 'passage');
  await use.rig.clickInOverlay(page, '.passage-note', 'passage');
  await until(async () => (await use.rig.overlay(page, 'passage'))?.html.includes('<textarea'), 'the form');
  await use.rig.clickInOverlay(page, 'textarea', 'passage');
  await page.keyboard.type(note);
}

async function saveByCommand(use: RigInUse, page: Page, text: string): Promise<void> {
  await selectByScript(page, text);
  await use.rig.fireCommand(page, 'save-highlight');
}

describe.each(BROWSERS)('saved passages on pages that change, in %s', (name) => {
  const use = useRig(name);

  it('belong to their story where the address changes by script, with names off too', async () => {
    await choose(use.rig, { annotate: false });
    const page = await use.open('single-page?story=first');
    const go = (story: string) =>
      page.evaluate((to) => (Reflect.get(window, 'navigate') as (name: string) => void)(to), story);
    await page.waitForSelector('#first');
    await pass(1500); // the page brings its text late, and is looked at again then
    await saveByCommand(use, page, 'دیدار تازه عباس عراقچی');
    await untilPainted(page, 1, 'saved');
    await go('second');
    await page.waitForSelector('#second');
    await untilPainted(page, 0, 'saved');
    await pass(1500); // the address may be looked at once in a second
    await saveByCommand(use, page, 'سفر امانوئل مکرون به لبنان');
    expect((await untilPainted(page, 1, 'saved'))[0]?.within).toBe('second');
    await go('first');
    const first = await until(
      async () => (await painted(page, 'saved')).find(({ within }) => within === 'first'),
      'the passage of the first story',
    );
    expect(first.text).toBe('دیدار تازه عباس عراقچی');
    await page.evaluate(() => history.back());
    await pass(1500);
    await choose(use.rig, { annotate: true });
  });

  it('keep a note that is being written when the reader goes to a part of the page', async () => {
    const page = await use.open('semantic');
    await saveByCommand(use, page, 'پیام ایران روشن است');
    await untilPainted(page, 1, 'saved');
    await beginNote(use, page, 'روشن', 'هنوز در دست نوشتن');
    await page.evaluate(() => {
      location.hash = '#second';
      history.replaceState({}, '', '?utm_source=test');
    });
    await pass(1500);
    expect((await use.rig.overlay(page, 'passage'))?.html).toContain('<textarea');
    await use.rig.clickInOverlay(page, '.remarks-save', 'passage');
    await use.untilSaid(page, 'هنوز در دست نوشتن', 'passage');
  });

  it('are painted in parts of the page’s own making, with names off, and go with their text', async () => {
    await choose(use.rig, { annotate: false });
    await saveFromShadow(use.rig);
    const page = await use.open('shadow');
    expect((await untilPainted(page, 1, 'saved'))[0]?.within).toBe('deep');
    const [seen] = await painted(page, 'saved');
    await page.mouse.click(seen?.x ?? 0, seen?.y ?? 0);
    await use.untilSaid(page, 'ذخیره‌شده در', 'passage');
    await page.evaluate(() => (Reflect.get(window, 'change') as (text: string) => void)('متن دیگری آمده است.'));
    await untilPainted(page, 0, 'saved');
    await choose(use.rig, { annotate: true });
  });

  it('are found in a body that the page puts in the place of the other', async () => {
    const page = await use.open('semantic');
    await untilPainted(page, 1, 'saved');
    await page.evaluate(() => {
      const body = document.createElement('body');
      body.innerHTML = document.body.innerHTML;
      document.body.replaceWith(body);
    });
    await until(
      async () => (await painted(page, 'saved')).some(({ box }) => box.right > box.left),
      'the passage in the new body',
    );
  });

  it('are painted again when a page has cleared all paint', async () => {
    const page = await use.open('semantic');
    await untilPainted(page, 1, 'saved');
    await page.evaluate(() => {
      CSS.highlights.clear();
      document.body.append(document.createElement('p'));
    });
    await untilPainted(page, 1, 'saved');
  });
});

/** Stores a passage of the page in parts of its own making as if it had been saved there: no script can select in them. */
async function saveFromShadow(rig: Rig): Promise<void> {
  const screen = await rig.openScreen('options.html');
  const answer = await screen.evaluate(
    async (quote) => {
      const { browser, chrome } = globalThis as unknown as Record<
        'browser' | 'chrome',
        { runtime: { sendMessage(message: object): Promise<unknown> } } | undefined
      >;
      return (browser ?? chrome)?.runtime.sendMessage({
        type: 'save-highlight',
        id: 'test:in-shadow',
        page: { key: 'isna.ir/shadow', address: 'http://www.isna.ir/shadow', title: 'خبر', site: 'isna.ir' },
        selectors: { quote: { type: 'TextQuoteSelector', ...quote } },
        remarks: { color: 'green', note: '', tags: [] },
        entities: [],
      });
    },
    {
      exact: 'در این بخش از مسقط نام می‌برد',
      prefix: 'عباس عراقچی ',
      suffix: ' و از گفت‌وگوهای تازه می‌گوید.',
    },
  );
  expect(answer).toMatchObject({ ok: true });
  await screen.close();
}

/** Starts the extension anew under the pages that are open, as an update does. */
async function update(rig: Rig): Promise<void> {
  const screen = await rig.openScreen('options.html');
  await screen
    .evaluate(() => {
      const { browser, chrome } = globalThis as unknown as Record<
        'browser' | 'chrome',
        { runtime: { reload(): void } } | undefined
      >;
      (browser ?? chrome)?.runtime.reload();
    })
    .catch(() => {}); // the screen goes with the extension
  await pass(2000);
}

// Chromium leaves the scripts of before in the pages, cut off; Firefox ends them and puts the new ones there itself.
describe('an update under an open page in chromium', () => {
  const use = useRig('chromium');

  it('leaves paint, a note that is being written, and ways to keep a selection from loss', async () => {
    const [page, other] = [await use.open('semantic'), await use.open('joined')];
    await page.bringToFront();
    await saveByCommand(use, page, 'پیام ایران روشن است');
    await untilPainted(page, 1, 'saved');
    await other.bringToFront();
    await selectByScript(other, 'سخنی نگفته است');
    await until(() => use.rig.overlay(other, 'passage'), 'the toolbar');
    await page.bringToFront();
    await beginNote(use, page, 'روشن', 'هنوز در دست نوشتن');
    await update(use.rig);

    await page.bringToFront();
    for (const x of [100, 200, 300, 400]) await page.mouse.move(x, 300);
    await pass(300);
    expect((await untilPainted(page, 1, 'saved'))[0]?.text).toBe('پیام ایران روشن است');
    await use.rig.clickInOverlay(page, '.remarks-save', 'passage');
    const { html } = await use.untilSaid(page, 'پیشینه به‌روز شد', 'passage');
    expect(html).toContain('<textarea');
    await use.rig.clickInOverlay(page, '.remarks-cancel', 'passage');
    await use.untilSaid(page, 'ذخیره‌شده در', 'passage');

    await other.bringToFront();
    await other.mouse.move(300, 300);
    await use.rig.clickInOverlay(other, '.passage-yellow', 'passage');
    await use.untilSaid(other, 'پیشینه به‌روز شد');
    await other.mouse.move(200, 300);
    await selectByScript(other, 'خبرنگاران');
    await until(() => use.rig.overlay(other, 'passage'), 'the toolbar for another selection');
  });
});

describe('an update under an open page in firefox', () => {
  const use = useRig('firefox');

  it('goes on saving and showing passages there', async () => {
    const page = await use.open('semantic');
    await saveByCommand(use, page, 'پیام ایران روشن است');
    await untilPainted(page, 1, 'saved');
    await update(use.rig);
    await page.bringToFront();
    await until(async () => (await painted(page, 'saved')).length === 1, 'the passage');
    await saveByCommand(use, page, 'پریسا ترامپ');
    await untilPainted(page, 2, 'saved');
  });
});
