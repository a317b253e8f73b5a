import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { choose } from '../../tools/rig/choose.ts';
import { painted, untilPainted } from '../../tools/rig/painted.ts';
import { BROWSERS } from '../../tools/rig/rig.ts';
import { placeOf, selectByMouse, selectByScript } from '../../tools/rig/selecting.ts';
import { until } from '../../tools/rig/wait.ts';
import { SEMANTIC_NAMES } from '../support/semantic-page.ts';
import { useRig } from '../support/use-rig.ts';

describe.each(BROWSERS)('the toolbar of selected text in %s', (name) => {
  const use = useRig(name);
  const openRead = async (path = 'semantic', count = SEMANTIC_NAMES.length): Promise<Page> => {
    const page = await use.open(path);
    await untilPainted(page, count);
    return page;
  };
  const bar = (page: Page) => until(() => use.rig.overlay(page, 'passage'), 'the toolbar');

  it('comes when text is selected, beside it, and goes with the selection', async () => {
    const page = await openRead();
    await selectByMouse(page, 'پیام ایران روشن است');
    const { box, html, direction } = await bar(page);
    expect(html).toContain('role="toolbar"');
    expect(direction).toBe('rtl');
    const line = await page.evaluate(() => {
      const { top, bottom } = getSelection()?.getRangeAt(0).getBoundingClientRect() ?? new DOMRect();
      return { top, bottom };
    });
    expect(box.top >= line.bottom || box.bottom <= line.top).toBe(true);
    await page.mouse.click(20, 650);
    await use.untilGone(page, 'passage');
  });

  it('saves in the colour that is chosen, and the colour stays when the page is opened again', async () => {
    const page = await openRead();
    await selectByMouse(page, 'پیام ایران روشن است');
    await bar(page);
    await use.rig.clickInOverlay(page, '.passage-blue', 'passage');
    await use.untilSaid(page, 'ذخیره شد: «پیام ایران روشن است»');
    expect((await untilPainted(page, 1, 'saved-blue'))[0]?.text).toBe('پیام ایران روشن است');
    await page.reload();
    expect((await untilPainted(page, 1, 'saved-blue'))[0]?.within).toBe('second');
  });

  it('saves with a note', async () => {
    const page = await openRead();
    await selectByMouse(page, 'دونالد', 'نامه‌ای');
    await bar(page);
    await use.rig.clickInOverlay(page, '.passage-note', 'passage');
    await until(async () => (await use.rig.overlay(page, 'passage'))?.html.includes('<textarea'), 'the form');
    await use.rig.clickInOverlay(page, 'textarea', 'passage');
    await page.keyboard.type('برای گزارش فردا');
    await use.rig.clickInOverlay(page, '.remarks-save', 'passage');
    await use.untilSaid(page, 'برای گزارش فردا', 'passage');
    await page.reload();
    await untilPainted(page, 2, 'saved');
    const at = await placeOf(page, 'نامه‌ای');
    await page.mouse.click((at.from[0] + at.to[0]) / 2, at.from[1]);
    await use.untilSaid(page, 'برای گزارش فردا', 'passage');
  });

  it('copies the passage with where it is from', async () => {
    const page = await openRead();
    await selectByMouse(page, 'گفت‌وگو به عمان رفته است');
    const { box } = await bar(page);
    // the last of the tools, by the real pointer: browsers let nothing be copied without a reader's gesture
    await page.mouse.click(box.left + 22, (box.top + box.bottom) / 2);
    await use.untilSaid(page, 'رونوشت برداشته شد.');
    await page.evaluate(() => {
      const field = document.createElement('textarea');
      field.id = 'pasted';
      document.body.prepend(field);
      field.focus();
    });
    await page.keyboard.down('Control');
    await page.keyboard.press('v', { commands: ['Paste'] });
    await page.keyboard.up('Control');
    const pasted = () =>
      page.evaluate(() => document.querySelector<HTMLTextAreaElement>('textarea#pasted')?.value ?? '');
    const text = await until(pasted, 'the pasted text');
    expect(text).toContain('«گفت‌وگو به عمان رفته است»');
    expect(text).toContain('گفت‌وگوهای تازه در مسقط');
    expect(text).toContain('http://www.isna.ir/semantic');
  });

  it('stays away from fields, navigation and code, and closes with Escape', async () => {
    const page = await openRead();
    await selectByScript(page, 'ورزش');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await use.rig.overlay(page, 'passage')).toBeUndefined();
    await selectByScript(page, 'این‌جا بنویسید');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await use.rig.overlay(page, 'passage')).toBeUndefined();
    await selectByScript(page, 'پریسا ترامپ');
    await bar(page);
    await page.keyboard.press('Escape');
    await use.untilGone(page, 'passage');
  });

  it('does not come where the reader has turned it off', async () => {
    await choose(use.rig, { selectionBar: false });
    const page = await openRead();
    await selectByMouse(page, 'راه گفت‌وگو را باز');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await use.rig.overlay(page, 'passage')).toBeUndefined();
    await use.rig.fireCommand(page, 'save-highlight');
    await untilPainted(page, 3, 'saved');
    await choose(use.rig, { selectionBar: true });
  });

  it.runIf(name === 'chromium')('comes when text is selected by touch, under the handles', async () => {
    const page = await openRead('joined', 8);
    await page.setViewport({ width: 360, height: 640, hasTouch: true, isMobile: true });
    const at = await placeOf(page, 'خبرنگاران');
    await page.touchscreen.tap(...at.from);
    await selectByScript(page, 'سخنی نگفته است');
    const { box, html } = await bar(page);
    const line = await page.evaluate(() => getSelection()?.getRangeAt(0).getBoundingClientRect().bottom ?? 0);
    expect(box.top < line - 30 || box.top >= line + 20).toBe(true);
    expect(html).toContain('passage-yellow');
    expect(box.right).toBeLessThanOrEqual(360);
    expect(box.left).toBeGreaterThanOrEqual(0);
  });
});

