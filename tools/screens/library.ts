import type { Page } from 'puppeteer-core';
import { type LibraryScreen, openLibrary } from '../../tests/support/library-screen.ts';
import type { Rig } from '../rig/rig.ts';
import { until } from '../rig/wait.ts';

/** Makes a picture of a page as it is. */
export type Shoot = (page: Page, name: string) => Promise<unknown>;
interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** A file with two new passages and one that can't be taken. */
const IMPORT = JSON.stringify({
  annotations: ['بهای نفت پایین آمد', 'باران تا فردا ادامه دارد', ''].map((exact, index) => ({
    id: `one-${index}`,
    created: '2026-11-20T10:00:00Z',
    updated: '2026-11-20T10:00:00Z',
    uri: 'https://www.isna.ir/news/1',
    text: index === 2 ? 'یادداشتی بدون متن' : '',
    target: exact === '' ? [] : [{ selector: [{ type: 'TextQuoteSelector', exact }] }],
  })),
});

/** Pictures of the library with passages: the list, its filters, a form, the other shelves, an import. */
export async function shootLibrary(rig: Rig, viewport: Viewport, prefix: string, shoot: Shoot): Promise<void> {
  const library = await openIn(rig, viewport);
  const { page } = library;
  const shootTop = async (name: string) => {
    await page.evaluate(() => window.scrollTo(0, 0));
    await shoot(page, `${prefix}-${name}`);
  };
  const shootAt = async (selector: string, name: string) => {
    await page.evaluate((wanted) => document.querySelector(wanted)?.scrollIntoView({ block: 'center' }), selector);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await shoot(page, `${prefix}-${name}`);
  };
  const click = (selector: string) => clickOn(page, selector);
  await page.waitForSelector('.passage');
  await shootTop('list');
  await shootAt('.passage-orphan', 'passages');
  await click('.row:nth-child(2) .passage-actions button:nth-child(3)');
  await page.waitForSelector('.remarks');
  await shootAt('.remarks', 'form');
  await click('.remarks-cancel');
  await page.evaluate(() => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('.filters')) details.open = true;
  });
  await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('input[type="search"]');
    if (!field) return;
    field.value = 'بازار';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await click('.filters-colors button:first-child');
  await page.waitForSelector('mark');
  await shootTop('search');
  await click('.filters-clear');
  for (const [number, name] of [
    [2, 'orphans'],
    [3, 'bin'],
    [1, 'all'],
  ] as const) {
    await click(`.shelves button:nth-child(${number})`);
    if (name === 'bin') await click('.passage-actions .danger');
    if (name !== 'all') await shootTop(name);
  }
  await click('.row:nth-child(2) .passage-select');
  await click('.row:nth-child(3) .passage-select');
  await shootAt('.row:nth-child(3)', 'selected');
  await click('.selection-bar button');
  await page.waitForSelector('.undo-bar button');
  await shoot(page, `${prefix}-undo`);
  await click('.undo-bar button');
  await page.evaluate(() => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('.tools')) details.open = true;
  });
  await library.importFile('hypothesis.json', IMPORT);
  await page.waitForSelector('.import-preview');
  await shootAt('.import-preview', 'import');
  await library.close();
  await shootEntity(rig, viewport, `${prefix}-entity`, shoot);
}

async function shootEntity(rig: Rig, viewport: Viewport, name: string, shoot: Shoot): Promise<void> {
  const { page, close } = await openIn(rig, viewport, '?entity=abbas-araghchi');
  await page.waitForSelector('.entity-background .card-gloss');
  await page.evaluate(() => document.querySelector('.entity-background')?.scrollIntoView());
  await shoot(page, name);
  await close();
}

/** A picture of the library as it opens. */
export async function shootOpened(rig: Rig, viewport: Viewport, content: string, name: string, shoot: Shoot) {
  const { page, close } = await openIn(rig, viewport);
  await page.waitForSelector(content);
  await shoot(page, name);
  await close();
}

/** The library as it opens in a window of the size: what is folded up depends on it. */
async function openIn(rig: Rig, viewport: Viewport, search = ''): Promise<LibraryScreen> {
  const library = await openLibrary(rig, search);
  const { page } = library;
  await page.setViewport(viewport);
  await page.evaluate(() => {
    document.querySelector('main')?.setAttribute('aria-busy', 'old');
    location.reload();
  });
  await until(() => page.evaluate(() => document.querySelector('main[aria-busy="false"]') !== null), 'the library');
  return library;
}

function clickOn(page: Page, selector: string): Promise<unknown> {
  return until(
    () =>
      page.evaluate((wanted) => {
        const element = document.querySelector<HTMLElement>(wanted);
        element?.click();
        return element !== null;
      }, selector),
    selector,
  );
}
