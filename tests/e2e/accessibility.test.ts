import { readFile } from 'node:fs/promises';
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { choose } from '../../tools/rig/choose.ts';
import { seed } from '../../tools/rig/highlights-database.ts';
import { painted, untilPainted } from '../../tools/rig/painted.ts';
import { BROWSERS } from '../../tools/rig/rig.ts';
import { placeOf, selectByMouse } from '../../tools/rig/selecting.ts';
import { until } from '../../tools/rig/wait.ts';
import { untilRead } from '../support/card.ts';
import { highlight } from '../support/highlights.ts';
import { openLibrary } from '../support/library-screen.ts';
import { SEMANTIC_NAMES } from '../support/semantic-page.ts';
import { useRig } from '../support/use-rig.ts';

/** What axe finds in the laid out page, contrast included. */
async function violations(screen: Page): Promise<string[]> {
  await screen.evaluate(axe.source);
  const results = await screen.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

const SCREENS = [
  ['popup.html', '.popup-name'],
  ['sidepanel.html', '.panel-name'],
  ['options.html', '.options-credits a'],
  ['welcome.html', '.welcome-steps li'],
] as const;
const LANGUAGES = ['fa', 'en'] as const;
const THEMES = ['light', 'dark'] as const;

/** Passages of all colours, with all that a passage can have. */
const PASSAGES = [
  highlight('بخشی که یادداشت و برچسب دارد', { note: 'یک یادداشت', tags: ['برای مقاله'], entities: ['abbas-araghchi'] }),
  highlight('بخشی بلند. '.repeat(100), { color: 'green' }),
  highlight('بخشی که در صفحه پیدا نشد', { color: 'blue', anchoring: { state: 'orphaned', reason: 'not-found' } }),
  highlight('متن دیگری از صفحه', { color: 'pink' }),
  highlight('آخرین متن', { color: 'purple' }),
  highlight('متنی که دور انداخته شد', { removed: '2026-11-24T10:00:00.000Z' }),
];
/** One new passage, and one item that is refused. */
const IMPORT = JSON.stringify({
  annotations: [
    {
      id: 'one',
      created: '2026-11-20T10:00:00Z',
      uri: 'https://www.isna.ir/1',
      target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'متن' }] }],
    },
    { id: 'two', uri: 'https://www.isna.ir/1', target: [] },
  ],
});

