import type { HighlightColor } from '../core/highlights/colors.ts';
import { KIND_GROUPS, type KindGroup } from '../core/knowledge/kind-group.ts';

/*
 * Painting with the CSS Custom Highlight API: the page's DOM is never changed. The rules for these names are
 * in `entrypoints/reader.content/reader.css`, which the browser adds to the page. The registry is shared with
 * the page, so that the names are ours by their prefix and nothing else in it is touched.
 */

/** What is painted: names by their kind, the one whose card is open, saved passages by their colour. */
export type Paint = KindGroup | 'current' | `saved-${HighlightColor}`;
/** What stands further back is painted above. Of saved passages the one that was painted last is above. */
const PRIORITIES: readonly Paint[] = [...KIND_GROUPS, 'current'];

/** The name in the registry. */
function nameOf(paint: Paint): string {
  return `pishineh-${paint}`;
}

export interface Painter {
  /** Paints a range; once more when it is painted, should the page have taken our paint away. */
  add(paint: Paint, range: AbstractRange): void;
  remove(paint: Paint, range: AbstractRange): void;
  clear(paint: Paint): void;
  /** Lets text inside a shadow root be painted too. */
  reach(root: ShadowRoot): void;
}

/** Whether the browser can paint at all. */
export function canPaint(): boolean {
  return typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight === 'function';
}

/** @param css the rules, for shadow roots: Firefox keeps the document's rules out of them (browser-bugs.md) */
export function createPainter(css: string): Painter {
  const layers = new Map<Paint, Highlight>();
  const reached = new WeakSet<ShadowRoot>();
  let sheet: CSSStyleSheet | undefined;

  const layer = (paint: Paint): Highlight => {
    let highlight = layers.get(paint);
    if (!highlight) {
      highlight = new Highlight();
      highlight.priority = PRIORITIES.indexOf(paint);
      layers.set(paint, highlight);
    }
    // a page that clears the registry takes our entries too
    if (CSS.highlights.get(nameOf(paint)) !== highlight) CSS.highlights.set(nameOf(paint), highlight);
    return highlight;
  };
  return {
    add: (paint, range) => void layer(paint).add(range),
    remove: (paint, range) => void layers.get(paint)?.delete(range),
    clear: (paint) => layers.get(paint)?.clear(),
    reach(root) {
      if (reached.has(root)) return;
      reached.add(root);
      if (!sheet) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
      }
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    },
  };
}
