import { h, render } from 'preact';
import { Card, type CardBody } from '../../components/Card.tsx';
import cardCss from '../../components/card.css?inline';
import { formatDate } from '../../components/format.ts';
import { Notice, type NoticeAction } from '../../components/Notice.tsx';
import overlayCss from '../../components/overlay.css?inline';
import tokensCss from '../../components/tokens.css?inline';
import { type CardContext, cardText, describeCard } from '../../core/card/card-content.ts';
import type { OpenedBy } from '../../core/card/card-state.ts';
import { type Box, cardWidth, chooseSide, isSheet, placeCard, placeSheet } from '../../core/card/place-card.ts';
import { goBack, goOn, shown, type Trail } from '../../core/card/trail.ts';
import type { Answers, CardAnswer } from '../../core/messages/requests.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { Annotation } from '../../page/annotations.ts';
import { CARD_TAG } from '../../page/host.ts';
import { createOverlay } from '../../page/overlay.ts';
import { ask } from '../../platform/messages/ask.ts';
import { copyText } from './copy-text.ts';
import { interfaceLanguage, text } from './texts.ts';
import { loadTypeface } from './typeface.ts';

const CARD_WIDTH = 400;
const NOTICE_WIDTH = 360;
const NOTICE_MARGIN = 16;
/** Milliseconds that a notice stays: long enough to read two lines, longer when something can be undone. */
const NOTICE_TIME = 4000;
const UNDO_TIME = 8000;
/** Milliseconds after which an answer that is not there yet is told to be on its way. */
const PATIENCE = 150;

const nobody = { fa: '', en: '' };
/** A card of nobody, with all that takes time to draw. */
const REHEARSED: CardAnswer = {
  entity: {
    id: 'nobody',
    kind: 'person',
    name: nobody,
    names: [],
    gloss: nobody,
    roles: [
      { title: nobody, from: '2001-01-01' },
      { title: nobody, from: '2001' },
    ],
    facts: [{ fa: '', on: '2001-01-01' }],
    related: [],
    sources: [],
    asOf: '2001-01-01',
  },
  related: [],
  others: [],
  highlights: 0,
};

export interface CardEvents {
  onClose(): void;
  onPin(): void;
  onMute(id: string, where: 'page' | 'everywhere'): void;
}

export interface Opened {
  readonly annotation: Annotation;
  readonly by: OpenedBy;
  /** The line of the name beside which the card stands, in pixels of the viewport. */
  readonly line: Box;
  readonly articleDate: string | undefined;
  /** Ids of the entities that the article names. */
  readonly inArticle: ReadonlySet<string>;
  readonly settings: Settings;
  /** Whether this is still wanted when the answer comes. */
  isWanted(): boolean;
}

/** The card and the notices, as the page shows them. */
export interface CardView {
  readonly isShown: boolean;
  /** Where the card stands, in pixels of the viewport; undefined when it is not shown. */
  readonly box: Box | undefined;
  contains(event: Event): boolean;
  /**
   * Draws a card out of sight: the first drawing on a page compiles our code and loads the browser's calendars and the
   * typeface, for which the reader would wait. To be called when the page is idle.
   */
  rehearse(settings: Settings): void;
  /** Asks for what the annotation's card will say, so that it is there when the card is opened. */
  prepare(annotation: Annotation, settings: Settings): void;
  /** Shows the card of an annotation; resolves when it can be seen. */
  open(opened: Opened): Promise<void>;
  /** Moves the card beside the line of its name. */
  place(line: Box): void;
  setPinned(isPinned: boolean): void;
  notify(message: string, actions: readonly NoticeAction[], settings: Settings): void;
  hide(): void;
  remove(): void;
}

