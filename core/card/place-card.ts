/** A rectangle in CSS pixels of the viewport. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Placement {
  readonly left: number;
  readonly top: number;
  /** The side of the name on which the card stands; `sheet` is the foot of a narrow window. */
  readonly side: 'below' | 'above' | 'sheet';
  /** The most that the card may be high before it scrolls. */
  readonly maxHeight: number;
}

/** Space between name and card: enough to see the underline, little enough to cross with the pointer. */
export const GAP = 6;
/** Space between card and the window's edges. */
const MARGIN = 8;
/** A window narrower than this gets a sheet at its foot: a card beside the name would cover the lines around. */
export const SHEET_BELOW = 400;
/** A sheet on a wide touch screen is no wider than one reads with ease. */
const WIDEST_SHEET = 640;
/** Readers asked that the card never take more than this share of the window's height. */
const HIGHEST_SHARE = 0.4;
/** A sheet is held by the thumb and may take a little more. */
const HIGHEST_SHEET_SHARE = 0.5;
/** Below this a card says too little: in low windows it may take more than its share. */
const LOWEST = 160;

/** How wide a card is laid out in the window. */
export function cardWidth(window: Size, asSheet: boolean, wanted: number): number {
  return asSheet ? Math.min(window.width, WIDEST_SHEET) : Math.min(wanted, window.width - 2 * MARGIN);
}

/** Whether the card is a sheet: in narrow windows, and where it was opened by touch. */
export function isSheet(window: Size, by: 'pointer' | 'key' | 'touch'): boolean {
  return window.width < SHEET_BELOW || by === 'touch';
}

/**
 * Places the card beside the line of the name: below when there is room, else above; where neither has room
 * for all of it, on the roomier side and scrolling. It starts at the name's right edge (its left in
 * left-to-right text) and never covers the name.
 * @param side the side it stands on already: kept for as long as it is open, while the card grows or shrinks
 */
export function placeCard(
  name: Box,
  card: Size,
  window: Size,
  direction: 'rtl' | 'ltr',
  side?: 'below' | 'above',
): Placement {
  const highest = Math.max(Math.floor(window.height * HIGHEST_SHARE), LOWEST);
  const below = window.height - name.bottom - GAP - MARGIN;
  const above = name.top - GAP - MARGIN;
  const on = side ?? (below >= Math.min(card.height, highest) || below >= above ? 'below' : 'above');
  const maxHeight = Math.max(0, Math.min(highest, on === 'below' ? below : above));
  const height = Math.min(card.height, maxHeight);
  const start = direction === 'rtl' ? name.right - card.width : name.left;
  return {
    left: Math.max(MARGIN, Math.min(start, window.width - card.width - MARGIN)),
    top: on === 'below' ? name.bottom + GAP : name.top - GAP - height,
    side: on,
    maxHeight,
  };
}

/** Places a sheet: at the foot of the window, or at its head when the name is down there. */
export function placeSheet(name: Box, card: Size, window: Size): Placement {
  const highest = Math.floor(window.height * HIGHEST_SHEET_SHARE);
  const left = Math.max(0, Math.floor((window.width - card.width) / 2));
  const atFoot = window.height - Math.min(card.height, highest);
  if (name.bottom + GAP <= atFoot) return { left, top: atFoot, side: 'sheet', maxHeight: highest };
  return { left, top: 0, side: 'sheet', maxHeight: Math.max(0, Math.min(highest, name.top - GAP)) };
}
