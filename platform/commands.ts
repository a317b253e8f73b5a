import type { Tabs } from 'webextension-polyfill';
import { browser } from './browser.ts';
import { MENU_PANEL, MENU_SAVE } from './menu-ids.ts';
import { hasPanel } from './panel.ts';

/* Firefox for Android has no keys and no context menus: what is missing there is passed over. */

/** Where a command or a menu was used. */
export interface Place {
  readonly tabId: number | undefined;
  readonly windowId: number | undefined;
}

function placeOf(tab: Tabs.Tab | undefined): Place {
  return { tabId: tab?.id, windowId: tab?.windowId };
}

/** Calls back for each keyboard command. To be called in the background's first turn. */
export function onCommand(listener: (name: string, place: Place) => void): void {
  browser.commands?.onCommand.addListener((name, tab) => listener(name, placeOf(tab)));
}

/** Puts our entries into the context menus; once, on install and update. */
export async function createMenus(titles: { readonly save: string; readonly panel: string }): Promise<void> {
  if (!browser.contextMenus) return;
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: MENU_SAVE, title: titles.save, contexts: ['selection'] });
  if (hasPanel()) browser.contextMenus.create({ id: MENU_PANEL, title: titles.panel, contexts: ['page', 'action'] });
}

/** Calls back when the reader picks an entry of ours. To be called in the background's first turn. */
export function onMenu(listener: (id: typeof MENU_SAVE | typeof MENU_PANEL, place: Place) => void): void {
  browser.contextMenus?.onClicked.addListener((info, tab) => {
    if (info.menuItemId === MENU_SAVE || info.menuItemId === MENU_PANEL) listener(info.menuItemId, placeOf(tab));
  });
}

/** Calls back after install and update. To be called in the background's first turn. */
export function onInstalled(listener: (isFirst: boolean) => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => listener(reason === 'install'));
}

/** Calls back when the browser starts. To be called in the background's first turn. */
export function onStart(listener: () => void): void {
  browser.runtime.onStartup.addListener(listener);
}

/** Opens the browser's own page on which the reader chooses keys for our commands. */
export async function openShortcuts(): Promise<void> {
  const { openShortcutSettings } = (browser.commands ?? {}) as { openShortcutSettings?: () => Promise<void> };
  if (openShortcutSettings)
    await openShortcutSettings.call(browser.commands); // Firefox
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