export function createCardView(events: CardEvents): CardView {
  const language = interfaceLanguage();
  const direction = language === 'fa' ? 'rtl' : 'ltr';
  const overlay = createOverlay(document, CARD_TAG, tokensCss + overlayCss + cardCss, language);
  let opened: Opened | undefined;
  let line: Box | undefined;
  let side: 'above' | 'below' | undefined;
  let trail: Trail | undefined;
  let body: CardBody = { state: 'loading' };
  /** Whether the card that is open was drawn yet. */
  let isDrawn = false;
  let isPinned = false;
  let focusBefore: Element | null = null;
  let noticeTimer: ReturnType<typeof setTimeout> | undefined;
  /** Counts what was asked for, so that a late answer is dropped. */
  let request = 0;
  let prepared: { readonly annotation: Annotation; readonly answer: Promise<Answers['get-card']> } | undefined;

  const askFor = (id: string, annotation: Annotation): Promise<Answers['get-card']> => {
    if (id !== annotation.entity) return ask({ type: 'get-card', id, others: [] });
    const answer =
      prepared?.annotation === annotation
        ? prepared.answer
        : ask({ type: 'get-card', id, others: [...annotation.others] });
    prepared = undefined;
    return answer;
  };

  const place = () => {
    // before it is drawn its height says nothing, and an earlier card's words would be seen
    if (!opened || !line || !isDrawn) return;
    const viewport = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const asSheet = isSheet(viewport, opened.by);
    const width = cardWidth(viewport, asSheet, (CARD_WIDTH * opened.settings.textSize) / 100);
    const size = { width, height: overlay.naturalHeight(width) };
    side ??= chooseSide(line, body.state === 'loading' ? Number.POSITIVE_INFINITY : size.height, viewport);
    const placement = asSheet ? placeSheet(line, size, viewport) : placeCard(line, size, viewport, direction, side);
    overlay.place(placement, width);
  };
  const draw = () => {
    if (!opened || !trail) return;
    const evidence = shown(trail) === opened.annotation.entity ? opened.annotation.evidence : [];
    render(h(Card, { ...handlers, body, evidence, canGoBack: trail.length > 1, isPinned }), overlay.root);
    isDrawn = true;
    place();
  };
  const handlers = {
    language,
    t: text,
    ...events,
    onBack: () => void step(goBack),
    onEntity: (id: string) => void step((now) => goOn(now, id)),
    onCopy: () => void copy(),
    onHighlights: (entity: string) => void ask({ type: 'open-library', entity }),
    onRetry: () => void load(),
    onResize: place,
  };
  const step = async (move: (trail: Trail) => Trail) => {
    if (!trail) return;
    trail = move(trail);
    await load();
    const card = overlay.root.querySelector<HTMLElement>('.card');
    card?.scrollTo({ top: 0, behavior: 'instant' });
    card?.focus({ preventScroll: true });
  };
  const load = async () => {
    if (!opened || !trail) return;
    const mine = ++request;
    const { annotation, articleDate, inArticle, isWanted } = opened;
    const id = shown(trail);
    const isCurrent = () => mine === request && isWanted();
    const waiting = setTimeout(() => {
      if (!isCurrent()) return;
      body = { state: 'loading' };
      draw();
    }, PATIENCE);
    try {
      const answer = await askFor(id, annotation);
      if (!isCurrent()) return;
      const context: CardContext = { articleDate, today: new Date().toISOString().slice(0, 10), language, inArticle };
      body = answer ? { state: 'ready', content: describeCard(answer, context) } : { state: 'unknown' };
    } catch {
      if (!isCurrent()) return;
      body = { state: 'failed' };
    } finally {
      clearTimeout(waiting);
    }
    draw();
  };
  const copy = async () => {
    if (body.state !== 'ready') return;
    const { content } = body;
    const signature = text('copySignature', formatDate(content.asOf, language));
    const isDone = await copyText(cardText(content, signature));
    overlay.announce(text(isDone ? 'copied' : 'copyFailed'));
  };
  const dress = (settings: Settings) => {
    overlay.dress({ theme: settings.theme, textSize: settings.textSize, hasOwnFont: settings.font === 'vazirmatn' });
    if (settings.font === 'vazirmatn') void loadTypeface().then(place);
  };

  return {
    get isShown() {
      return overlay.isShown;
    },
    get box() {
      return overlay.isShown && opened ? overlay.box : undefined;
    },
    contains: overlay.contains,
    rehearse(settings) {
      if (settings.font === 'vazirmatn') void loadTypeface();
      const nowhere = document.createElement('div');
      const content = describeCard(REHEARSED, {
        articleDate: undefined,
        today: '2026-01-01',
        language,
        inArticle: new Set(),
      });
      const body: CardBody = { state: 'ready', content };
      render(h(Card, { ...handlers, body, evidence: [], canGoBack: false, isPinned }), nowhere);
      render(null, nowhere);
    },
    prepare(annotation, settings) {
      if (settings.font === 'vazirmatn') void loadTypeface();
      const { entity: id, others } = annotation;
      const answer = ask({ type: 'get-card', id, others: [...others] });
      answer.catch(() => {}); // told when the card is opened
      prepared = { annotation, answer };
    },
    async open(next) {
      clearTimeout(noticeTimer);
      if (!overlay.isShown || !opened) focusBefore = document.activeElement;
      opened = next;
      line = next.line;
      side = undefined;
      isDrawn = false;
      isPinned = false;
      trail = [next.annotation.entity];
      overlay.show(next.annotation.range.startContainer);
      dress(next.settings);
      await load();
      if (next.by === 'key' && next.isWanted()) {
        overlay.root.querySelector<HTMLElement>('.card')?.focus({ preventScroll: true });
      }
    },
    place(at) {
      line = at;
      place();
    },
    setPinned(pinned) {
      isPinned = pinned;
      draw();
    },
    notify(message, actions, settings) {
      request++;
      opened = undefined;
      overlay.show(document.body);
      dress(settings);
      const shown = actions.map(({ label, onClick }) => ({
        label,
        onClick: () => {
          this.hide();
          onClick();
        },
      }));
      render(h(Notice, { message, actions: shown }), overlay.root);
      const width = Math.min(NOTICE_WIDTH, window.innerWidth - 2 * NOTICE_MARGIN);
      const left = direction === 'rtl' ? NOTICE_MARGIN : window.innerWidth - width - NOTICE_MARGIN;
      overlay.place({ left, top: NOTICE_MARGIN, maxHeight: 200 }, width);
      clearTimeout(noticeTimer);
      noticeTimer = setTimeout(() => this.hide(), actions.length > 0 ? UNDO_TIME : NOTICE_TIME);
    },
    hide() {
      request++;
      clearTimeout(noticeTimer);
      const hadFocus = overlay.hasFocus;
      opened = undefined;
      render(null, overlay.root);
      overlay.hide();
      if (hadFocus && focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
      focusBefore = null;
    },
    remove: () => overlay.remove(),
  };
}
