import { browser } from './browser.ts';

/** The tab in front of the reader; undefined when there is none. */
export async function activeTab(): Promise<{ id: number; url: string | undefined } | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? undefined : { id: tab.id, url: tab.url };
}

/** Puts the reader script into a page that is not on our list; allowed by the click that opened the popup. */
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
