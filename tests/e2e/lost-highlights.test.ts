import { describe, expect, it } from 'vitest';
import { loseDatabase } from '../../tools/rig/highlights-database.ts';
import { painted, untilPainted } from '../../tools/rig/painted.ts';
import { BROWSERS } from '../../tools/rig/rig.ts';
import { selectByMouse, selectByScript } from '../../tools/rig/selecting.ts';
import { until } from '../../tools/rig/wait.ts';
import { openLibrary } from '../support/library-screen.ts';
import { SEMANTIC_NAMES } from '../support/semantic-page.ts';
import { useRig } from '../support/use-rig.ts';

describe.each(BROWSERS)('when the database fails, in %s', (name) => {
  const use = useRig(name);

  it.each([
    ['UnknownError', 'ذخیره نشد: پایگاه داده مرورگر باز نمی‌شود.'],
    ['QuotaExceededError', 'ذخیره نشد: دیسک پر است.'],
  ])('with %s the reader is told at once, and has the passage on the clipboard', async (error, sentence) => {
    const page = await use.open('semantic');
    await untilPainted(page, SEMANTIC_NAMES.length);
    await selectByMouse(page, 'گفت‌وگو به عمان رفته است');
    const { box } = await until(() => use.rig.overlay(page, 'passage'), 'the toolbar');
    await use.rig.breakDatabases(error);
    await page.bringToFront();
    // the first colour, by the real pointer
    await page.mouse.click(box.right - 22, (box.top + box.bottom) / 2);
    const notice = await use.untilSaid(page, sentence);
    expect(notice.text).toContain('متن در کلیپ‌بورد است تا از دست نرود.');
    expect(notice.text).toContain('دانلود');
    expect(await painted(page, 'saved')).toEqual([]);
    await use.rig.stopBackground();
  });

  it('saving works again as soon as the database does', async () => {
    const page = await use.open('semantic');
    await untilPainted(page, SEMANTIC_NAMES.length);
    await selectByScript(page, 'گفت‌وگو به عمان رفته است');
    await use.rig.fireCommand(page, 'save-highlight');
    await untilPainted(page, 1, 'saved');
  });

  it('the popup tells', async () => {
    const page = await use.open('semantic');
    await use.rig.breakDatabases('UnknownError');
    const popup = await use.rig.openScreen('popup.html');
    await until(
      () => popup.evaluate(() => document.querySelector('[role="alert"]')?.textContent?.includes('در دسترس نیست')),
      'the alert in the popup',
    );
    await popup.close();
    await use.rig.stopBackground();
    await page.close();
  });
});

describe.each(BROWSERS)('when the browser has lost the database, in %s', (name) => {
  const use = useRig(name);

  it('the reader is told, and has everything back from the backup', async () => {
    const page = await use.open('semantic');
    await untilPainted(page, SEMANTIC_NAMES.length);
    await selectByScript(page, 'گفت‌وگو به عمان رفته است');
    await use.rig.fireCommand(page, 'save-highlight');
    await untilPainted(page, 1, 'saved');
    await selectByScript(page, 'پیام ایران روشن است');
    await use.rig.fireCommand(page, 'save-highlight');
    await untilPainted(page, 2, 'saved');
    await page.close();

    await loseDatabase(use.rig);
    const popup = await use.rig.openScreen('popup.html');
    await until(() => popup.evaluate(() => document.querySelector('[role="alert"]') !== null), 'the alert');
    await popup.close();

    const library = await openLibrary(use.rig);
    const alert = () => library.page.evaluate(() => document.querySelector('[role="alert"]')?.textContent ?? '');
    await until(async () => (await alert()).includes('۲'), 'the alert of both');
    await library.press('بازگرداندن از…');
    await library.press('افزودن…');
    await library.untilShown(['گفت‌وگو به عمان رفته است', 'پیام ایران روشن است']);
    await until(async () => (await alert()) === '', 'no alert any more');
    await library.page.close();
    const again = await use.open('semantic');
    await untilPainted(again, 2, 'saved');
  });
});
