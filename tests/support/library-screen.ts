import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Rig } from '../../tools/rig/rig.ts';
import { until } from '../../tools/rig/wait.ts';

/** The library in a real browser, as its tests use it. */
export interface LibraryScreen {
  readonly page: Page;
  /** The passages that are rendered, from the top. */
  quotes(): Promise<string[]>;
  /** Waits until just these passages are shown, in whatever order. */
  untilShown(passages: readonly string[]): Promise<void>;
  /** Waits until the page holds the words. */
  untilSaid(words: string): Promise<unknown>;
  /** Looks for words, typed by keyboard. */
  search(words: string): Promise<void>;
  /** Presses the button with the name, or whose name begins as the words do that end in an ellipsis. */
  press(name: string): Promise<unknown>;
  /** Chooses in the field with the label, by the words of the choice. */
  choose(label: string, words: string): Promise<unknown>;
  /** Hands a file to the field for imports. */
  importFile(name: string, content: string): Promise<void>;
  close(): Promise<void>;
}

export async function openLibrary(rig: Rig, search = ''): Promise<LibraryScreen> {
  const page = await rig.openScreen(`library.html${search}`);
  await page.bringToFront();
  await until(() => page.evaluate(() => document.querySelector('main[aria-busy="false"]') !== null), 'the library');
  const quotes = () =>
    page.evaluate(() => [...document.querySelectorAll('blockquote')].map((quote) => quote.textContent ?? ''));
  return {
    page,
    quotes,
    async untilShown(passages) {
      const wanted = [...passages].sort().join('\n');
      let seen = '';
      try {
        await until(async () => {
          seen = (await quotes()).sort().join('\n');
          return seen === wanted;
        }, `the passages\n${wanted}`);
      } catch (error) {
        throw new Error(`${error instanceof Error ? error.message : error}; there are:\n${seen}`);
      }
    },
    untilSaid: (words) =>
      until(() => page.evaluate((wanted) => document.body.innerText.includes(wanted), words), `«${words}»`),
    async search(words) {
      await page.evaluate(() => document.querySelector<HTMLInputElement>('input[type="search"]')?.select());
      await page.keyboard.press('Delete');
      if (words !== '') await page.keyboard.type(words);
    },
    press: (name) =>
      until(
        () =>
          page.evaluate((wanted) => {
            const button = [...document.querySelectorAll('button')].find((one) => {
              const named = (one.ariaLabel ?? one.textContent ?? '').trim();
              return wanted.endsWith('…') ? named.startsWith(wanted.slice(0, -1)) : named === wanted;
            });
            button?.click();
            return button !== undefined && !button.disabled;
          }, name),
        `the button «${name}»`,
      ),
    choose: (label, words) =>
      until(
        () =>
          page.evaluate(
            (named, wanted) => {
              const field = [...document.querySelectorAll('label')]
                .find(({ textContent }) => textContent?.trim().startsWith(named))
                ?.querySelector('select');
              const choice = [...(field?.options ?? [])].find(({ text }) => text.startsWith(wanted));
              if (!field || !choice) return false;
              field.value = choice.value;
              field.dispatchEvent(new Event('change', { bubbles: true }));
              return true;
            },
            label,
            words,
          ),
        `«${words}» in «${label}»`,
      ),
    async importFile(name, content) {
      await page.evaluate(
        (fileName, text) => {
          const field = document.querySelector<HTMLInputElement>('input[type="file"]');
          const given = new DataTransfer();
          given.items.add(new File([text], fileName));
          if (!field) throw new Error('there is no field for files');
          field.files = given.files;
          field.dispatchEvent(new Event('change', { bubbles: true }));
        },
        name,
        content,
      );
    },
    close: () => page.close(),
  };
}

/** The part of WebDriver BiDi that puppeteer keeps to itself. */
interface Connection {
  send(method: string, parameters: object): Promise<unknown>;
}

/** What is downloaded when something is done: the real file. */
export async function downloaded(rig: Rig, begin: () => Promise<unknown>): Promise<{ name: string; content: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'pishineh-downloads-'));
  try {
    if (rig.name === 'chromium') {
      const session = await rig.browser.target().createCDPSession();
      await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    } else {
      const { connection } = rig.browser as unknown as { connection: Connection };
      await connection.send('browser.setDownloadBehavior', {
        downloadBehavior: { type: 'allowed', destinationFolder: folder },
      });
    }
    await begin();
    return await until(async () => {
      const [name] = await readdir(folder);
      if (name === undefined || UNFINISHED.test(name)) return undefined;
      const content = await readFile(join(folder, name), 'utf8');
      return content === '' ? undefined : { name, content };
    }, 'the downloaded file');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How browsers name a file that is not whole yet. */
const UNFINISHED = /\.(crdownload|part|tmp)$|^\./;
