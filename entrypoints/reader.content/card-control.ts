import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import {
  type CardEvent,
  type CardState,
  CLOSE_AFTER,
  closed,
  isPinned,
  next,
  OPEN_AFTER,
} from '../../core/card/card-state.ts';
import { isOnWay, type Point } from '../../core/card/corridor.ts';
import type { Box } from '../../core/card/place-card.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { Annotation, Annotations } from '../../page/annotations.ts';
import type { Painter } from '../../page/painting.ts';
import { boxesOf, hitTest } from '../../page/pointing.ts';
import { text } from '../../platform/texts.ts';
import type { CardView } from '../companion/card-view.ts';
import type { Companion } from '../companion/companion.ts';

/** Milliseconds of rest after which the card's content is asked for: names that are only passed over cost nothing. */
const PREPARE_AFTER = 80;

/** What the card needs to know of the page and of the reader's choices. */
export interface CardSurroundings {
  readonly annotations: Annotations;
  readonly painter: Painter;
  readonly settings: Settings;
  readonly articleDate: string | undefined;
  readonly shadows: Iterable<ShadowRoot>;
  /** The companion, put into the page if it is not there yet; undefined when the browser does not let us. */
  companion(): Promise<Companion | undefined>;
  mute(id: string, where: 'page' | 'everywhere'): void;
}

export interface CardControl {
  /** Opens the card of the next (1) or previous (-1) annotation. */
  step(direction: 1 | -1): void;
  /** Opens the card of the name under the caret or selection, else of the first one in the window. */
  openHere(): void;
  pin(): void;
  openByKey(annotation: Annotation): void;
  notify(message: string, actions?: readonly { label: string; onClick(): void }[]): void;
  /** To be called when annotations have changed: closes a card whose name is gone. */
  refresh(): void;
  close(): void;
  remove(): void;
}

