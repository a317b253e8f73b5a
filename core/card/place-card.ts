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
 * The side of the name on which a card of that height should stand: below when there is room, else above; the
 * roomier where neither has room for all of it. Chosen once: the card keeps it while it is open, grows or shrinks.
 * @param height in CSS pixels; infinite when the card is not known yet
 */
export function chooseSide(name: Box, height: number, window: Size, highestShare = HIGHEST_SHARE): 'below' | 'above' {
  const { below, above, highest } = roomBeside(name, window, highestShare);
  return below >= Math.min(height, highest) || below >= above ? 'below' : 'above';
}

/**
 * Places the card beside the line of the name, scrolling where the side has no room for all of it. It starts at
 * the name's right edge (its left in left-to-right text) and never covers the name.
 */
export function placeCard(
  name: Box,
  card: Size,
  window: Size,
  direction: 'rtl' | 'ltr',
  side: 'below' | 'above',
  highestShare = HIGHEST_SHARE,
): Placement {
  const { highest, ...room } = roomBeside(name, window, highestShare);
  const maxHeight = Math.max(0, Math.min(highest, room[side]));
  const height = Math.min(card.height, maxHeight);
  const start = direction === 'rtl' ? name.right - card.width : name.left;
  return {
    left: Math.max(MARGIN, Math.min(start, window.width - card.width - MARGIN)),
    top: side === 'below' ? name.bottom + GAP : name.top - GAP - height,
    maxHeight,
  };
}

/** The pixels that a card may take on each side of the name, and the most that it may take at all. */
function roomBeside(name: Box, window: Size, highestShare: number): { below: number; above: number; highest: number } {
  return {
    below: window.height - name.bottom - GAP - MARGIN,
    above: name.top - GAP - MARGIN,
    highest: Math.max(Math.floor(window.height * highestShare), LOWEST),
  };
}

/** Places a sheet: at the foot of the window, or at its head when the name is down there. */
export function placeSheet(name: Box, card: Size, window: Size, highestShare = HIGHEST_SHEET_SHARE): Placement {
  const highest = Math.floor(window.height * highestShare);
  const left = Math.max(0, Math.floor((window.width - card.width) / 2));
  const atFoot = window.height - Math.min(card.height, highest);
  if (name.bottom + GAP <= atFoot) return { left, top: atFoot, maxHeight: highest };
  return { left, top: 0, maxHeight: Math.max(0, Math.min(highest, name.top - GAP)) };
}
