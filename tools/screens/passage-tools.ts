import type { Page } from 'puppeteer-core';
import type { HighlightColor } from '../../core/highlights/colors.ts';
import { painted } from '../rig/painted.ts';
import type { Rig } from '../rig/rig.ts';
import { placeOf, selectByMouse } from '../rig/selecting.ts';
import { until } from '../rig/wait.ts';
import type { Shoot } from './library.ts';

/** A part of the demonstration article for each colour. */
const PARTS = {
  yellow: 'سه روز پیش از آغاز دوباره',
  green: 'گفت‌وگوها درباره نیروگاه',
  blue: 'از سفر پزشکیان خرسند بود',
  pink: 'اصلاح‌طلبان هم به همین نتیجه',
  purple: 'برای فروش نفت از همان راهی می‌رود',
} as const;

/** Saves a part of the article in each colour. */
export async function saveInAllColors(rig: Rig, page: Page): Promise<void> {
  for (const [color, part] of Object.entries(PARTS)) {
    await selectByMouse(page, part);
    await until(() => rig.overlay(page, 'passage'), 'the toolbar');
    await rig.clickInOverlay(page, `.passage-${color}`, 'passage');
    await until(async () => (await painted(page, `saved-${color as HighlightColor}`)).length > 0, color);
    await until(async () => (await rig.overlay(page, 'passage')) === undefined, 'the toolbar to go');
  }
}

/** Pictures of what saves and edits passages in the page, and of the colours that they are painted in. */
export async function shootPassageTools(rig: Rig, page: Page, prefix: string, shoot: Shoot): Promise<void> {
  const gone = () => until(async () => (await rig.overlay(page, 'passage')) === undefined, 'the overlay to go');
  await page.keyboard.press('Escape');
  await page.mouse.move(5, 5);
  await shoot(page, `${prefix}-colors`);
  await selectByMouse(page, 'راه‌آهن نیز');
  await until(() => rig.overlay(page, 'passage'), 'the toolbar');
  await shoot(page, `${prefix}-toolbar`);
  await page.keyboard.press('Escape');
  await gone();
  await page.evaluate(() => getSelection()?.removeAllRanges());
  const at = await placeOf(page, PARTS.blue);
  await page.mouse.click(at.from[0] - 4, at.from[1]);
  await until(async () => (await rig.overlay(page, 'passage'))?.html.includes('role="dialog"'), 'the editor');
  await shoot(page, `${prefix}-editor`);
  await rig.clickInOverlay(page, '.passage-note', 'passage');
  await until(async () => (await rig.overlay(page, 'passage'))?.html.includes('<textarea'), 'the form');
  await shoot(page, `${prefix}-form`);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.mouse.click(5, 5);
  await gone();
}
