import { browser } from './browser.ts';

export interface Tab {
  readonly id: number;
  /** Undefined where we may not know it. */
  readonly url: string | undefined;
  readonly isLoading: boolean;
  /** Whether it is in a private window, of which nothing is written. */
  readonly isPrivate: boolean;
}

/** The tab in front of the reader; undefined when there is none. */
export async function activeTab(): Promise<Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return undefined;
  return { id: tab.id, url: tab.url, isLoading: tab.status === 'loading', isPrivate: tab.incognito };
}

/** Calls back when another tab comes to the front, or the one in front goes elsewhere. Returns a function that stops it. */
export function onTabChanged(listener: () => void): () => void {
  const updated = (_: number, change: { status?: string }) => {
    if (change.status !== undefined) listener();
  };
  browser.tabs.onActivated.addListener(listener);
  browser.tabs.onUpdated.addListener(updated);
  return () => {
    browser.tabs.onActivated.removeListener(listener);
    browser.tabs.onUpdated.removeListener(updated);
  };
}

/** Puts the reader script into a page; allowed by the click that opened the popup, or by a permission. */
export async function readPage(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.insertCSS({ target: { tabId }, files: ['content-scripts/reader.css'] });
    await browser.scripting.executeScript({ target: { tabId }, files: ['content-scripts/reader.js'] });
    return true;
  } catch {
    return false; // the browser's own pages and stores let nobody in
  }
}

/** Opens one of our screens in a tab. */
export async function openScreen(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}

/** Opens the options page, or goes to it where it is open. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** Opens an address in a new tab; returns the tab's id. */
export async function openTab(address: string): Promise<number | undefined> {
  return (await browser.tabs.create({ url: address })).id;
}
