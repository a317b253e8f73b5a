import type { Box } from '../core/card/place-card.ts';

/** Pixels around a name in which the pointer still counts as on it. */
const TOLERANCE = 2;

interface HighlightsFromPoint {
  highlightsFromPoint(
    x: number,
    y: number,
    options: { shadowRoots: ShadowRoot[] },
  ): { highlight: Highlight; ranges: AbstractRange[] }[];
}

/** Where marks are found again. */
export interface Lookup<Mark> {
  ofRange(range: AbstractRange): Mark | undefined;
  at(node: Node, offset: number): Mark | undefined;
}

/** The lines of a range as boxes of the viewport. Empty when it is not laid out. */
export function boxesOf(range: AbstractRange): Box[] {
  ruler ??= document.createRange();
  const live = toRange(range, ruler);
  return live ? [...live.getClientRects()].filter((box) => box.width > 0) : [];
}

/** Measures one range after the other: browsers keep every live range right with each change of the page. */
let ruler: Range | undefined;

/**
 * A live range over the same text; undefined when the text is gone. To be used at once and dropped.
 * @param live one to be used again, where many are asked for
 */
export function toRange(range: AbstractRange, live = document.createRange()): Range | undefined {
  const { startContainer, endContainer, startOffset, endOffset } = range;
  if (!startContainer.isConnected || !endContainer.isConnected) return undefined;
  try {
    live.setStart(startContainer, startOffset);
    live.setEnd(endContainer, endOffset);
  } catch {
    return undefined; // the text has become shorter than the range
  }
  return live;
}

/**
 * What of ours is painted at a point of the viewport, and its line there.
 * @param lookup our mark for a range that was painted, or for a place in a text node
 * @param shadowRoots those in which text was painted
 */
export function hitTest<Mark extends { readonly range: AbstractRange }>(
  x: number,
  y: number,
  lookup: Lookup<Mark>,
  shadowRoots: Iterable<ShadowRoot>,
): { mark: Mark; line: Box } | undefined {
  const mark = markAt(x, y, lookup, [...shadowRoots]);
  if (!mark) return undefined;
  // The caret is the nearest one, even beside the line or between paragraphs: the name's own boxes decide.
  const line = boxesOf(mark.range).find(
    (box) =>
      x >= box.left - TOLERANCE &&
      x <= box.right + TOLERANCE &&
      y >= box.top - TOLERANCE &&
      y <= box.bottom + TOLERANCE,
  );
  return line && { mark, line };
}

function markAt<Mark>(x: number, y: number, lookup: Lookup<Mark>, shadowRoots: ShadowRoot[]): Mark | undefined {
  const registry = CSS.highlights as unknown as Partial<HighlightsFromPoint>;
  if (typeof registry.highlightsFromPoint === 'function') {
    for (const { ranges } of registry.highlightsFromPoint(x, y, { shadowRoots })) {
      for (const range of ranges) {
        const mark = lookup.ofRange(range);
        if (mark) return mark;
      }
    }
  }
  const place = caretAt(x, y, shadowRoots);
  return place && lookup.at(place.node, place.offset);
}

function caretAt(x: number, y: number, shadowRoots: ShadowRoot[]): { node: Node; offset: number } | undefined {
  if (typeof document.caretPositionFromPoint === 'function') {
    const position = document.caretPositionFromPoint(x, y, { shadowRoots });
    return position ? { node: position.offsetNode, offset: position.offset } : undefined;
  }
  // Chrome before 128
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}
