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
export const SHEET_BELOW = 480;
/** Readers asked that the card never take more than this share of the window's height. */
const HIGHEST_SHARE = 0.4;

/**
 * Places the card beside the line of the name: below when there is room, else above; where neither has room
 * for all of it, on the roomier side and scrolling. It starts at the name's right edge (its left in
 * left-to-right text) and never covers the name.
 */
export function placeCard(name: Box, card: Size, window: Size, direction: 'rtl' | 'ltr'): Placement {
  const highest = Math.floor(window.height * HIGHEST_SHARE);
  if (window.width < SHEET_BELOW) return placeSheet(name, card, window, highest);
  const wanted = Math.min(card.height, Math.max(highest, 160));
  const below = window.height - name.bottom - GAP - MARGIN;
  const above = name.top - GAP - MARGIN;
  const side = below >= wanted || below >= above ? 'below' : 'above';
  const maxHeight = Math.max(0, Math.min(Math.max(highest, 160), side === 'below' ? below : above));
  const height = Math.min(card.height, maxHeight);
  const start = direction === 'rtl' ? name.right - card.width : name.left;
  return {
    left: Math.max(MARGIN, Math.min(start, window.width - card.width - MARGIN)),
    top: side === 'below' ? name.bottom + GAP : name.top - GAP - height,
    side,
    maxHeight,
  };
}

/** A sheet over the whole width: at the foot of the window, or at its head when the name is down there. */
function placeSheet(name: Box, card: Size, window: Size, highest: number): Placement {
  const height = Math.min(card.height, highest);
  const atFoot = window.height - height;
  return { left: 0, top: name.bottom + GAP <= atFoot ? atFoot : 0, side: 'sheet', maxHeight: highest };
}
