import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { ensureBrowsers } from './lib/browsers.ts';
import { buildExtension } from './lib/build-extension.ts';
import { runCommand, UsageError } from './lib/command.ts';
import { choose } from './rig/choose.ts';
import { loseDatabase, seed } from './rig/highlights-database.ts';
import { launch } from './rig/launch.ts';
import { painted } from './rig/painted.ts';
import { type Rig, ROOT } from './rig/rig.ts';
import { serveSites } from './rig/site-server.ts';
import { until } from './rig/wait.ts';
import { shootLibrary, shootOpened } from './screens/library.ts';
import { saveInAllColors, shootPassageTools } from './screens/passage-tools.ts';
import { picturedPassages } from './screens/passages.ts';

const FOLDER = join(ROOT, '.output/screens');
const SIZES = { wide: { width: 900, height: 720 }, narrow: { width: 360, height: 720 } } as const;
const THEMES = ['light', 'dark'] as const;
const LANGUAGES = ['fa', 'en'] as const;

/** A screen of ours, what must be there before it is shown, and whether it speaks of the page in front. */
const SCREENS = [
  { name: 'popup', content: '.popup-name', isAboutPage: true },
  { name: 'sidepanel', content: '.panel-name', isAboutPage: true },
  { name: 'options', content: '.options-credits a', isAboutPage: false },
  { name: 'welcome', content: '.welcome-steps li', isAboutPage: false },
] as const;

await runCommand({
  name: 'screens',
  usage: 'npm run screens [-- --firefox]',
  about:
    'Makes a picture of every surface the reader sees, in Persian and English, light and dark, wide and narrow, in ' +
    'Chromium (or Firefox), to be looked at one by one.',
  async run(args) {
    const unknown = args.filter((arg) => arg !== '--firefox');
    if (unknown.length > 0) throw new UsageError(`there is no option ${unknown[0]}`);
    const name = args.includes('--firefox') ? 'firefox' : 'chromium';
    ensureBrowsers([name]);
    console.error('Building the extension…');
    await buildExtension(name === 'firefox' ? 'firefox' : 'chrome');
    await mkdir(FOLDER, { recursive: true });
    const sites = await serveSites();
    try {
      for (const language of LANGUAGES) {
        const rig = await launch(name, { proxyPort: sites.port, language });
        try {
          await shootLanguage(rig, `${name}-${language}`);
        } finally {
          await rig.close();
        }
      }
    } finally {
      await sites.close();
    }
    console.log(`The pictures are in ${FOLDER}`);
    return 0;
  },
});

type Theme = (typeof THEMES)[number];
type Viewport = (typeof SIZES)[keyof typeof SIZES];

/** A reader's first look, years later, and after the browser has lost the database. */
async function shootLanguage(rig: Rig, prefix: string): Promise<void> {
  const inAllSizes = async (shootIn: (viewport: Viewport, prefix: string) => Promise<void>) => {
    for (const theme of THEMES) {
      await choose(rig, { theme });
      for (const [size, viewport] of Object.entries(SIZES)) await shootIn(viewport, `${prefix}-${theme}-${size}`);
    }
  };
  await inAllSizes((viewport, name) => shootOpened(rig, viewport, '.library-empty', `${name}-library-empty`, shoot));
  const page = await openArticle(rig);
  await saveInAllColors(rig, page);
  await page.close();
  await seed(rig, picturedPassages());
  for (const theme of THEMES) await shootAll(rig, `${prefix}-${theme}`, theme);
  await inAllSizes((viewport, name) => shootLibrary(rig, viewport, `${name}-library`, shoot));
  await loseDatabase(rig);
  await inAllSizes((viewport, name) => shootOpened(rig, viewport, '[role="alert"]', `${name}-library-loss`, shoot));
}

async function openArticle(rig: Rig, theme: Theme = 'light'): Promise<Page> {
  const page = await rig.browser.newPage();
  if (rig.name === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  await page.goto('http://www.isna.ir/demo');
  await until(async () => (await painted(page)).length > 5, 'the names of the article', 30_000);
  return page;
}

async function shootAll(rig: Rig, prefix: string, theme: Theme): Promise<void> {
  await choose(rig, { theme });
  const page = await openArticle(rig, theme);
  await rig.saveByMenu(page, 'بدون آمریکا');
  await until(() => rig.overlay(page), 'the confirmation');
  await shoot(page, `${prefix}-notice`);
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.bringToFront();
    await page.setViewport(viewport);
    await shootPassageTools(rig, page, `${prefix}-${size}-passage`, shoot);
    const [mark] = (await painted(page)).filter(({ text }) => text === 'کوروش احمدی');
    await page.mouse.move(mark?.x ?? 0, mark?.y ?? 0, { steps: 3 });
    await until(async () => (await rig.overlay(page))?.html.includes('card-gloss'), 'the card');
    await shoot(page, `${prefix}-${size}-card`);
    for (const screen of SCREENS) await shootScreen(rig, page, screen, `${prefix}-${size}-${screen.name}`, viewport);
  }
  await page.close();
}

async function shootScreen(
  rig: Rig,
  page: Page,
  { name, content, isAboutPage }: (typeof SCREENS)[number],
  file: string,
  viewport: Viewport,
): Promise<void> {
  const screen = await rig.openScreen(`${name}.html`);
  await screen.setViewport(viewport);
  if (isAboutPage) await page.bringToFront();
  await until(() => screen.evaluate((wanted) => document.querySelector(wanted) !== null, content), content);
  if (name === 'sidepanel') {
    await screen.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), content);
    await until(() => screen.evaluate(() => document.querySelector('.card-gloss') !== null), 'a background');
  }
  if (!isAboutPage) await screen.bringToFront();
  await shoot(screen, file);
  await screen.close();
}

function shoot(page: Page, name: string): Promise<unknown> {
  return page.screenshot({ path: join(FOLDER, `${name}.png`) as `${string}.png` });
}
