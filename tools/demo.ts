import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { ensureBrowsers } from './lib/browsers.ts';
import { buildExtension } from './lib/build-extension.ts';
import { runCommand, UsageError } from './lib/command.ts';
import { launch } from './rig/launch.ts';
import { type Painted, painted } from './rig/painted.ts';
import { type Rig, ROOT } from './rig/rig.ts';
import { selectByMouse } from './rig/selecting.ts';
import { serveSites } from './rig/site-server.ts';
import { until } from './rig/wait.ts';
import { saveInAllColors } from './screens/passage-tools.ts';

const ADDRESS = 'http://www.isna.ir/demo';
/** The name whose card the screenshot shows. */
const SHOWN = 'کوروش احمدی';

await runCommand({
  name: 'demo',
  usage: 'npm run demo [-- --firefox] [--pictures]',
  about:
    'Builds the extension and opens it in Chromium (or Firefox) on a sample article. Without a display it runs ' +
    'headless, prints what was annotated and writes a screenshot. --pictures makes the pictures of the README.',
  async run(args) {
    const unknown = args.filter((arg) => arg !== '--firefox' && arg !== '--pictures');
    if (unknown.length > 0) throw new UsageError(`there is no option ${unknown[0]}`);
    const name = args.includes('--firefox') ? 'firefox' : 'chromium';
    ensureBrowsers([name]);
    console.error('Building the extension…');
    await buildExtension(name === 'firefox' ? 'firefox' : 'chrome');
    const sites = await serveSites();
    const isVisible = !args.includes('--pictures') && hasDisplay();
    const rig = await launch(name, { proxyPort: sites.port, isVisible });
    try {
      if (args.includes('--pictures')) await makePictures(rig);
      else if (isVisible) await letRead(rig);
      else await printAndShoot(rig, join(ROOT, '.output/demo.png'));
    } finally {
      await rig.close();
      await sites.close();
    }
    return 0;
  },
});

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

async function letRead(rig: Rig): Promise<void> {
  const page = await openArticle(rig);
  console.log('The article is open: point at an underlined name. Close the browser to end.');
  await page.bringToFront();
  await new Promise<void>((resolve) => rig.browser.once('disconnected', () => resolve()));
}

async function printAndShoot(rig: Rig, file: string): Promise<void> {
  const page = await openArticle(rig);
  const names = await painted(page);
  console.log(`${names.length} names are annotated in the sample article:`);
  const seen = new Map<string, number>();
  for (const name of names) {
    const text = name.text.replaceAll(/\s+/g, ' ');
    seen.set(text, (seen.get(text) ?? 0) + 1);
  }
  for (const [text, count] of seen) console.log(`  ${text}${count > 1 ? ` × ${count}` : ''}`);
  const card = await openCard(rig, page, names);
  console.log(`\nThe card of «${SHOWN}» says:\n${card.replaceAll(/^/gm, '  ')}`);
  await page.screenshot({ path: file as `${string}.png` });
  console.log(`\nScreenshot: ${file}`);
}

async function openArticle(rig: Rig): Promise<Page> {
  const page = await rig.browser.newPage();
  await page.goto(ADDRESS);
  await until(
    async () => (await painted(page)).some(({ text }) => text === SHOWN),
    `«${SHOWN}» to be underlined`,
    30_000,
  );
  return page;
}

async function openCard(rig: Rig, page: Page, names: readonly Painted[], text = SHOWN): Promise<string> {
  const name = names.find((one) => one.text === text);
  if (!name) throw new Error(`«${text}» is not underlined`);
  await page.keyboard.press('Escape');
  await page.mouse.move(5, 5);
  await until(async () => (await rig.overlay(page)) === undefined, 'an earlier card or notice to close');
  await page.mouse.move(name.x, name.y, { steps: 3 });
  return (await until(() => rig.overlay(page), 'the card')).text;
}

/** The pictures of the README: light, dark, narrow, the popup, saved passages and the library. */
async function makePictures(rig: Rig): Promise<void> {
  const folder = join(ROOT, 'docs/pictures');
  await mkdir(folder, { recursive: true });
  const shoot = (page: Page, name: string) => page.screenshot({ path: join(folder, `${name}.png`) as `${string}.png` });

  const page = await openArticle(rig);
  await page.setViewport({ width: 860, height: 760 });
  await openCard(rig, page, await painted(page));
  await shoot(page, 'card');

  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await openCard(rig, page, await painted(page), 'ناوگان سایه');
  await shoot(page, 'card-dark');
  await page.emulateMediaFeatures([]);

  await page.keyboard.press('Escape');
  await saveInAllColors(rig, page);
  await page.keyboard.press('Escape'); // the confirmation
  await until(async () => (await rig.overlay(page)) === undefined, 'the confirmation to go');
  await selectByMouse(page, 'راه‌آهن نیز');
  await until(() => rig.overlay(page, 'passage'), 'the toolbar');
  await shoot(page, 'passages');
  await page.keyboard.press('Escape');

  const popup = await rig.openScreen('popup.html');
  await popup.setViewport({ width: 372, height: 560 });
  await page.bringToFront();
  await until(
    () => popup.evaluate(() => document.querySelectorAll('.popup-name').length > 3),
    'the names in the popup',
  );
  await shoot(popup, 'popup');

  const library = await rig.openScreen('library.html');
  await library.setViewport({ width: 860, height: 760 });
  await until(() => library.evaluate(() => document.querySelector('blockquote') !== null), 'the saved passage');
  await shoot(library, 'library');

  await page.bringToFront();
  await page.setViewport({ width: 390, height: 760, deviceScaleFactor: 2 });
  await openCard(rig, page, await painted(page), 'مسعود پزشکیان');
  await shoot(page, 'narrow');
}
