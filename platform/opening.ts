import { browser } from './browser.ts';

/*
 * Which highlight a tab was opened for, until its page has asked. Kept for the browser's session only, in its memory: the
 * background may be stopped in between.
 */

function keyOf(tabId: number): string {
  return `opening:${tabId}`;
}

export async function noteOpening(tabId: number, highlight: string): Promise<void> {
  await browser.storage.session.set({ [keyOf(tabId)]: highlight });
}

/** The highlight that the tab was opened for, once; undefined when it was opened otherwise. */
export async function takeOpening(tabId: number): Promise<string | undefined> {
  const key = keyOf(tabId);
  const highlight: unknown = (await browser.storage.session.get(key))[key];
  if (typeof highlight !== 'string') return undefined;
  await browser.storage.session.remove(key);
  return highlight;
}
