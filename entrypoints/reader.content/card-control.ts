import { h, render } from 'preact';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { Card } from '../../components/Card.tsx';
import cardCss from '../../components/card.css?inline';
import { Notice } from '../../components/Notice.tsx';
import tokensCss from '../../components/tokens.css?inline';
import { describeEntity } from '../../core/card/card-content.ts';
import { type CardEvent, type CardState, CLOSE_AFTER, closed, next, OPEN_AFTER } from '../../core/card/card-state.ts';
import { type Box, placeCard, SHEET_BELOW } from '../../core/card/place-card.ts';
import type { Entity } from '../../core/knowledge/entity.ts';
import type { Annotation, Annotations } from '../../page/annotations.ts';
import { createOverlay } from '../../page/overlay.ts';
import type { Painter } from '../../page/painting.ts';
import { boxesOf, hitTest } from '../../page/pointing.ts';
import { ask } from '../../platform/messages.ts';
import { interfaceLanguage, text } from '../../platform/texts.ts';

const CARD_WIDTH = 380;
const NOTICE_WIDTH = 340;
/** Milliseconds that a notice stays: long enough to read two lines. */
const NOTICE_TIME = 4000;

export interface CardControl {
  /** Opens the card of the next (1) or previous (-1) annotation. */
  step(direction: 1 | -1): void;
  /** Scrolls to the entity's next mention and opens its card; false when the page has none. */
  showEntity(id: string): boolean;
  notify(message: string): void;
  /** To be called when annotations have changed: closes a card whose name is gone. */
  refresh(): void;
  close(): void;
  remove(): void;
}

