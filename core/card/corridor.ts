import type { Box } from './place-card.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Pixels by which the corridor is wider than the straight way: hands don't draw straight lines. */
const SLACK = 8;

/**
 * Whether the pointer is on its way from where it left the name to the card: inside the triangle between that
 * point and the card's near edge ("safe triangle", after Kamens' menu-aim). All in pixels of the viewport.
 */
export function isOnWay(from: Point, card: Box, at: Point): boolean {
  const near = card.top >= from.y ? card.top : card.bottom <= from.y ? card.bottom : undefined;
  if (near === undefined) return false; // beside the card: no edge is nearer than the other
  const [low, high] = near >= from.y ? [from.y, near] : [near, from.y];
  if (at.y < low - SLACK || at.y > high + SLACK) return false;
  const share = near === from.y ? 1 : Math.min(1, Math.max(0, (at.y - from.y) / (near - from.y)));
  const left = from.x + (card.left - from.x) * share - SLACK;
  const right = from.x + (card.right - from.x) * share + SLACK;
  return at.x >= Math.min(left, from.x - SLACK) && at.x <= Math.max(right, from.x + SLACK);
}