/** Drives the card: turns pointer and keys into events of its state, and its state into what is seen. */
export function createCardControl(ctx: ContentScriptContext, around: CardSurroundings): CardControl {
  const { annotations, painter } = around;
  let now: CardState<Annotation> = closed();
  let timer: number | undefined;
  let preparing: number | undefined;
  let view: CardView | undefined;
  let loading: Promise<CardView | undefined> | undefined;
  /** The line of the name under the pointer; the first line when a key asked. */
  let line: Box | undefined;
  /** Where the pointer was when it was last on the name. */
  let leftAt: Point | undefined;

  const loadView = () => {
    loading ??= around.companion().then((companion) => {
      view = companion?.createCardView({
        onClose: () => send({ type: 'dismiss' }),
        onPin: () => send({ type: 'pin' }),
        onMute: (id, where) => {
          send({ type: 'dismiss' });
          around.mute(id, where);
        },
      });
      if (!view) loading = undefined; // the next time it may be let in
      return view;
    });
    return loading;
  };

  const send = (event: CardEvent<Annotation>) => {
    const before = now;
    now = next(now, event);
    if (now === before) return;
    clearTimeout(timer);
    if (now.state !== 'loading') clearTimeout(preparing);
    if (now.state === 'resting') {
      const { mark } = now;
      void loadView(); // it is there when the pointer has rested
      preparing = ctx.setTimeout(
        () => void loadView().then((shown) => shown?.prepare(mark, around.settings)),
        PREPARE_AFTER,
      );
      timer = ctx.setTimeout(() => send({ type: 'rested' }), OPEN_AFTER);
    }
    if (now.state === 'leaving') timer = ctx.setTimeout(() => send({ type: 'left' }), CLOSE_AFTER);
    if (now.state === 'loading') void open(now.mark, now.token, now.by);
    if (now.state === 'closed' && before.state !== 'resting') hide();
    if (isPinned(now) !== isPinned(before)) view?.setPinned(isPinned(now));
  };

  const open = async (annotation: Annotation, token: number, by: 'pointer' | 'key' | 'touch') => {
    const isWanted = () => now.token === token && now.state !== 'closed';
    const shown = await loadView();
    const at = lineOf(annotation);
    if (!isWanted()) return;
    if (!shown || !at) return send({ type: 'dismiss' });
    painter.clear('current');
    painter.add('current', annotation.range);
    const { settings, articleDate } = around;
    const inArticle = new Set(annotations.briefing().map(({ id }) => id));
    await shown.open({ annotation, by, line: at, articleDate, inArticle, settings, isWanted });
    send({ type: 'loaded', token });
  };

  const lineOf = (annotation: Annotation): Box | undefined => {
    const boxes = boxesOf(annotation.range);
    return boxes.find((box) => line && Math.abs(box.top - line.top) < 2) ?? boxes[0];
  };

  const hide = () => {
    painter.clear('current');
    view?.hide();
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
  let pointer: Point | undefined;
  let isFrameAwaited = false;
  let isExpected = false;
  /** Who moves a pointer will soon rest it on a name: the card is made ready while the page is idle. */
  const expect = () => {
    isExpected = true;
    ctx.requestIdleCallback(() => void loadView().then((shown) => shown?.rehearse(around.settings)));
  };
  const point = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return;
    if (!isExpected) expect();
    if (view?.contains(event)) {
      pointer = undefined;
      send({ type: 'pointer-on-card' });
      return;
    }
    // whoever drags is selecting text
    pointer = event.buttons === 0 ? { x: event.clientX, y: event.clientY } : undefined;
    if (!pointer) return send({ type: 'pointer-elsewhere' });
    if (isFrameAwaited) return;
    isFrameAwaited = true;
    ctx.requestAnimationFrame(() => {
      isFrameAwaited = false;
      if (pointer) follow(pointer);
    });
  };
  const follow = (at: Point) => {
    const hit = hitTest(at.x, at.y, annotations, around.shadows);
    if (hit) {
      if (now.state === 'closed' || now.state === 'resting') line = hit.line;
      if (now.state === 'closed' || now.mark === hit.mark) leftAt = at;
      return send({ type: 'pointer-on-name', mark: hit.mark });
    }
    const box = view?.box;
    const isComing = box !== undefined && leftAt !== undefined && isOnWay(leftAt, box, at);
    send({ type: isComing ? 'pointer-on-way' : 'pointer-elsewhere' });
  };

  ctx.addEventListener(document, 'pointermove', point, { passive: true });
  ctx.addEventListener(document.documentElement, 'pointerleave', () => send({ type: 'pointer-elsewhere' }));
  ctx.addEventListener(document, 'click', (event) => {
    if (view?.contains(event)) return;
    const isTouch = (event as PointerEvent).pointerType === 'touch';
    const hit =
      isTouch && !(event.target as Element).closest?.('a, button, input, label, summary')
        ? hitTest(event.clientX, event.clientY, annotations, around.shadows)
        : undefined;
    if (hit) {
      line = hit.line;
      send({ type: 'ask', mark: hit.mark, by: 'touch' });
    } else send({ type: 'page-moved' });
  });
  ctx.addEventListener(
    document,
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      if (now.state === 'closed') {
        if (view?.isShown) hide(); // a notice; the key goes on to the page
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
  const replace = (event: Event) => {
    if (view?.contains(event)) return; // the card's own scrolling
    if (now.state !== 'open' && now.state !== 'leaving') return;
    if (isPinned(now)) return;
    if (now.by === 'pointer') return send({ type: 'page-moved' });
    line = undefined;
    const at = lineOf(now.mark);
    if (at) view?.place(at);
    else send({ type: 'dismiss' });
  };
  ctx.addEventListener(window, 'scroll', replace, { passive: true, capture: true });
  ctx.addEventListener(window, 'resize', replace);

  const notify: CardControl['notify'] = (message, actions = []) => {
    send({ type: 'dismiss' });
    void loadView().then((shown) => shown?.notify(message, actions, around.settings));
  };

  return {
    step(direction) {
      const all = annotations.inOrder();
      if (all.length === 0) return notify(text('noticeNoNames'));
      const at = now.state === 'closed' ? nearest(all) - (direction === 1 ? 1 : 0) : all.indexOf(now.mark);
      openByKey(all[(at + direction + all.length) % all.length] as Annotation);
    },
    openHere() {
      const selection = document.getSelection();
      const here = selection?.anchorNode ? annotations.at(selection.anchorNode, selection.anchorOffset) : undefined;
      const all = annotations.inOrder();
      const annotation = here ?? all[nearest(all)];
      if (annotation) openByKey(annotation);
      else notify(text('noticeNoNames'));
    },
    pin: () => send({ type: 'pin' }),
    openByKey,
    notify,
    refresh() {
      if (now.state !== 'closed' && !annotations.has(now.mark)) send({ type: 'dismiss' });
    },
    close: () => send({ type: 'dismiss' }),
    remove() {
      send({ type: 'dismiss' });
      view?.remove();
    },
  };
}

/** Index of the first annotation that is at or below the top of the window. */
function nearest(all: readonly Annotation[]): number {
  const index = all.findIndex((annotation) => (boxesOf(annotation.range)[0]?.bottom ?? -1) >= 0);
  return index === -1 ? 0 : index;
}
