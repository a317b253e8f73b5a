import { type ComponentChild, render } from 'preact';
import overlayCss from '../../components/overlay.css?inline';
import passageCss from '../../components/passage.css?inline';
import tokensCss from '../../components/tokens.css?inline';
import type { OpenedBy } from '../../core/card/card-state.ts';
import { type Box, cardWidth, chooseSide, isSheet, placeCard, placeSheet } from '../../core/card/place-card.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { PASSAGE_TAG } from '../../page/host.ts';
import { createOverlay } from '../../page/overlay.ts';
import { interfaceLanguage } from './texts.ts';
import { loadTypeface } from './typeface.ts';

/** The share of the window's height that may be taken: who writes a note wants to see all of the form. */
const HIGHEST_SHARE = 0.7;
/** Pixels under a line that is selected by touch, in which the browser draws its handles. */
const HANDLES = 28;

export interface PassageShown {
  readonly content: ComponentChild;
  /** The line beside which it stands, in pixels of the viewport; undefined while it is not laid out. */
  line(): Box | undefined;
  /** In CSS pixels, at the reader's normal text size. */
  readonly width: number;
  readonly by: OpenedBy;
  /** CSS pixels of height that it may come to need: its side of the line is chosen for them. */
  readonly height: number;
  /** Whether it stands at the window's foot on touch screens. */
  readonly canBeSheet: boolean;
  /** The text it speaks of. */
  readonly beside: Node;
  readonly settings: Settings;
}

/** Where the toolbar of a selection and the editor of a passage are seen. */
export interface PassageView {
  readonly isShown: boolean;
  contains(event: Event): boolean;
  show(shown: PassageShown): void;
  /** Draws other content in the same place. */
  redraw(content: ComponentChild): void;
  /** Stands beside its line again, as the page was scrolled; false when the line is gone or out of sight. */
  follow(): boolean;
  focus(): void;
  announce(message: string): void;
  hide(): void;
  remove(): void;
}

export function createPassageView(): PassageView {
  const language = interfaceLanguage();
  const direction = language === 'fa' ? 'rtl' : 'ltr';
  const overlay = createOverlay(document, PASSAGE_TAG, tokensCss + overlayCss + passageCss, language);
  let shown: PassageShown | undefined;
  let side: 'above' | 'below' | undefined;
  let focusBefore: Element | null = null;

  const place = () => {
    const line = shown?.line();
    if (!shown || !line) return;
    const viewport = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const asSheet = shown.canBeSheet && isSheet(viewport, shown.by);
    const width = cardWidth(viewport, asSheet, (shown.width * shown.settings.textSize) / 100);
    const size = { width, height: overlay.naturalHeight(width) };
    if (asSheet) return overlay.place(placeSheet(line, size, viewport, HIGHEST_SHARE), width);
    const free = shown.by === 'touch' ? { ...line, bottom: line.bottom + HANDLES } : line;
    side ??= chooseSide(free, Math.max(size.height, shown.height), viewport, HIGHEST_SHARE);
    overlay.place(placeCard(free, size, viewport, direction, side, HIGHEST_SHARE), width);
  };
  const draw = (content: ComponentChild) => {
    render(content, overlay.root);
    place();
  };
  // text that is typed, and parts that open, change the height
  const observer = new ResizeObserver(place);

  return {
    get isShown() {
      return overlay.isShown;
    },
    contains: overlay.contains,
    show(next) {
      if (!overlay.isShown) focusBefore = document.activeElement;
      shown = next;
      side = undefined;
      overlay.show(next.beside);
      const { theme, textSize, font } = next.settings;
      overlay.dress({ theme, textSize, hasOwnFont: font === 'vazirmatn' });
      if (font === 'vazirmatn') void loadTypeface().then(place);
      draw(next.content);
      const drawn = overlay.root.firstElementChild;
      observer.disconnect();
      if (drawn) observer.observe(drawn);
    },
    redraw: draw,
    follow() {
      const line = shown?.line();
      if (!line || line.bottom < 0 || line.top > window.innerHeight) return false;
      place();
      return true;
    },
    focus() {
      overlay.root.querySelector<HTMLElement>('.passage, button')?.focus({ preventScroll: true });
    },
    announce: overlay.announce,
    hide() {
      const hadFocus = overlay.hasFocus;
      shown = undefined;
      observer.disconnect();
      render(null, overlay.root);
      overlay.hide();
      if (hadFocus && focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
      focusBefore = null;
    },
    remove: () => overlay.remove(),
  };
}
