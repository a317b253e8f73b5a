import { describe, expect, it } from 'vitest';
import { painted, untilPainted } from '../../tools/rig/painted.ts';
import { BROWSERS } from '../../tools/rig/rig.ts';
import { until } from '../../tools/rig/wait.ts';
import { SEMANTIC_NAMES } from '../support/semantic-page.ts';
import { useRig } from '../support/use-rig.ts';

const REMOVE = '.passage-actions [aria-label^="حذف: «"]';

describe.each(BROWSERS)('saved passages in %s', (name) => {
  const use = useRig(name);
  const library = async () => {
    const screen = await use.rig.openScreen('library.html');
    const quotes = () =>
      screen.evaluate(() => [...document.querySelectorAll('blockquote')].map((quote) => quote.textContent));
    return { screen, quotes };
  };

  it('come back when the page is opened again, also after the background was stopped', async () => {
    const page = await use.open('semantic');
    await untilPainted(page, SEMANTIC_NAMES.length);
    await use.rig.saveByMenu(page, 'پیام ایران روشن است');
    const notice = await until(() => use.rig.overlay(page), 'the confirmation');
    expect(notice.text).toContain('ذخیره شد: «پیام ایران روشن است»');
    expect((await untilPainted(page, 1, 'saved'))[0]?.text).toBe('پیام ایران روشن است');
    await use.rig.stopBackground();
    await page.reload();
    expect((await untilPainted(page, 1, 'saved'))[0]).toMatchObject({ text: 'پیام ایران روشن است', within: 'second' });
  });

  it('come back at another address of the same page', async () => {
    const page = await use.open('semantic');
    await page.goto('http://isna.ir/semantic?utm_source=telegram');
    expect((await untilPainted(page, 1, 'saved'))[0]?.text).toBe('پیام ایران روشن است');
  });

  it('are saved by keyboard, across elements', async () => {
    const page = await use.open('semantic');
    await untilPainted(page, SEMANTIC_NAMES.length);
    await page.evaluate(() => {
      const first = document.querySelector('#lead b')?.firstChild;
      const last = document.querySelector('#lead i')?.firstChild;
      if (first && last) getSelection()?.setBaseAndExtent(first, 0, last, 5);
    });
    await use.rig.fireCommand(page, 'save-highlight');
    const saved = await untilPainted(page, 2, 'saved');
    expect(saved.map(({ text }) => text)).toEqual(['دونالد ترامپ', 'پیام ایران روشن است']);
  });

  it('say so when nothing is selected', async () => {
    const page = await use.open('semantic');
    await untilPainted(page, SEMANTIC_NAMES.length);
    await use.rig.fireCommand(page, 'save-highlight');
    const notice = await until(() => use.rig.overlay(page), 'the notice');
    expect(notice.text).toBe('برای ذخیره، نخست بخشی از متن را انتخاب کنید.');
    expect(await painted(page, 'saved')).toHaveLength(2);
  });

  it('are listed in the library, deleted there, and brought back', async () => {
    const page = await use.open('semantic');
    await untilPainted(page, 2, 'saved');
    const { screen, quotes } = await library();
    await until(async () => (await quotes()).length === 2, 'two passages');
    expect((await quotes()).sort()).toEqual(['دونالد ترامپ', 'پیام ایران روشن است'].sort());
    const click = (selector: string) =>
      screen.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), selector);
    await click(REMOVE);
    await until(async () => (await quotes()).length === 1, 'one passage');
    await click('.undo-bar button');
    await until(async () => (await quotes()).length === 2, 'both passages');
    await click(REMOVE);
    await until(async () => (await quotes()).length === 1, 'one passage again');
    await screen.close();
    // at once, in the page that is still open, and when it is opened again
    await untilPainted(page, 1, 'saved');
    await page.reload();
    await untilPainted(page, 1, 'saved');
  });

  it('are kept and marked when their page has lost them', async () => {
    const page = await use.open('changing');
    await untilPainted(page, 2);
    await use.rig.saveByMenu(page, 'جمله نخست');
    await untilPainted(page, 1, 'saved');
    await page.reload();
    await page.waitForSelector('#changed');
    await until(
      async () => {
        const { screen, quotes } = await library();
        await until(async () => (await quotes()).length > 0, 'the library');
        const isMarked = await screen.evaluate(() => document.querySelector('.passage-orphan') !== null);
        const kept = await quotes();
        await screen.close();
        expect(kept).toContain('جمله نخست');
        return isMarked;
      },
      'the passage to be marked',
      30_000,
    );
  });
});
