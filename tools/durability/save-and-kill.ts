import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { HIGHLIGHTS_DATABASE } from '../../storage/dexie-highlight-store.ts';
import type { BrowserName } from '../lib/browsers.ts';
import { launch } from '../rig/launch.ts';
import type { RigOptions } from '../rig/rig.ts';
import { until } from '../rig/wait.ts';

/** Milliseconds of saving after which the browser is killed, at most. */
const LONGEST_ROUND = 400;
/** Milliseconds in which a new extension's store of knowledge is filled. */
const FILLING = 6000;
/** Saves that are on their way at once. */
const AT_ONCE = 3;

export interface DurabilityReport {
  readonly rounds: number;
  /** Highlights that were reported saved. */
  readonly reported: number;
  /** Those of them that are not there after all rounds. */
  readonly lost: readonly string[];
}

/**
 * Saves highlights in a real browser and kills all its processes at random moments, again and again in one profile;
 * looks after each round whether everything that was reported saved is there.
 * @param folder where the profile lies; nothing else may
 * @param random from 0 to 1, as `Math.random`
 */
export async function saveAndKill(
  name: BrowserName,
  { folder, ...options }: RigOptions & { readonly folder: string },
  rounds: number,
  random: () => number,
  told: (round: number, reported: number, lost: number) => void,
): Promise<DurabilityReport> {
  const reported = new Set<string>();
  const lost = new Set<string>();
  for (let round = 0; round <= rounds; round++) {
    // each round goes on in a copy of what the killed browser left: what starts browsers tidies up behind them
    const profile = join(folder, String(round));
    if (round === 0) await mkdir(profile, { recursive: true });
    else await takeOver(join(folder, String(round - 1)), profile);
    const rig = await launch(name, { ...options, profile: { folder: profile, isNew: round === 0 } });
    const screen = await rig.openScreen('library.html');
    const there = new Set(await screen.evaluate(readIds, HIGHLIGHTS_DATABASE));
    for (const id of reported) if (!there.has(id)) lost.add(id);
    told(round, reported.size, lost.size);
    if (round === rounds) {
      await rig.close();
      break;
    }
    // a new extension fills its knowledge first, for which saving would wait
    if (round === 0) await new Promise((resolve) => setTimeout(resolve, FILLING));
    let isAlive = true;
    // the browser is busy with its start; from the first one on it is killed at any moment
    const first = crypto.randomUUID();
    if (!(await save(screen, first))) throw new Error('the first highlight of a round was not saved');
    reported.add(first);
    const saving = Array.from({ length: AT_ONCE }, async () => {
      while (isAlive) {
        const id = crypto.randomUUID();
        if (!(await save(screen, id))) return;
        reported.add(id);
      }
    });
    await new Promise((resolve) => setTimeout(resolve, random() * LONGEST_ROUND));
    await rig.kill();
    isAlive = false;
    await Promise.all(saving);
  }
  return { rounds, reported: reported.size, lost: [...lost] };
}

/** Copies a profile, without what says that a browser uses it and what was put there to start it. */
async function takeOver(from: string, to: string): Promise<void> {
  // puppeteer puts back what it has replaced in a profile of Firefox, some time after the browser has ended
  const isTidy = async () => !(await readdir(from)).some((name) => name.endsWith('.puppeteer'));
  await until(isTidy, 'the profile to be left alone');
  const isLeft = (path: string) => /^(Singleton.*|lock|\.parentlock|parent\.lock|user\.js.*)$/.test(basename(path));
  await cp(from, to, { recursive: true, filter: (path) => !isLeft(path) });
  await rm(from, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/**
 * Asks the background to save; false when the browser is gone before it has answered.
 * @throws when the background refuses
 */
async function save(screen: Page, id: string): Promise<boolean> {
  let answer: { ok: boolean } | undefined;
  try {
    answer = await screen.evaluate(async (one) => {
      const { browser, chrome } = globalThis as unknown as Record<
        'browser' | 'chrome',
        { runtime: { sendMessage(message: object): Promise<{ ok: boolean }> } } | undefined
      >;
      return (browser ?? chrome)?.runtime.sendMessage({
        type: 'save-highlight',
        id: one,
        page: { key: 'example.org/1', address: 'https://example.org/1', title: 'آزمون', site: 'example.org' },
        selectors: { quote: { type: 'TextQuoteSelector', exact: `متن ${one}`, prefix: '', suffix: '' } },
        remarks: { color: 'yellow', note: '', tags: [] },
        entities: [],
      });
    }, id);
  } catch (error) {
    if (/clos|crash|detached|destroyed|disconnect|no such frame|aborted/i.test(String(error))) return false;
    throw error;
  }
  if (answer?.ok !== true) throw new Error(`not saved: ${JSON.stringify(answer)}`);
  return true;
}

/** The ids that the database holds, read without our code. Runs in a screen of the extension. */
function readIds(database: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database);
    request.onerror = () => resolve([]); // what can't be read is not there
    request.onupgradeneeded = () => request.transaction?.abort(); // nothing was saved yet: it is not ours to make
    request.onsuccess = () => {
      const keys = request.result.transaction('highlights').objectStore('highlights').getAllKeys();
      keys.onsuccess = () => {
        request.result.close();
        resolve(keys.result as string[]);
      };
      keys.onerror = () => reject(keys.error);
    };
  });
}
