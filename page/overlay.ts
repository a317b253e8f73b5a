import type { Box, Placement } from '../core/card/place-card.ts';

/** An element of ours in the page, in the top layer: a closed shadow root into which components are rendered. */
export interface Overlay {
  /** Where components render. */
  readonly root: HTMLElement;
  readonly isShown: boolean;
  /** Whether the focus is inside. */
  readonly hasFocus: boolean;
  /** Where it stands, in pixels of the viewport. */
  readonly box: Box;
  /**
   * Puts the overlay in the top layer, out of sight until it is placed.
   * @param beside the text it speaks of: where that stands in a modal dialog, only what is inside it can be used
   */
  show(beside: Node): void;
  place(placement: Pick<Placement, 'left' | 'top' | 'maxHeight'>, width: number): void;
  /** Its height when nothing limits it, in CSS pixels, at the given width. */
  naturalHeight(width: number): number;
  /** How it looks: the reader's choice. */
  dress(look: { theme: 'auto' | 'light' | 'dark'; textSize: number; hasOwnFont: boolean }): void;
  /** Has a screen reader say it, once. */
  announce(message: string): void;
  hide(): void;
  contains(event: Event): boolean;
  remove(): void;
}

/** Every property that a page's own rules could bend is set inline and important. */
const HOST_STYLE: Readonly<Record<string, string>> = {
  all: 'initial',
  position: 'fixed',
  inset: 'auto',
  margin: '0',
  padding: '0',
  border: '0',
  background: 'transparent',
  overflow: 'visible',
  'z-index': '2147483647',
};

/** Events that end with us. What a page listens for in the capture phase has been there before. */
const KEPT_EVENTS = (
  'keydown keyup keypress pointerdown mousedown mouseup click wheel ' +
  'selectstart contextmenu copy cut paste beforeinput input'
).split(' ');

/** Makes an overlay with a tag of `host.ts`; the element enters the page when it is first shown. */
export function createOverlay(page: Document, tag: string, css: string, language: 'fa' | 'en'): Overlay {
  // left by a copy of the script that an update has ended
  for (const old of page.querySelectorAll(tag)) old.remove();
  const host = page.createElement(tag);
  host.setAttribute('popover', 'manual');
  const shadow = host.attachShadow({ mode: 'closed' });
  const style = page.createElement('style');
  // set before insertion: some pages' policies forbid changing a style that is already in (browser-bugs.md)
  style.textContent = css;
  const root = page.createElement('div');
  root.className = 'root themed';
  root.lang = language;
  root.dir = language === 'fa' ? 'rtl' : 'ltr';
  const live = page.createElement('div');
  live.className = 'live';
  live.setAttribute('role', 'status');
  shadow.append(style, root, live);
  // keys and clicks in the card are none of the page's business; a page may forbid to select, copy and type
  for (const type of KEPT_EVENTS) {
    root.addEventListener(type, (event) => event.stopPropagation());
  }

  const set = (name: string, value: string) => host.style.setProperty(name, value, 'important');
  for (const [name, value] of Object.entries(HOST_STYLE)) set(name, value);
  set('display', 'none');
  let isShown = false;

  return {
    root,
    get isShown() {
      return isShown;
    },
    get hasFocus() {
      return isShown && page.activeElement !== null && shadow.activeElement !== null;
    },
    get box() {
      return root.getBoundingClientRect();
    },
    show(beside) {
      const place = modalAround(beside) ?? page.documentElement;
      if (host.parentElement !== place) place.append(host);
      // shown anew, so that it stands above dialogs that the page has opened since
      if (host.matches(':popover-open')) host.hidePopover();
      host.showPopover();
      set('display', 'block');
      set('visibility', 'hidden');
      isShown = true;
    },
    place({ left, top, maxHeight }, width) {
      set('left', `${left}px`);
      set('top', `${top}px`);
      set('width', `${width}px`);
      set('visibility', 'visible');
      root.style.setProperty('max-height', `${maxHeight}px`);
    },
    naturalHeight(width) {
      set('width', `${width}px`);
      root.style.removeProperty('max-height');
      return root.getBoundingClientRect().height;
    },
    dress({ theme, textSize, hasOwnFont }) {
      root.dataset.theme = theme;
      root.style.setProperty('font-size', `${(14 * textSize) / 100}px`);
      root.classList.toggle('own-font', hasOwnFont);
    },
    announce(message) {
      live.textContent = message;
    },
    hide() {
      if (host.isConnected && host.matches(':popover-open')) host.hidePopover();
      set('display', 'none');
      live.textContent = '';
      isShown = false;
    },
    contains: (event) => event.composedPath().includes(host),
    remove: () => host.remove(),
  };
}

function modalAround(node: Node): Element | null {
  const element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
  return element?.closest('dialog:modal') ?? null;
}
