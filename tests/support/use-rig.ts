import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { BrowserName } from '../../tools/lib/browsers.ts';
import { launch } from '../../tools/rig/launch.ts';
import type { OverlayName, OverlayView, Rig, RigOptions } from '../../tools/rig/rig.ts';
import { type SiteServer, serveSites } from '../../tools/rig/site-server.ts';
import { until } from '../../tools/rig/wait.ts';

/** A browser with the extension for the tests of one `describe`; pages are closed after each test. */
export interface RigInUse {
  readonly rig: Rig;
  /** Opens a fixture page on a listed site. */
  open(path: string): Promise<Page>;
  /** Waits until an overlay of ours says the words. */
  untilSaid(page: Page, words: string, which?: OverlayName): Promise<OverlayView>;
  /** Waits until an overlay of ours is gone. */
  untilGone(page: Page, which?: OverlayName): Promise<unknown>;
}

export function useRig(name: BrowserName, options: Omit<RigOptions, 'proxyPort'> = {}): RigInUse {
  let sites: SiteServer;
  let rig: Rig;
  let pages: Page[] = [];
  beforeAll(async () => {
    sites = await serveSites();
    rig = await launch(name, { ...options, proxyPort: sites.port });
  });
  afterEach(async () => {
    for (const page of pages) if (!page.isClosed()) await page.close();
    pages = [];
  });
  afterAll(async () => {
    await rig?.close();
    await sites?.close();
  });
  return {
    get rig() {
      return rig;
    },
    async open(path) {
      const page = await rig.browser.newPage();
      pages.push(page);
      await page.goto(`http://www.isna.ir/${path}`);
      return page;
    },
    async untilSaid(page, words, which = 'card') {
      let seen: OverlayView | undefined;
      try {
        return await until(async () => {
          seen = await rig.overlay(page, which);
          return seen?.text.includes(words) ? seen : undefined;
        }, `«${words}» in the ${which}`);
      } catch (error) {
        throw new Error(`${error instanceof Error ? error.message : error}; it says: ${seen?.text ?? 'nothing'}`);
      }
    },
    untilGone: (page, which = 'card') =>
      until(async () => (await rig.overlay(page, which)) === undefined, `the ${which} to go`),
  };
}