/** Drives the card: turns pointer and keys into events of its state, and its state into what is seen. */
export function createCardControl(
  ctx: ContentScriptContext,
  annotations: Annotations,
  painter: Painter,
  articleDate: () => string | undefined,
): CardControl {
  const language = interfaceLanguage();
  const direction = language === 'fa' ? 'rtl' : 'ltr';
  const overlay = createOverlay(document, tokensCss + cardCss, language);

  let now: CardState<Annotation> = closed();
  let timer: number | undefined;
  let noticeTimer: number | undefined;
  /** The line of the name under the pointer; the first line when a key asked. */
  let line: Box | undefined;
  let focusBefore: Element | null = null;

  const send = (event: CardEvent<Annotation>) => {
    const before = now;
    now = next(now, event);
    if (now === before) return;
    clearTimeout(timer);
    if (now.state === 'resting') timer = ctx.setTimeout(() => send({ type: 'rested' }), OPEN_AFTER);
    if (now.state === 'leaving') timer = ctx.setTimeout(() => send({ type: 'left' }), CLOSE_AFTER);
    if (now.state === 'loading') void load(now.mark, now.token);
    if (now.state === 'closed' && before.state !== 'resting') hide();
  };

  const load = async (annotation: Annotation, token: number) => {
    const entity = await ask({ type: 'get-entity', id: annotation.entity }).catch(() => null);
    if (now.state !== 'loading' || now.token !== token) return;
    send({ type: 'loaded', token, known: entity !== null });
    if (entity) show(entity, annotation);
  };

  const show = (entity: Entity, annotation: Annotation) => {
    const today = new Date().toISOString().slice(0, 10);
    const content = describeEntity(entity, articleDate(), today, language);
    painter.clear('current');
    painter.add('current', annotation.range);
    focusBefore = document.activeElement;
    clearTimeout(noticeTimer);
    overlay.show();
    const { evidence } = annotation;
    render(h(Card, { content, evidence, language, t: text, onClose: () => send({ type: 'dismiss' }) }), overlay.root);
    place(annotation);
    if (now.state === 'open' && now.by === 'key')
      overlay.root.querySelector<HTMLElement>('.card')?.focus({ preventScroll: true });
  };

  const place = (annotation: Annotation) => {
    const boxes = boxesOf(annotation.range);
    const name = boxes.find((box) => line && Math.abs(box.top - line.top) < 2) ?? boxes[0];
    if (!name) return send({ type: 'dismiss' });
    const viewport = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const width = viewport.width < SHEET_BELOW ? viewport.width : CARD_WIDTH;
    const height = overlay.naturalHeight(width);
    overlay.place(placeCard(name, { width, height }, viewport, direction), width);
  };

  const hide = () => {
    painter.clear('current');
    const hadFocus = overlay.isShown && document.activeElement?.localName === 'pishineh-card';
    render(null, overlay.root);
    overlay.hide();
    if (hadFocus && focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
  };

  const openByKey = (annotation: Annotation) => {
    line = undefined;
    const box = boxesOf(annotation.range)[0];
    if (!box || box.top < 0 || box.bottom > window.innerHeight) {
      // at once, not smoothly: the card is placed beside the name where it then stands
      annotation.range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    }
    send({ type: 'ask', mark: annotation, by: 'key' });
  };

  /** Where the pointer is in the page; undefined while it is on the card. */
  let lastPointer: { x: number; y: number } | undefined;
  let isFrameAwaited = false;
  const point = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return;
    if (overlay.contains(event)) {
      lastPointer = undefined;
      send({ type: 'pointer-on-card' });
      return;
    }
    lastPointer = { x: event.clientX, y: event.clientY };
    if (isFrameAwaited) return;
    isFrameAwaited = true;
    ctx.requestAnimationFrame(() => {
      isFrameAwaited = false;
      if (!lastPointer) return;
      const hit = hitTest(lastPointer.x, lastPointer.y, annotations);
      if (hit && (now.state === 'closed' || now.state === 'resting')) line = hit.line;
      send(hit ? { type: 'pointer-on-name', mark: hit.mark } : { type: 'pointer-elsewhere' });
    });
  };

  ctx.addEventListener(document, 'pointermove', point, { passive: true });
  ctx.addEventListener(document.documentElement, 'pointerleave', () => send({ type: 'pointer-elsewhere' }));
  ctx.addEventListener(document, 'click', (event) => {
    if (overlay.contains(event)) return;
    const isTouch = (event as PointerEvent).pointerType === 'touch';
    const hit =
      isTouch && !(event.target as Element).closest?.('a, button, input, label, summary')
        ? hitTest(event.clientX, event.clientY, annotations)
        : undefined;
    if (hit) {
      line = hit.line;
      send({ type: 'ask', mark: hit.mark, by: 'touch' });
    } else send({ type: 'dismiss' });
  });
  ctx.addEventListener(
    document,
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      if (now.state === 'closed') {
        if (overlay.isShown) hide(); // a notice; the key goes on to the page
        return;
      }
      // the page's own dialogs must not close with our card
      if (now.state !== 'resting') {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      send({ type: 'dismiss' });
    },
    { capture: true },
  );
  const replace = () => {
    if (now.state === 'open' || now.state === 'leaving') {
      if (now.by === 'pointer') send({ type: 'dismiss' });
      else {
        line = undefined;
        place(now.mark);
      }
    }
  };
  ctx.addEventListener(window, 'scroll', replace, { passive: true, capture: true });
  ctx.addEventListener(window, 'resize', replace);

  return {
    step(direction) {
      const all = annotations.inOrder();
      if (all.length === 0) return this.notify(text('noticeNoNames'));
      const at = now.state === 'closed' ? nearest(all) - (direction === 1 ? 1 : 0) : all.indexOf(now.mark);
      openByKey(all[(at + direction + all.length) % all.length] as Annotation);
    },
    showEntity(id) {
      const mentions = annotations.inOrder().filter((annotation) => annotation.entity === id);
      const current = now.state === 'closed' ? -1 : mentions.indexOf(now.mark);
      const mention = mentions[(current + 1) % mentions.length];
      if (mention) openByKey(mention);
      return mention !== undefined;
    },
    notify(message) {
      send({ type: 'dismiss' });
      overlay.show();
      render(h(Notice, { message }), overlay.root);
      overlay.place({ left: 16, top: 16, maxHeight: 200 }, Math.min(NOTICE_WIDTH, window.innerWidth - 32));
      clearTimeout(noticeTimer);
      noticeTimer = ctx.setTimeout(hide, NOTICE_TIME);
    },
    refresh() {
      if (now.state !== 'closed' && !annotations.ofRange(now.mark.range)) send({ type: 'dismiss' });
    },
    close: () => send({ type: 'dismiss' }),
    remove() {
      send({ type: 'dismiss' });
      overlay.remove();
    },
  };
}

/** Index of the first annotation that is at or below the top of the window. */
function nearest(all: readonly Annotation[]): number {
  const index = all.findIndex((annotation) => (boxesOf(annotation.range)[0]?.bottom ?? -1) >= 0);
  return index === -1 ? 0 : index;
}
