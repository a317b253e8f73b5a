import type { Page } from 'puppeteer-core';
import { until } from './wait.ts';

/** Where a text stands in the window: its beginning and end, in CSS pixels. */
export async function placeOf(page: Page, text: string): Promise<{ from: [number, number]; to: [number, number] }> {
  return page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const at = node.data.indexOf(wanted);
      if (at === -1) continue;
      const range = document.createRange();
      const edge = (offset: number, side: 'left' | 'right'): [number, number] => {
        range.setStart(node, offset);
        range.setEnd(node, offset + 1);
        const box = range.getBoundingClientRect();
        return [box[side], box.top + box.height / 2];
      };
      return { from: edge(at, 'right'), to: edge(at + wanted.length - 1, 'left') };
    }
    throw new Error(`the page does not hold «${wanted}»`);
  }, text);
}

/** Draws the pointer over right-to-left text, as readers select. */
export async function selectByMouse(page: Page, from: string, to = from): Promise<void> {
  const [start, end] = [await placeOf(page, from), await placeOf(page, to)];
  const [x, y] = end.to;
  await page.mouse.move(...start.from);
  await page.mouse.down();
  await page.mouse.move(x, y, { steps: 5 });
  // a busy browser may leave out the last of many moves: the hand rests where it is until the text is selected
  let nudge = 0;
  await until(async () => {
    await page.mouse.move(x - (nudge++ % 2) / 2, y);
    return page.evaluate(
      (first, last) => {
        const selected = getSelection()?.toString().trim() ?? '';
        return selected.startsWith(first) && selected.endsWith(last);
      },
      from,
      to,
    );
  }, `«${from} … ${to}» to be selected`);
  await page.mouse.up();
}

/** Selects from the beginning of one text to the end of another, by script. */
export async function selectByScript(page: Page, from: string, to = from): Promise<void> {
  await page.evaluate(
    (first, last) => {
      const find = (wanted: string): [Text, number] => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
          const at = node.data.indexOf(wanted);
          if (at !== -1) return [node, at];
        }
        throw new Error(`the page does not hold «${wanted}»`);
      };
      const [startNode, startAt] = find(first);
      const [endNode, endAt] = find(last);
      getSelection()?.setBaseAndExtent(startNode, startAt, endNode, endAt + last.length);
    },
    from,
    to,
  );
}
