import { type Block, collectBlocks, rangeOf } from './blocks.ts';

/**
 * The text of the page as highlights see it: each block one line, with a map back to text nodes. Taken anew
 * for each use, as pages change.
 */
export interface PageText {
  readonly text: string;
  /** A range over UTF-16 offsets of `text`; undefined when they touch no text. */
  range(start: number, end: number): StaticRange | undefined;
  /** The offsets in `text` of a range of the page; undefined when it lies outside what is read. */
  offsets(range: AbstractRange): { start: number; end: number } | undefined;
}

/** Reads the text of the document's body. */
export function readPageText(page: Document): PageText {
  const blocks = collectBlocks(page.body);
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
    range(start, end) {
      const first = blockAt(start);
      const last = blockAt(end - 1);
      const from = ends(blocks[first], start - (starts[first] ?? 0), 'start');
      const to = ends(blocks[last], end - (starts[last] ?? 0), 'end');
      if (!from || !to) return undefined;
      return new StaticRange({
        startContainer: from.node,
        startOffset: from.offset,
        endContainer: to.node,
        endOffset: to.offset,
      });
    },
    offsets(range) {
      const covered = blocks.flatMap((block, index) =>
        block.pieces.flatMap((piece) => {
          const span = overlap(range, piece.node);
          const at = (starts[index] as number) + piece.start;
          return span ? [{ start: at + span.start, end: at + span.end }] : [];
        }),
      );
      const first = covered[0];
      const last = covered.at(-1);
      return first && last ? { start: first.start, end: last.end } : undefined;
    },
  };
}

function ends(
  block: Block | undefined,
  offset: number,
  side: 'start' | 'end',
): { node: Node; offset: number } | undefined {
  if (!block || block.text.length === 0) return undefined;
  const at = Math.max(0, Math.min(offset, block.text.length));
  const range =
    side === 'start'
      ? rangeOf(block, Math.min(at, block.text.length - 1), block.text.length)
      : rangeOf(block, 0, Math.max(at, 1));
  if (!range) return undefined;
  return side === 'start'
    ? { node: range.startContainer, offset: range.startOffset }
    : { node: range.endContainer, offset: range.endOffset };
}

/** The part of a text node that the range covers. */
function overlap(range: AbstractRange, node: Text): { start: number; end: number } | undefined {
  const live = node.ownerDocument.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  if (!live.intersectsNode(node)) return undefined;
  const start = range.startContainer === node ? range.startOffset : 0;
  const end = range.endContainer === node ? range.endOffset : node.data.length;
  return start < end ? { start, end } : undefined;
}
