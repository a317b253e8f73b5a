import { readFile } from 'node:fs/promises';
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choose } from '../../tools/rig/choose.ts';
import { launch } from '../../tools/rig/launch.ts';
import { painted, untilPainted } from '../../tools/rig/painted.ts';
import { BROWSERS, type Rig } from '../../tools/rig/rig.ts';
import { type SiteServer, serveSites } from '../../tools/rig/site-server.ts';
import { until } from '../../tools/rig/wait.ts';
import { untilRead } from '../support/card.ts';
import { SEMANTIC_NAMES } from '../support/semantic-page.ts';

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
  ['library.html', '.library-item'],
  ['options.html', '.options-credits a'],
  ['welcome.html', '.welcome-steps li'],
] as const;
const LANGUAGES = ['fa', 'en'] as const;

describe.each(BROWSERS.flatMap((name) => LANGUAGES.map((language) => ({ name, language }))))(
  'our screens in $name, in $language',
  ({ name, language }) => {
    let sites: SiteServer;
    let rig: Rig;
    let page: Page;
    beforeAll(async () => {
      sites = await serveSites();
      rig = await launch(name, { proxyPort: sites.port, language });
      page = await rig.browser.newPage();
      await page.goto('http://www.isna.ir/semantic');
      await untilPainted(page, SEMANTIC_NAMES.length);
      await rig.saveByMenu(page, 'پیام ایران روشن است');
      await untilPainted(page, 1, 'saved');
    });
    afterAll(async () => {
      await rig?.close();
      await sites?.close();
    });

    it.each(
      SCREENS.flatMap(([path, content]) => (['light', 'dark'] as const).map((theme) => ({ path, content, theme }))),
    )('$path is accessible in the $theme theme', async ({ path, content, theme }) => {
      await choose(rig, { theme });
      const screen = await rig.openScreen(path);
      // the popup and the panel speak of the page in front
      if (path === 'popup.html' || path === 'sidepanel.html') await page.bringToFront();
      await until(() => screen.evaluate((wanted) => document.querySelector(wanted) !== null, content), content);
      expect(await screen.evaluate(() => document.documentElement.lang)).toBe(language);
      expect(await screen.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(theme);
      expect(await violations(screen)).toEqual([]);
      await screen.close();
    });

    it.each(['light', 'dark'] as const)('the card is accessible in the %s theme', async (theme) => {
      await choose(rig, { theme });
      await page.bringToFront();
      await page.mouse.move(5, 5);
      const mark = (await painted(page)).find(({ text }) => text === 'عباس عراقچی');
      await page.mouse.move(mark?.x ?? 0, mark?.y ?? 0);
      const { html } = await untilRead(rig, page);
      await page.keyboard.press('Escape');
      // a closed shadow root is out of axe's reach: the same markup with the same styles, in a page of ours
      const screen = await rig.openScreen('library.html');
      await screen.evaluate(
        (markup, css) => {
          const style = document.createElement('style');
          style.textContent = css;
          document.head.append(style);
          const parsed = new DOMParser().parseFromString(markup, 'text/html').body;
          const root = document.createElement('main');
          root.className = 'root';
          root.append(...parsed.childNodes);
          document.body.replaceChildren(root);
          for (const details of document.querySelectorAll('details')) details.open = true;
        },
        html,
        await cardCss(),
      );
      expect(await violations(screen)).toEqual([]);
      await screen.close();
    });
  },
);

async function cardCss(): Promise<string> {
  const read = (file: string) => readFile(new URL(`../../components/${file}`, import.meta.url), 'utf8');
  return (await read('tokens.css')) + (await read('card.css'));
}