describe.each(BROWSERS.flatMap((name) => LANGUAGES.map((language) => ({ name, language }))))(
  'our screens in $name, in $language',
  ({ name, language }) => {
    const use = useRig(name, { language });
    const openRead = async (): Promise<Page> => {
      const page = await use.open('semantic');
      await untilPainted(page, SEMANTIC_NAMES.length);
      return page;
    };

    it.each(SCREENS.flatMap(([path, content]) => THEMES.map((theme) => ({ path, content, theme }))))(
      '$path is accessible in the $theme theme',
      async ({ path, content, theme }) => {
        await choose(use.rig, { theme });
        const page = await openRead();
        const screen = await use.rig.openScreen(path);
        // the popup and the panel speak of the page in front
        if (path === 'popup.html' || path === 'sidepanel.html') await page.bringToFront();
        await until(() => screen.evaluate((wanted) => document.querySelector(wanted) !== null, content), content);
        expect(await screen.evaluate(() => document.documentElement.lang)).toBe(language);
        expect(await screen.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(theme);
        expect(await violations(screen)).toEqual([]);
        await screen.close();
      },
    );

    it.each(THEMES)('the library of a new reader is accessible in the %s theme', async (theme) => {
      await choose(use.rig, { theme });
      const { page, close } = await openLibrary(use.rig);
      await page.waitForSelector('.library-empty');
      expect(await violations(page)).toEqual([]);
      await close();
    });

    it.each(THEMES)('the library is accessible in the %s theme, whatever is open', async (theme) => {
      await seed(use.rig, PASSAGES);
      await choose(use.rig, { theme });
      const { page, untilShown, importFile, close } = await openLibrary(use.rig);
      const click = (selector: string) =>
        until(
          () =>
            page.evaluate((wanted) => {
              const element = document.querySelector<HTMLElement>(wanted);
              element?.click();
              return element !== null;
            }, selector),
          selector,
        );
      await until(async () => (await page.$$('.passage')).length === 5, 'the passages');
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(theme);
      expect(await violations(page)).toEqual([]);
      // a form, some selected, and what a file would bring
      await click('.passage-actions button:nth-child(3)');
      await click('.passage-select');
      await importFile('file.json', IMPORT);
      await page.waitForSelector('.import-preview');
      await page.waitForSelector('.remarks');
      await page.waitForSelector('.selection-bar');
      expect(await violations(page)).toEqual([]);
      // something was removed, and the question before something is deleted for good
      await click('.import-preview button:last-child');
      await click('.selection-bar button');
      await page.waitForSelector('.undo-bar button');
      expect(await violations(page)).toEqual([]);
      await click('.undo-bar button');
      await click('.shelves button:last-child');
      await untilShown(['متنی که دور انداخته شد']);
      await click('.passage-actions .danger');
      await page.waitForSelector('.confirm');
      expect(await violations(page)).toEqual([]);
      await close();
    });

    /** What axe finds in an overlay: the same markup with the same styles, in a page of ours. */
    const overlayViolations = async (html: string, css: string) => {
      // a closed shadow root is out of axe's reach
      const screen = await use.rig.openScreen('options.html');
      await until(() => screen.evaluate(() => document.querySelector('main') !== null), 'the screen');
      await screen.evaluate(
        (markup, styles) => {
          const style = document.createElement('style');
          style.textContent = styles;
          document.head.append(style);
          const parsed = new DOMParser().parseFromString(markup, 'text/html').body;
          const root = document.createElement('main');
          root.className = 'root';
          // the page that it stands in has a heading
          const heading = document.createElement('h1');
          heading.textContent = document.title;
          root.append(heading, ...parsed.childNodes);
          document.body.replaceChildren(root);
          for (const details of document.querySelectorAll('details')) details.open = true;
        },
        html,
        css,
      );
      const found = await violations(screen);
      await screen.close();
      return found;
    };

    it.each(THEMES)('the card is accessible in the %s theme', async (theme) => {
      await choose(use.rig, { theme });
      const page = await openRead();
      const mark = (await painted(page)).find(({ text }) => text === 'عباس عراقچی');
      await page.mouse.move(mark?.x ?? 0, mark?.y ?? 0);
      const { html } = await untilRead(use.rig, page);
      expect(await overlayViolations(html, await stylesOf('card.css'))).toEqual([]);
    });

    it.each(THEMES)('what saves and edits passages is accessible in the %s theme', async (theme) => {
      await choose(use.rig, { theme });
      const css = await stylesOf('remarks.css', 'colors.css', 'passage.css');
      const page = await openRead();
      const exact = theme === 'light' ? 'پیام ایران روشن است' : 'پاسخ تهران نیز آماده است';
      await selectByMouse(page, exact);
      const bar = await until(() => use.rig.overlay(page, 'passage'), 'the toolbar');
      expect(await overlayViolations(bar.html, css)).toEqual([]);
      await page.bringToFront();
      await use.rig.clickInOverlay(page, '.passage-green', 'passage');
      await until(async () => (await painted(page, 'saved')).some(({ text }) => text === exact), 'the passage');
      await page.mouse.move(20, 650);
      await use.untilGone(page, 'passage');
      const at = await placeOf(page, exact);
      await page.mouse.click(at.from[0] - 4, at.from[1]);
      const editor = await until(() => use.rig.overlay(page, 'passage'), 'the editor');
      expect(editor.html).toContain('role="dialog"');
      expect(await overlayViolations(editor.html, css)).toEqual([]);
      await page.bringToFront();
      await use.rig.clickInOverlay(page, '.passage-note', 'passage');
      const form = await until(async () => {
        const shown = await use.rig.overlay(page, 'passage');
        return shown?.html.includes('<textarea') ? shown : undefined;
      }, 'the form');
      expect(await overlayViolations(form.html, css)).toEqual([]);
    });
  },
);

/** The styles of an overlay: what all have, and its own without the imports, which do not load from here. */
async function stylesOf(...files: readonly string[]): Promise<string> {
  const all = await Promise.all(
    ['tokens.css', 'overlay.css', ...files].map((file) =>
      readFile(new URL(`../../components/${file}`, import.meta.url), 'utf8'),
    ),
  );
  return all.join('\n').replace(/@import [^;]*;/g, '');
}
