import { browser } from './browser.ts';

/*
 * How many highlights there should be, kept apart from their database: when the database holds fewer, the
 * browser or the disk lost some, and the reader is told.
 */
const KEY = 'highlightCount';

/** The count at the last change, or undefined when none was noted. */
export async function expectedHighlights(): Promise<number | undefined> {
  const count: unknown = (await browser.storage.local.get(KEY))[KEY];
  return typeof count === 'number' ? count : undefined;
}

export async function noteHighlights(count: number): Promise<void> {
  await browser.storage.local.set({ [KEY]: count });
}
