import { browser } from './browser.ts';

/** The window in which this screen stands. */
export async function currentWindowId(): Promise<number | undefined> {
  return (await browser.windows?.getCurrent())?.id;
}
