import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Page, type Target } from 'puppeteer-core';
import { MENU_SAVE } from '../../platform/menu-ids.ts';
import { findBrowser } from '../lib/browsers.ts';
import { clickIn, describeOverlay, selectText } from './in-page.ts';
import { killAll } from './kill-all.ts';
import { type OverlayName, type OverlayView, type Rig, type RigOptions, ROOT } from './rig.ts';
import { until } from './wait.ts';

/** What of Chrome's API the tests dispatch; native events have `dispatch`. */
interface ExtensionScope {
  chrome: {
    commands: { onCommand: { dispatch(name: string): void } };
    contextMenus: { onClicked: { dispatch(info: object, tab: object): void } };
    windows: { create(options: object): Promise<unknown> };
    tabs: { query(query: object): Promise<{ url: string }[]> };
  };
}

interface CdpNode {
  readonly nodeName: string;
  readonly backendNodeId: number;
  readonly children?: readonly CdpNode[];
  readonly shadowRoots?: readonly CdpNode[];
}

export async function launchChromium(options: RigOptions): Promise<Rig> {
  const { proxyPort, language = 'fa', isVisible = false } = options;
  const profile = options.profile?.folder ?? (await mkdtemp(join(tmpdir(), 'pishineh-chromium-')));
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath: findBrowser('chromium') ?? '',
    headless: !isVisible,
    pipe: true,
    userDataDir: profile,
    enableExtensions: [join(ROOT, '.output/chrome-mv3')],
    defaultViewport: { width: 900, height: 700 },
    env: { ...process.env, LANGUAGE: language },
    args: [
      '--no-sandbox',
      '--no-first-run',
      `--lang=${language}`,
      `--proxy-server=http://127.0.0.1:${proxyPort}`,
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,HttpsFirstModeIncognito',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
    ],
  });
  const isWorker = (target: Target) =>
    target.type() === 'service_worker' && target.url().startsWith('chrome-extension://');
  const origin = `chrome-extension://${new URL((await browser.waitForTarget(isWorker)).url()).host}`;
  // the welcome page that opens on install would stand before the pages that are opened next
  if (options.profile?.isNew !== false) {
    const welcome = await browser.waitForTarget((target) => target.url().endsWith('/welcome.html'));
    await (await welcome.page())?.close();
  }
  if (options.isAllowedInPrivate) {
    const session = await browser.target().createCDPSession();
    const allowed = { path: join(ROOT, '.output/chrome-mv3'), enableInIncognito: true };
    const before = browser.targets().find(isWorker);
    await session.send('Extensions.loadUnpacked', allowed);
    await browser.waitForTarget((target) => isWorker(target) && target !== before);
  }
  const wake = async (): Promise<void> => {
    // any message to the extension wakes a stopped worker; a screen of ours is one
    if (browser.targets().some(isWorker)) return;
    const screen = await browser.newPage();
    await screen.goto(`${origin}/library.html`);
    await browser.waitForTarget(isWorker);
    await screen.close();
  };
  const worker = async () => {
    await wake();
    const found = await (await browser.waitForTarget(isWorker)).worker();
    if (!found) throw new Error('the extension has no service worker');
    return found;
  };
  const inShadow = async (
    page: Page,
    which: OverlayName,
    run: (root: ShadowRoot, argument: string) => string | null,
    argument = '',
  ): Promise<string | undefined> => {
    const session = await page.createCDPSession();
    try {
      const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
      const shadow = findShadow(root as CdpNode, `PISHINEH-${which.toUpperCase()}`);
      if (!shadow) return undefined;
      const { object } = await session.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
      const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
        ...(object.objectId ? { objectId: object.objectId } : {}),
        functionDeclaration: `function (argument) { return (${run})(this, argument); }`,
        arguments: [{ value: argument }],
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return (result.value as string | null) ?? undefined;
    } finally {
      await session.detach();
    }
  };

  return {
    name: 'chromium',
    browser,
    async openScreen(path) {
      const page = await browser.newPage();
      await page.goto(`${origin}/${path}`);
      return page;
    },
    async openPrivately(address) {
      await (await worker()).evaluate(async (url) => {
        await (globalThis as unknown as ExtensionScope).chrome.windows.create({ incognito: true, url });
      }, address);
      const page = await (await browser.waitForTarget((target) => target.url() === address)).page();
      if (!page) throw new Error('the private window has no page');
      return page;
    },
    async stopBackground() {
      await (await worker()).close();
      await until(() => !browser.targets().some(isWorker), 'the service worker to stop');
    },
    async breakDatabases(errorName) {
      await (await worker()).evaluate((name) => {
        const fail = () => {
          throw new DOMException('broken by a test', name);
        };
        IDBFactory.prototype.open = fail;
        IDBTransaction.prototype.objectStore = fail;
      }, errorName);
    },
    async fireCommand(page, name) {
      const scope = await worker();
      await page.bringToFront();
      await scope.evaluate(
        (command) => (globalThis as unknown as ExtensionScope).chrome.commands.onCommand.dispatch(command),
        name,
      );
    },
    async saveByMenu(page, text) {
      const scope = await worker();
      await page.bringToFront();
      await page.evaluate(selectText, text);
      await scope.evaluate(async (menuItemId) => {
        const { chrome } = globalThis as unknown as ExtensionScope;
        const [tab] = await chrome.tabs.query({ active: true });
        if (tab) chrome.contextMenus.onClicked.dispatch({ menuItemId, editable: false, pageUrl: tab.url }, tab);
      }, MENU_SAVE);
    },
    async overlay(page, which = 'card') {
      const view = await inShadow(page, which, describeOverlay);
      return view === undefined ? undefined : (JSON.parse(view) as OverlayView);
    },
    async clickInOverlay(page, selector, which = 'card') {
      if ((await inShadow(page, which, clickIn, selector)) === undefined)
        throw new Error(`the overlay has no ${selector}`);
    },
    async close() {
      await browser.close();
      if (!options.profile) await rm(profile, { recursive: true, force: true });
    },
    kill: () => killAll(browser),
  };
}

function findShadow(node: CdpNode, tag: string): CdpNode | undefined {
  if (node.nodeName === tag) return node.shadowRoots?.[0];
  for (const child of node.children ?? []) {
    const found = findShadow(child, tag);
    if (found) return found;
  }
  return undefined;
}
