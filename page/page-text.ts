import { type Block, collectBlocks, rangeOf } from './blocks.ts';
import { toRange } from './pointing.ts';

/**
 * The text of the page as highlights see it: each block one line, with a map back to text nodes. Taken anew
 * for each use, as pages change.
 */
export interface PageText {
  readonly text: string;
  /**
   * Ranges over UTF-16 offsets of `text`, one for each block: what stands between blocks and is not read is not in them.
   * Empty when they touch no text.
   */
  ranges(start: number, end: number): StaticRange[];
  /** The offsets in `text` of a range of the page; undefined when it lies outside what is read. */
  offsets(range: AbstractRange): { start: number; end: number } | undefined;
}

/**
 * Reads the text of the document's body; it is empty while there is none.
 * @param onShadow called with each open shadow root whose text is read too
 */
export function readPageText(page: Document, onShadow: (root: ShadowRoot) => void = () => {}): PageText {
  const { body } = page as { body: HTMLElement | null };
  const blocks = body ? collectBlocks(body, { everyLink: true, onShadow }) : [];
  const starts: number[] = [];
  let text = '';
  for (const block of blocks) {
    starts.push(text.length);
    // one for one, so that offsets hold: a line break of the source is no line break of the text
    text += `${block.text.replace(/[\t\n\r\f]/g, ' ')}\n`;
  }
  const blockAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  return {
    text,
    ranges(start, end) {
      const ranges: StaticRange[] = [];
      for (let index = blockAt(start); index < blocks.length && (starts[index] as number) < end; index++) {
        const block = blocks[index] as Block;
        const at = starts[index] as number;
        const [from, to] = withoutSpace(block.text, Math.max(0, start - at), Math.min(block.text.length, end - at));
        const range = from < to ? rangeOf(block, from, to) : undefined;
        if (range) ranges.push(range);
      }
      return ranges;
    },
    offsets(range) {
      // one for all text nodes: browsers keep every live range right with each change of the page
      const live = toRange(range);
      if (!live) return undefined;
      let found: { start: number; end: number } | undefined;
      for (const [index, block] of blocks.entries()) {
        for (const { node, start } of block.pieces) {
          const span = overlap(live, node);
          const at = (starts[index] as number) + start;
          if (span) found = { start: found?.start ?? at + span.start, end: at + span.end };
        }
      }
      return found;
    },
  };
}

/** The span without white space at its ends: indentation of the source is not painted. */
function withoutSpace(text: string, start: number, end: number): [number, number] {
  const inner = text.slice(start, end);
  const from = start + inner.length - inner.trimStart().length;
  return [from, Math.max(from, start + inner.trimEnd().length)];
}

/** The part of a text node that the range covers. */
function overlap(range: Range, node: Text): { start: number; end: number } | undefined {
  if (!range.intersectsNode(node)) return undefined;
  const start = range.startContainer === node ? range.startOffset : 0;
  const end = range.endContainer === node ? range.endOffset : node.data.length;
  return start < end ? { start, end } : undefined;
}
