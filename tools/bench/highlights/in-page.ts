import { HIGHLIGHT_COLORS } from '../../../core/highlights/colors.ts';
import type { Highlight as Saved } from '../../../core/highlights/highlight.ts';
import { describeRange } from '../../../core/highlights/selectors.ts';
import { readPageText } from '../../../page/page-text.ts';
import { createPainter } from '../../../page/painting.ts';
import { createSavedPassages } from '../../../page/saved-passages.ts';

/*
 * Runs inside the page that is measured, bundled; see bench-highlights.ts. Nothing here is in the extension.
 */

const ROUNDS = 9;

export interface HighlightsBench {
  /**
   * Median milliseconds until as many passages are found and painted, the frame included.
   * @param isMoved whether something was put before the page's text since, so that none stands where it stood
   */
  painting(count: number, isMoved: boolean): Promise<number>;
}

/** Passages all over the page, as if they had been saved from it. */
function passagesOf(count: number): Saved[] {
  const { text } = readPageText(document);
  const step = Math.floor((text.length - 200) / count);
  return Array.from({ length: count }, (_, index) => {
    const start = index * step;
    const selectors = describeRange(text, start, start + 20 + ((index * 37) % 160));
    if (!selectors) throw new Error('nothing but white space');
    return {
      id: `bench-${index}`,
      page: { key: 'x', address: 'https://example.org/x', title: '', site: 'example.org' },
      selectors,
      color: HIGHLIGHT_COLORS[index % HIGHLIGHT_COLORS.length] ?? 'yellow',
      note: '',
      tags: [],
      entities: [],
      created: '2026-01-01T00:00:00.000Z',
      modified: '2026-01-01T00:00:00.000Z',
      anchoring: { state: 'anchored' },
    };
  });
}

/** Milliseconds until all are painted. */
function timePainting(highlights: readonly Saved[]): Promise<number> {
  const passages = createSavedPassages(document, createPainter(''), {
    find: async () => undefined,
    report: () => {},
    looked: () => {},
  });
  return new Promise((resolve, reject) => {
    requestAnimationFrame(() => {
      const before = performance.now();
      passages.show(highlights);
      const channel = new MessageChannel();
      // a message that is posted in a frame arrives when the frame is done
      channel.port1.onmessage = () => {
        const passed = performance.now() - before;
        const missing = highlights.filter(({ id }) => passages.get(id)?.ranges.length === 0);
        passages.clear();
        if (missing.length > 0) reject(new Error(`${missing.length} passages were not painted`));
        else resolve(passed);
      };
      channel.port2.postMessage(null);
    });
  });
}

const bench: HighlightsBench = {
  async painting(count, isMoved) {
    const highlights = passagesOf(count);
    const news = document.createElement('p');
    news.textContent = 'خبر فوری که پس از ذخیره به بالای صفحه آمد.';
    if (isMoved) document.body.prepend(news);
    const times: number[] = [];
    for (let round = -2; round < ROUNDS; round++) {
      const time = await timePainting(highlights);
      if (round >= 0) times.push(time);
    }
    news.remove();
    return times.sort((a, b) => a - b)[times.length >> 1] as number;
  },
};
Reflect.set(globalThis, 'pishinehBench', bench);
