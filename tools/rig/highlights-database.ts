import type { Highlight } from '../../core/highlights/highlight.ts';
import { MOST_IMPORTED_AT_ONCE } from '../../core/highlights/limits.ts';
import type { Rig } from './rig.ts';

interface Api {
  runtime: { sendMessage(message: object): Promise<{ ok: boolean }> };
}

/** Adds highlights to the real database, as an import does. */
export async function seed(rig: Rig, highlights: readonly Highlight[]): Promise<void> {
  const screen = await rig.openScreen('options.html');
  for (let from = 0; from < highlights.length; from += MOST_IMPORTED_AT_ONCE) {
    const isDone = await screen.evaluate(
      async (given) => {
        const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Api | undefined>;
        return (await (browser ?? chrome)?.runtime.sendMessage({ type: 'import-highlights', highlights: given }))?.ok;
      },
      highlights.slice(from, from + MOST_IMPORTED_AT_ONCE),
    );
    if (!isDone) throw new Error('the highlights could not be added');
  }
  await screen.close();
}

/** What a browser does that cleans up or breaks: the database is gone. */
export async function loseDatabase(rig: Rig): Promise<void> {
  const screen = await rig.openScreen('options.html');
  await rig.stopBackground();
  await screen.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase('pishineh-highlights');
        request.onsuccess = resolve;
        request.onerror = reject;
      }),
  );
  await screen.close();
}
