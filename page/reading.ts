import type { Recognition } from '../core/recognition/document.ts';
import type { Annotations } from './annotations.ts';
import { readArticleDate } from './article-date.ts';
import { type Block, collectBlocks } from './blocks.ts';
import { inSlices, pause } from './slices.ts';
import { watchText } from './watching.ts';

/** Asks for the links of blocks; undefined when nobody answers. */
export type Recognise = (request: {
  readonly blocks: string[];
  readonly date: string | undefined;
  readonly present: string[];
}) => Promise<Recognition | undefined>;

/** UTF-16 units sent at once: a long article in one piece, a book in slices. */
const BATCH = 60_000;
/** A longer block is cut where a sentence or a word ends. */
const LONGEST_BLOCK = 20_000;

export interface Reading {
  /** The article date, YYYY-MM-DD, when the page tells. */
  readonly date: string | undefined;
  /** Reads the page anew, as after a change of address. */
  restart(): void;
  stop(): void;
}

/** A block, or a part of one that is too long to be sent at once. */
interface Portion {
  readonly block: Block;
  readonly text: string;
  /** UTF-16 offset in the block's text. */
  readonly at: number;
}

/**
 * Reads the page and keeps its annotations right while it changes.
 * @param changed called when text has changed, after it was read again
 */
export function startReading(
  page: Document,
  annotations: Annotations,
  recognise: Recognise,
  changed: () => void,
): Reading {
  let date = readArticleDate(page);
  let turn = 0;
  /** Entities whose full names were seen on this page. */
  let present = new Set<string>();

  /** Reads portions in batches; tells whether full names came to light that the earlier ones did not know of. */
  const readPortions = async (portions: readonly Portion[], isOver: () => boolean): Promise<boolean> => {
    let isNew = false;
    for (const batch of batchesOf(portions)) {
      const known = present.size;
      const answer = await recognise({ blocks: batch.map(({ text }) => text), date, present: [...present] });
      if (!answer || isOver()) return false;
      for (const id of answer.present) present.add(id);
      if (present.size > known && known > 0) isNew = true;
      await inSlices(
        batch.entries(),
        ([index, { block, at }]) => {
          const links = answer.links.filter((link) => link.block === index);
          annotations.add(
            block,
            links.map((link) => ({ ...link, start: link.start + at, end: link.end + at })),
          );
        },
        isOver,
      );
      await pause();
    }
    return isNew;
  };

  const readAll = async () => {
    const mine = ++turn;
    const isOver = () => mine !== turn;
    annotations.clear();
    const portions = collectBlocks(page.body).flatMap(portionsOf);
    // Later parts may tell who the short names of earlier parts are: then those are read once more.
    if (await readPortions(portions, isOver)) {
      if (isOver()) return;
      annotations.clear();
      await readPortions(portions, isOver);
    }
    if (!isOver()) changed();
  };

  const readAgain = async (roots: readonly Element[]) => {
    const mine = turn;
    const isOver = () => mine !== turn;
    annotations.prune();
    for (const root of roots) annotations.removeInside(root);
    const portions = roots.flatMap(collectBlocks).flatMap(portionsOf);
    if (portions.length > 0 && (await readPortions(portions, isOver))) void readAll();
    else if (!isOver()) changed();
  };

  const watch = watchText(page.body, (roots) => void readAgain(roots));
  void readAll();
  return {
    get date() {
      return date;
    },
    restart() {
      date = readArticleDate(page);
      present = new Set();
      void readAll();
    },
    stop() {
      turn++;
      watch.stop();
      annotations.clear();
    },
  };
}

function portionsOf(block: Block): Portion[] {
  const portions: Portion[] = [];
  for (let at = 0; at < block.text.length; ) {
    const end = cutAfter(block.text, at);
    portions.push({ block, text: block.text.slice(at, end), at });
    at = end;
  }
  return portions;
}

/** Where to cut: after the last sentence that fits, else after the last word, else anywhere. */
function cutAfter(text: string, from: number): number {
  if (text.length - from <= LONGEST_BLOCK) return text.length;
  const window = text.slice(from, from + LONGEST_BLOCK);
  const sentence = Math.max(window.lastIndexOf('. '), window.lastIndexOf('؟ '), window.lastIndexOf('\n'));
  const cut = sentence > 0 ? sentence + 1 : window.lastIndexOf(' ') + 1;
  return from + (cut > 0 ? cut : LONGEST_BLOCK);
}

function* batchesOf(portions: readonly Portion[]): Generator<Portion[]> {
  let batch: Portion[] = [];
  let size = 0;
  for (const portion of portions) {
    if (size + portion.text.length > BATCH && batch.length > 0) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(portion);
    size += portion.text.length;
  }
  if (batch.length > 0) yield batch;
}
