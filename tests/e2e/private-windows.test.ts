import { describe, expect, it } from 'vitest';
import { painted, untilPainted } from '../../tools/rig/painted.ts';
import { BROWSERS } from '../../tools/rig/rig.ts';
import { selectByScript } from '../../tools/rig/selecting.ts';
import { until } from '../../tools/rig/wait.ts';
import { useRig } from '../support/use-rig.ts';

const ADDRESS = 'http://www.isna.ir/semantic';

describe.each(BROWSERS)('a private window in %s', (name) => {
  const use = useRig(name, { isAllowedInPrivate: true });
  /** All that the extension has stored, but its knowledge. */
  const stored = async () => {
    const screen = await use.rig.openScreen('options.html');
    const content = await screen.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as Record<
        'browser' | 'chrome',
        { storage: { local: { get(keys: null): Promise<object> } } } | undefined
      >;
      const local = await (browser ?? chrome)?.storage.local.get(null);
      const rows = await new Promise((resolve, reject) => {
        const request = indexedDB.open('pishineh-highlights');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const all = request.result.transaction('highlights').objectStore('highlights').getAll();
          all.onsuccess = () => {
            request.result.close();
            resolve(all.result);
          };
        };
      });
      return JSON.stringify({ local, rows });
    });
    await screen.close();
    return content;
  };

  it('saves nothing, says why, and still copies', async () => {
    const page = await use.open('semantic');
    await untilPainted(page, 9);
    await selectByScript(page, 'پیام ایران روشن است');
    await use.rig.fireCommand(page, 'save-highlight');
    await untilPainted(page, 1, 'saved');
    await page.close();
    const before = await stored();

    const privately = await use.rig.openPrivately(ADDRESS);
    // what is saved is shown there too
    await untilPainted(privately, 1, 'saved');
    await selectByScript(privately, 'گفت‌وگو به عمان رفته است');
    const bar = await until(() => use.rig.overlay(privately, 'passage'), 'the toolbar');
    expect(bar.text).toContain('در پنجره خصوصی چیزی ذخیره نمی‌شود.');
    expect(bar.html).not.toContain('swatch');
    expect(bar.html).toContain('passage-copy');
    await use.rig.fireCommand(privately, 'save-highlight');
    await use.untilSaid(privately, 'در پنجره خصوصی چیزی ذخیره نمی‌شود.');
    expect(await painted(privately, 'saved')).toHaveLength(1);

    // a saved passage can be read there, and not changed
    await privately.evaluate(() => {
      const text = document.querySelector('#second')?.firstChild;
      if (text) getSelection()?.setPosition(text, ((text as Text).data.indexOf('پیام ایران') ?? 0) + 6);
    });
    await use.rig.fireCommand(privately, 'save-highlight');
    const editor = await until(async () => {
      const seen = await use.rig.overlay(privately, 'passage');
      return seen?.html.includes('passage-editor') ? seen : undefined;
    }, 'the editor');
    expect(editor.text).toContain('در پنجره خصوصی چیزی ذخیره نمی‌شود.');
    expect(editor.html).not.toContain('passage-remove');
    await privately.close();
    expect(await stored()).toBe(before);
  });
});
