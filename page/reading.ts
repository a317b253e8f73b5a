import type { Answers } from '../core/messages/requests.ts';
import type { Link } from '../core/recognition/document.ts';
import type { Annotations } from './annotations.ts';
import { findArticle } from './article.ts';
import { collectDateTexts } from './article-date.ts';
import { type Block, type CollectOptions, collectBlocks } from './blocks.ts';
import { isQuiet } from './quiet-parts.ts';
import { inSlices, pause } from './slices.ts';
import { watchText } from './watching.ts';

/** Asks for the links of blocks; undefined when nobody answers. */
export type Recognise = (request: {
  readonly blocks: string[];
  readonly dateTexts: string[];
  readonly present: string[];
}) => Promise<Answers['recognise'] | undefined>;

/** UTF-16 units sent at once: a long article in one piece, a book in slices. */
const BATCH = 60_000;
/** A longer block is cut where a sentence or a word ends. */
const LONGEST_BLOCK = 20_000;
/** Blocks whose links are remembered: pages that rebuild themselves bring the same text again and again. */
const REMEMBERED = 400;

export interface Reading {
  /** The article date, YYYY-MM-DD, when the page tells. */
  readonly date: string | undefined;
  /** The shadow roots in which text was read. */
  readonly shadows: ReadonlySet<ShadowRoot>;
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

export interface ReadingOptions {
  /** Called when text has changed, after it was read again. */
  changed(): void;
  /** Called with each shadow root in which text is read, once. */
  reach(root: ShadowRoot): void;
}

/** Reads the page and keeps its annotations right while it changes. */
export function startReading(
  page: Document,
  annotations: Annotations,
  recognise: Recognise,
  { changed, reach }: ReadingOptions,
): Reading {
  let dateTexts = collectDateTexts(page);
  let date: string | undefined;
  let turn = 0;
  /** Entities whose full names were seen on this page. */
  let present = new Set<string>();
  const shadows = new Set<ShadowRoot>();
  const remembered = new Map<string, readonly Link[]>();

  const watch = watchText(page.body, {
    touched: (text) => annotations.removeOn(text),
    changed: (roots) => void readAgain(roots),
  });
  const collecting: CollectOptions = {
    skip: isQuiet,
    onShadow(root) {
      if (!shadows.has(root)) reach(root);
      shadows.add(root);
      watch.include(root);
    },
  };

  const show = ({ block, at }: Portion, links: readonly Link[]) => {
    annotations.add(
      block,
      links.map((link) => ({ ...link, start: link.start + at, end: link.end + at })),
    );
  };
  /** Reads portions in batches; tells whether full names came to light that the earlier ones did not know of. */
  const readPortions = async (portions: readonly Portion[], isOver: () => boolean): Promise<boolean> => {
    let isNew = false;
    for (const batch of batchesOf(portions)) {
      const known = present.size;
      const answer = await recognise({ blocks: batch.map(({ text }) => text), dateTexts, present: [...present] });
      if (!answer || isOver()) return false;
      date = answer.date ?? undefined;
      for (const id of answer.present) present.add(id);
      if (present.size > known) {
        if (known > 0) isNew = true;
        remembered.clear(); // what was linked without them may be linked otherwise now
      }
      const links = new Map(batch.map((_, index): [number, Link[]] => [index, []]));
      for (const link of answer.links) links.get(link.block)?.push(link);
      const nearFirst = [...batch.entries()].sort(byDistance(batch.map(({ block }) => block)));
      await inSlices(
        nearFirst,
        ([index, portion]) => {
          const found = links.get(index) ?? [];
          remember(remembered, portion.text, found);
          show(portion, found);
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
    annotations.setArticle(findArticle(page));
    const portions = collectBlocks(page.body, collecting).flatMap(portionsOf);
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
    const unknown: Portion[] = [];
    for (const portion of roots.flatMap((root) => collectBlocks(root, collecting)).flatMap(portionsOf)) {
      const links = remembered.get(portion.text);
      if (links) show(portion, links);
      else unknown.push(portion);
    }
    if (unknown.length > 0 && (await readPortions(unknown, isOver))) void readAll();
    else if (!isOver()) changed();
  };

  void readAll();
  return {
    get date() {
      return date;
    },
    shadows,
    restart() {
      dateTexts = collectDateTexts(page);
      date = undefined;
      present = new Set();
      remembered.clear();
      void readAll();
    },
    stop() {
      turn++;
      watch.stop();
      annotations.clear();
    },
  };
}

/** Remembers the links of a text, and forgets the oldest. */
function remember(remembered: Map<string, readonly Link[]>, text: string, links: readonly Link[]): void {
  remembered.delete(text);
  remembered.set(text, links);
  if (remembered.size <= REMEMBERED) return;
  for (const oldest of remembered.keys()) {
    remembered.delete(oldest);
    return;
  }
}

/** Orders entries by how far their block is from the window, so that the reader sees marks where they read. */
function byDistance(blocks: readonly Block[]): (a: [number, unknown], b: [number, unknown]) => number {
  const distances = blocks.map(({ container }) => {
    const { top, bottom } = container.getBoundingClientRect();
    return bottom < 0 ? -bottom : Math.max(0, top - window.innerHeight);
  });
  return ([a], [b]) => (distances[a] ?? 0) - (distances[b] ?? 0) || a - b;
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