describe.each(BROWSERS)('saved passages of all kinds in %s', (name) => {
  const use = useRig(name);
  /** Saves from the beginning of one text to the end of another; there are `count` painted parts then. */
  const save = async (page: Page, count: number, from: string, to = from) => {
    await selectByScript(page, from, to);
    await use.rig.fireCommand(page, 'save-highlight');
    await untilPainted(page, count, 'saved');
  };

  it('stand where they were saved: over paragraphs, elements, links, names and each other', async () => {
    const page = await use.open('semantic');
    await untilPainted(page, SEMANTIC_NAMES.length);
    await save(page, 2, 'به گفته او پاسخ', 'عراقچی گفت پیام'); // two paragraphs
    await save(page, 3, 'دونالد', 'ترامپ'); // two elements
    await save(page, 4, 'ولادیمیر'); // inside a link
    await save(page, 5, 'پیام ایران روشن است'); // over a name and another passage
    const expected = [
      'دونالد ترامپ',
      'به گفته او پاسخ تهران نیز آماده است و پیش از پایان هفته به واشنگتن می‌رسد.',
      'عراقچی گفت پیام',
      'پیام ایران روشن است',
      'ولادیمیر',
    ];
    const seen = () => painted(page, 'saved').then((all) => all.map(({ text }) => text));
    await until(async () => (await seen()).length === expected.length, 'all passages');
    expect(await seen()).toEqual(expected);
    await page.reload();
    await until(async () => (await seen()).length === expected.length, 'all passages again');
    expect(await seen()).toEqual(expected);
    // names are still marked, and their cards still open
    await untilPainted(page, SEMANTIC_NAMES.length);
  });

  it('are edited where they stand: colour, removal, and back again', async () => {
    const page = await use.open('semantic');
    await untilPainted(page, 5, 'saved');
    await page.mouse.move(10, 600);
    const at = await placeOf(page, 'پاسخ');
    await page.mouse.click((at.from[0] + at.to[0]) / 2, at.from[1]);
    await use.untilSaid(page, 'ذخیره‌شده در', 'passage');
    await use.rig.clickInOverlay(page, '.passage-purple', 'passage');
    await untilPainted(page, 2, 'saved-purple');
    await use.rig.clickInOverlay(page, '.passage-remove', 'passage');
    await untilPainted(page, 3, 'saved');
    await use.untilGone(page, 'passage');
    await use.untilSaid(page, 'به سطل بازیافت کتابخانه رفت.');
    await use.rig.clickInOverlay(page, '.notice-action');
    await untilPainted(page, 2, 'saved-purple');
  });

  it('are edited by keyboard: the command opens the passage under the caret, Escape gives the focus back', async () => {
    const page = await use.open('semantic');
    await untilPainted(page, 5, 'saved');
    await page.evaluate(() => {
      const link = document.querySelector<HTMLElement>('#second a');
      link?.focus();
      const text = link?.firstChild;
      if (text) getSelection()?.setPosition(text, 3);
    });
    await use.rig.fireCommand(page, 'save-highlight');
    await use.untilSaid(page, 'ذخیره‌شده در', 'passage');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('pishineh-passage');
    await page.keyboard.press('Escape');
    await use.untilGone(page, 'passage');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('a');
  });

  it('show in a tab that is open what was changed in another', async () => {
    const [page, other] = [await use.open('semantic'), await use.open('semantic')];
    await untilPainted(page, 5, 'saved');
    await untilPainted(other, 5, 'saved');
    await save(other, 6, 'پریسا ترامپ');
    await untilPainted(page, 6, 'saved');
  });

  it('are found again when the page was corrected and rearranged, and say what was saved', async () => {
    const page = await use.open('corrected');
    await untilPainted(page, 1);
    await save(page, 1, 'از آغاز طرح تازه برای بازسازی راه‌های روستایی');
    await save(page, 2, 'این طرح با همکاری شهرداری‌ها انجم می‌شود و هزینه آن از بودجه عمرانی');
    await save(page, 3, 'باران‌های پاییزی کار را در ماه‌های آینده دشوار');
    await page.reload();
    const saved = await untilPainted(page, 4, 'saved');
    expect(saved.map(({ text }) => text)).toEqual([
      'بارانهاي پاييزي کار را در ماههاي آينده دشوار',
      'از آغاز طرح تازه',
      'برای بازسازی راه‌های روستایی',
      'این طرح با همکاری شهرداری‌ها انجام می‌شود و هزینه آن از بودجه عمرانی',
    ]);
    const at = await placeOf(page, 'همکاری');
    await page.mouse.click((at.from[0] + at.to[0]) / 2, at.from[1]);
    const { text } = await use.untilSaid(page, 'صفحه از هنگام ذخیره تغییر کرده است.', 'passage');
    expect(text).toContain('انجم می‌شود');
  });

  it('belong to their story where the address changes by script', async () => {
    const page = await use.open('single-page?story=first');
    await untilPainted(page, 4);
    const go = (story: string) =>
      page.evaluate((name) => (Reflect.get(window, 'navigate') as (name: string) => void)(name), story);
    await save(page, 1, 'دیدار تازه عباس عراقچی');
    await go('second');
    await page.waitForSelector('#second');
    await untilPainted(page, 0, 'saved');
    await save(page, 1, 'سفر امانوئل مکرون به لبنان');
    await go('first');
    const first = await until(
      async () => (await painted(page, 'saved')).find(({ within }) => within === 'first'),
      'it',
    );
    expect(first.text).toBe('دیدار تازه عباس عراقچی');
    await page.goto('http://www.isna.ir/single-page?story=first');
    expect((await untilPainted(page, 1, 'saved'))[0]?.text).toBe('دیدار تازه عباس عراقچی');
  });

  it('record the entities that they mention, and the card counts them', async () => {
    const page = await use.open('semantic');
    await untilPainted(page, SEMANTIC_NAMES.length);
    await page.mouse.move(5, 5);
    const mark = (await painted(page)).find(({ text }) => text === 'دونالد ترامپ');
    await page.mouse.move(mark?.x ?? 0, mark?.y ?? 0);
    await use.untilSaid(page, 'متن‌های ذخیره‌شده شما از این نام: ۱');
  });
});
