import { join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { MENU_SAVE } from '../../platform/menu-ids.ts';
import { findBrowser } from '../lib/browsers.ts';
import { clickIn, describeOverlay, selectText } from './in-page.ts';
import { killAll } from './kill-all.ts';
import { type OverlayName, type OverlayView, type Rig, type RigOptions, ROOT } from './rig.ts';
import { until } from './wait.ts';

const GECKO_ID = 'pishineh@pishineh.example';
const UUID = 'c0ffee00-0000-4000-8000-000000000001';

/** The parts of WebDriver BiDi that puppeteer keeps to itself; its version is pinned for their sake. */
interface Connection {
  send(method: string, parameters: object): Promise<{ result: BidiResult }>;
}
interface BidiResult {
  readonly contexts?: readonly { readonly url: string; readonly context: string }[];
  readonly type?: string;
  readonly exceptionDetails?: { readonly text: string };
  readonly result?: BidiValue;
  readonly nodes?: readonly BidiNode[];
}
interface BidiValue {
  readonly value?: unknown;
}
interface BidiNode {
  readonly value?: { readonly shadowRoot?: { readonly sharedId?: string } | null };
}
interface BidiFrame {
  readonly browsingContext: { readonly id: string; navigate(url: string, wait: 'none'): Promise<void> };
}

export async function launchFirefox(options: RigOptions): Promise<Rig> {
  const { proxyPort, language = 'fa', isVisible = false, profile } = options;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox') ?? '',
    headless: !isVisible,
    ...(profile ? { userDataDir: profile.folder } : {}),
    defaultViewport: { width: 900, height: 700 },
    args: ['--remote-allow-system-access'], // the extension's pages, and the browser's own scope
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
      // what is installed for the time being keeps what it stores, as what is installed for good does
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      'intl.locale.requested': language,
      'intl.accept_languages': language,
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      'network.proxy.no_proxies_on': '',
      'dom.security.https_first': false,
    },
  });
  const { connection } = browser as unknown as { connection: Connection };
  const install = (isAllowedInPrivate: boolean) =>
    connection.send('webExtension.install', {
      extensionData: { type: 'path', path: join(ROOT, '.output/firefox-mv3') },
      'moz:allowPrivateBrowsing': isAllowedInPrivate,
    });
  await install(false);
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const window = tree.result.contexts?.find(({ url }) => url.endsWith('/browser.xhtml'))?.context;
  if (!window) throw new Error('Firefox has no window');

  /** Runs a self-contained function in the browser's own scope. */
  const inBrowser = async (run: (...words: string[]) => unknown, ...words: string[]): Promise<unknown> => {
    const { result } = await connection.send('script.callFunction', {
      functionDeclaration: String(run),
      target: { context: window },
      awaitPromise: true,
      arguments: words.map((value) => ({ type: 'string', value })),
    });
    if (result.type === 'exception') throw new Error(result.exceptionDetails?.text);
    return result.result?.value;
  };
  const inShadow = async (
    page: Page,
    which: OverlayName,
    run: (root: ShadowRoot, argument: string) => string | null,
    argument = '',
  ): Promise<string | undefined> => {
    const context = contextOf(page).id;
    const { result: located } = await connection.send('browsingContext.locateNodes', {
      context,
      locator: { type: 'css', value: `pishineh-${which}` },
      serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
    });
    const sharedId = located.nodes?.[0]?.value?.shadowRoot?.sharedId;
    if (!sharedId) return undefined;
    const { result } = await connection.send('script.callFunction', {
      functionDeclaration: String(run),
      target: { context },
      awaitPromise: false,
      arguments: [{ sharedId }, { type: 'string', value: argument }],
    });
    if (result.type === 'exception') throw new Error(result.exceptionDetails?.text);
    const value = result.result?.value;
    return typeof value === 'string' ? value : undefined;
  };

  let breaking: Page | undefined;
  const openScreen = async (path: string): Promise<Page> => {
    const page = await browser.newPage();
    const url = `moz-extension://${UUID}/${path}`;
    // no load event arrives for pages of extensions, so nothing is waited for but the page itself
    await contextOf(page).navigate(url, 'none');
    await until(
      () => page.evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url),
      url,
    );
    return page;
  };

  // the welcome page that opens on install would stand before the pages that are opened next
  await until(
    () =>
      inBrowser((ending) => {
        // @ts-expect-error the browser's own scope
        const tab = gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.currentURI.spec.endsWith(ending));
        // @ts-expect-error the browser's own scope
        if (tab) gBrowser.removeTab(tab);
        return Boolean(tab);
      }, '/welcome.html'),
    'the welcome page',
  );
  // later, as one that is allowed at once is started twice and never told that it was installed
  if (options.isAllowedInPrivate) await install(true);

  return {
    name: 'firefox',
    browser,
    openScreen,
    async openPrivately(address) {
      const known = new Set(await browser.pages());
      await inBrowser(() => {
        // @ts-expect-error the browser's own scope
        OpenBrowserWindow({ private: true });
      });
      const page = await until(
        async () => (await browser.pages()).find((one) => !known.has(one) && one.url() === 'about:privatebrowsing'),
        'the private window',
      );
      await page.goto(address);
      return page;
    },
    async stopBackground() {
      await inBrowser(async (id) => {
        // @ts-expect-error the browser's own scope
        await WebExtensionPolicy.getByID(id).extension.terminateBackground({
          ignoreDevToolsAttached: true,
          disableResetIdleForTest: true,
        });
      }, GECKO_ID);
      await breaking?.close();
      breaking = undefined;
    },
    async breakDatabases(errorName) {
      // what breaks them lives as long as the page that it comes from
      breaking = await openScreen('options.html');
      await breaking.evaluate(async (name) => {
        const { browser } = globalThis as unknown as {
          browser: { runtime: { getBackgroundPage(): Promise<typeof globalThis> } };
        };
        const background = await browser.runtime.getBackgroundPage();
        const fail = () => {
          throw new background.DOMException('broken by a test', name);
        };
        background.IDBFactory.prototype.open = fail;
        background.IDBTransaction.prototype.objectStore = fail;
      }, errorName);
    },
    async fireCommand(page, name) {
      await page.bringToFront();
      await inBrowser(
        (id, command) => {
          // @ts-expect-error the browser's own scope
          WebExtensionPolicy.getByID(id).extension.shortcuts.onCommand(command);
        },
        GECKO_ID,
        name,
      );
    },
    async saveByMenu(page, text) {
      await page.bringToFront();
      const point = await page.evaluate(selectText, text);
      await page.mouse.click(point.x, point.y, { button: 'right' });
      await until(
        () =>
          inBrowser((id) => {
            const menu = document.getElementById('contentAreaContextMenu') as unknown as {
              state: string;
              querySelector(selector: string): Element | null;
              activateItem(item: Element): void;
            };
            const item = menu.state === 'open' && menu.querySelector(`[id$="-menuitem-_${id}"]`);
            if (item) menu.activateItem(item);
            return Boolean(item);
          }, MENU_SAVE),
        'our entry of the context menu',
      );
    },
    async overlay(page, which = 'card') {
      const view = await inShadow(page, which, describeOverlay);
      return view === undefined ? undefined : (JSON.parse(view) as OverlayView);
    },
    async clickInOverlay(page, selector, which = 'card') {
      if ((await inShadow(page, which, clickIn, selector)) === undefined)
        throw new Error(`the overlay has no ${selector}`);
    },
    async setAccess(site, isGiven) {
      await inBrowser(
        async (id, pattern, method) => {
          // @ts-expect-error the browser's own scope
          const { ExtensionPermissions } = ChromeUtils.importESModule(
            'resource://gre/modules/ExtensionPermissions.sys.mjs',
          );
          // @ts-expect-error the browser's own scope
          const { extension } = WebExtensionPolicy.getByID(id);
          await ExtensionPermissions[method](id, { permissions: [], origins: [pattern] }, extension);
        },
        GECKO_ID,
        `*://*.${site}/*`,
        isGiven ? 'add' : 'remove',
      );
    },
    close: () => browser.close(),
    kill: () => killAll(browser),
  };
}

function contextOf(page: Page): BidiFrame['browsingContext'] {
  return (page.mainFrame() as unknown as BidiFrame).browsingContext;
}
