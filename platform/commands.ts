import { browser } from './browser.ts';
import { MENU_SAVE } from './menu-ids.ts';

/** Calls back for each keyboard command. To be called in the background's first turn. */
export function onCommand(listener: (name: string) => void): void {
  browser.commands.onCommand.addListener((name) => listener(name));
}

/** Puts the entry for saving into the context menu of selections; once, on install and update. */
export async function createMenus(title: string): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: MENU_SAVE, title, contexts: ['selection'] });
}

/** Calls back when the reader picks our entry. To be called in the background's first turn. */
export function onMenu(listener: (tabId: number) => void): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === MENU_SAVE && tab?.id !== undefined) listener(tab.id);
  });
}

/** Calls back after install and update. To be called in the background's first turn. */
export function onInstalled(listener: () => void): void {
  browser.runtime.onInstalled.addListener(listener);
}
