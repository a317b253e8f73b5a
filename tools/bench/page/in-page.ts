import type { Link } from '../../../core/recognition/document.ts';
import { createAnnotations } from '../../../page/annotations.ts';
import { collectBlocks } from '../../../page/blocks.ts';
import { createPainter, type Painter } from '../../../page/painting.ts';
import { isQuiet } from '../../../page/quiet-parts.ts';

/*
 * Runs inside the page that is measured, bundled; see bench-page.ts. Nothing here is in the extension.
 */

const NO_PAINTER: Painter = { add: () => {}, remove: () => {}, clear: () => {}, reach: () => {} };
const ROUNDS = 15;

export interface PageBench {
  blocks(): string[];
  /** Our work in the page without painting, as a multiple of a bare walk over the same text. */
  reading(links: readonly Link[]): number;
  /** The first frame with our marks, as a multiple of one without. */
  frame(links: readonly Link[]): Promise<number>;
}

/** The least that anything can cost that looks at every unit of the page's text. */
function bareWalk(): number {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let sink = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { data } = node as Text;
    for (let at = 0; at < data.length; at++) sink ^= data.charCodeAt(at);
  }
  return sink;
}

/** Reads blocks, makes ranges, and the index for pointing; paints with the painter. */
function annotate(links: readonly Link[], painter: Painter): () => void {
  const annotations = createAnnotations(painter);
  const byBlock = Map.groupBy(links, ({ block }) => block);
  for (const [index, block] of collectBlocks(document.body, { skip: isQuiet }).entries()) {
    annotations.add(block, byBlock.get(index) ?? []);
  }
  return () => annotations.clear();
}

/** Milliseconds until the page has been laid out and painted anew. */
async function timeFrame(): Promise<number> {
  document.body.style.display = 'none';
  await nextFrame();
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const before = performance.now();
      document.body.style.display = '';
      const channel = new MessageChannel();
      // a message that is posted in a frame arrives when the frame is done
      channel.port1.onmessage = () => resolve(performance.now() - before);
      channel.port2.postMessage(null);
    });
  });
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] as number;
}

/** One pass takes less than the clock can tell: each is run so often that it can. */
function time(work: () => void, times: number): number {
  const before = performance.now();
  for (let i = 0; i < times; i++) work();
  return (performance.now() - before) / times;
}

const bench: PageBench = {
  blocks: () => collectBlocks(document.body, { skip: isQuiet }).map(({ text }) => text),
  reading(links) {
    let sink = 0;
    const ratios: number[] = [];
    for (let round = -3; round < ROUNDS; round++) {
      const bare = time(() => {
        sink ^= bareWalk();
      }, 100);
      const ours = time(() => void annotate(links, NO_PAINTER), 20);
      if (round >= 0) ratios.push(ours / bare);
    }
    if (Number.isNaN(sink)) throw new Error('the bare walk returned no number');
    return median(ratios);
  },
  async frame(links) {
    const ratios: number[] = [];
    for (let round = -2; round < ROUNDS; round++) {
      const plain = await timeFrame();
      const clear = annotate(links, createPainter(''));
      const marked = await timeFrame();
      clear();
      if (round >= 0) ratios.push(marked / plain);
    }
    return median(ratios);
  },
};
Reflect.set(globalThis, 'pishinehBench', bench);
