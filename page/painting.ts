/*
 * Painting with the CSS Custom Highlight API: the page's DOM is never changed. The rules for these names are
 * in `entrypoints/reader.content/reader.css`, which the browser adds to the page. The registry is shared with
 * the page, so that the names are ours by their prefix and nothing else in it is touched.
 */

export const PAINTS = {
  annotation: 'pishineh-annotation',
  /** The annotation whose card is open. */
  current: 'pishineh-current',
  saved: 'pishineh-saved',
} as const;
export type Paint = keyof typeof PAINTS;

export interface Painter {
  add(paint: Paint, range: AbstractRange): void;
  remove(paint: Paint, range: AbstractRange): void;
  clear(paint: Paint): void;
}

/** Whether the browser can paint at all. */
export function canPaint(): boolean {
  return typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight === 'function';
}

export function createPainter(): Painter {
  const layers = new Map<Paint, Highlight>();
  const layer = (paint: Paint): Highlight => {
    let highlight = layers.get(paint);
    if (!highlight) {
      highlight = new Highlight();
      highlight.priority = paint === 'saved' ? 0 : paint === 'annotation' ? 1 : 2;
      layers.set(paint, highlight);
      CSS.highlights.set(PAINTS[paint], highlight);
    }
    return highlight;
  };
  return {
    add: (paint, range) => void layer(paint).add(range),
    remove: (paint, range) => void layers.get(paint)?.delete(range),
    clear: (paint) => layers.get(paint)?.clear(),
  };
}
