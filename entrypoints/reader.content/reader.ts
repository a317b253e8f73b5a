import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { groupOf } from '../../core/knowledge/kind-group.ts';
import { annotatesOn, DEFAULTS, mutedOn, type Settings, siteOf } from '../../core/settings/settings.ts';
import { createAnnotations, type Policy } from '../../page/annotations.ts';
import { keyOf } from '../../page/page-address.ts';
import { createPainter } from '../../page/painting.ts';
import { type Reading, startReading } from '../../page/reading.ts';
import { answerPageRequests } from '../../platform/messages/answer-in-page.ts';
import { ask, isConnected } from '../../platform/messages/ask.ts';
import { loadSettings, onSettingsChanged } from '../../platform/settings.ts';
import { findCompanion } from '../companion/companion.ts';
import type { Guide } from '../companion/guide.ts';
import type { Highlighter } from '../companion/highlighter.ts';
import { type CardControl, createCardControl } from './card-control.ts';
import readerCss from './reader.css?inline';

/** Of two copies in one page, as after an update, the one that starts later takes over. */
const STARTED = 'pishineh-started';
/** Milliseconds after a change of address in which the page may become another. */
const SETTLING = [0, 1000, 4000];

/** Reads a Persian page: annotates it, shows cards, paints and saves passages. Wiring only. */
export function startReader(ctx: ContentScriptContext): void {
  const painter = createPainter(readerCss);
  const annotations = createAnnotations(painter);
  let settings: Settings = DEFAULTS;
  let reading: Reading | undefined;
  let highlighter: Highlighter | undefined;
  let guide: Guide | undefined;
  /** The key of the page whose highlights are shown. */
  let shownKey: string;
  /** The highlight that the page was opened for, until it is handed over. */
  let wanted: string | null = null;
  /** Muted in a private window, of which nothing is written. */
  const mutedHere = new Set<string>();

  const ignoreDisconnected = (error: unknown) => {
    // An update has cut us off: what is painted stays, and the new copy of the script takes over on reload.
    if (isConnected()) console.warn('Pishineh:', error);
  };
  const asking = async <T>(question: Promise<T>): Promise<T | undefined> => {
    try {
      return await question;
    } catch (error) {
      ignoreDisconnected(error);
      return undefined;
    }
  };

  const companion = async () => {
    if (!findCompanion()) await asking(ask({ type: 'load-companion' }));
    return findCompanion();
  };

  /** What card and highlights see of the page and of the reader's choices. */
  const around = {
    annotations,
    painter,
    companion,
    mutedHere,
    showAsChosen: () => showAsChosen(),
    mute: (id: string, where: 'page' | 'everywhere') => findCompanion()?.mute(id, where, around),
    get settings() {
      return settings;
    },
    get pageKey() {
      return keyOf(document);
    },
    get articleDate() {
      return reading?.date;
    },
    get shadows() {
      return reading?.shadows ?? [];
    },
    get isAnnotating() {
      return reading !== undefined;
    },
    notify: (...notice: Parameters<CardControl['notify']>) => card.notify(...notice),
  };
  const card = createCardControl(ctx, around);

  /** Paints what the reader wants to see of what was found. */
  const showAsChosen = () => {
    const muted = mutedOn(settings, keyOf(document));
    const policy: Policy = {
      mentions: settings.mentions,
      isWanted: (entity, kind) =>
        !settings.kindsOff.includes(groupOf(kind)) && !muted.has(entity) && !mutedHere.has(entity),
    };
    annotations.setPolicy(policy);
  };
  const apply = (chosen: Settings) => {
    settings = chosen;
    showAsChosen();
    const isWanted = annotatesOn(settings, siteOf(location.href));
    if (isWanted && !reading) {
      const recognise: Parameters<typeof startReading>[2] = (request) => asking(ask({ type: 'recognise', ...request }));
      reading = startReading(document, annotations, recognise, {
        reach: painter.reach,
        changed() {
          card.refresh();
          move(); // what names the page may come after its text
        },
      });
    } else if (!isWanted && reading) {
      reading.stop();
      reading = undefined;
      card.close();
    }
    void asking(ask({ type: 'report-state', on: isWanted }));
  };

  const loadHighlighter = async () => {
    const found = await companion();
    highlighter ??= found?.createHighlighter(around);
    return highlighter;
  };
  const loadHighlights = async () => {
    const key = keyOf(document);
    shownKey = key;
    const answer = await asking(ask({ type: 'page-highlights', key }));
    if (!answer?.ok) return;
    const { highlights } = answer;
    wanted ??= answer.wanted;
    if ((highlights.length === 0 && wanted === null && !highlighter) || !(await loadHighlighter())) return;
    // the page may be another by now, and be asked for already
    if (keyOf(document) !== key) return;
    highlighter?.show(highlights, wanted);
    wanted = null;
  };
  /** Begins anew when the page has become another: not for a click that leads to a part of it, or away from it. */
  const move = () => {
    if (keyOf(document) === shownKey) return;
    card.close();
    highlighter?.clear();
    guide?.forget();
    showAsChosen();
    reading?.restart();
    void loadHighlights();
  };
  /** Who selects text may want to keep it. */
  const expectSelection = () => {
    if (!settings.selectionBar || document.getSelection()?.isCollapsed !== false) return;
    document.removeEventListener('selectionchange', expectSelection);
    void loadHighlighter();
  };
  ctx.addEventListener(document, 'selectionchange', expectSelection);

  const loadGuide = async () => {
    const found = await companion();
    guide ??= found?.createGuide({ annotations, painter, openCard: card.openByKey });
    return guide;
  };

  void loadSettings().then(apply);
  void loadHighlights();
  const stopSettings = onSettingsChanged(apply);
  // told before the address has changed; what names the page may come later still
  ctx.addEventListener(window, 'wxt:locationchange', () => {
    for (const delay of SETTLING) ctx.setTimeout(move, delay);
  });
  // out of the cache of pages: settings and highlights may have changed while we slept
  ctx.addEventListener(window, 'pageshow', (event) => {
    if (!event.persisted) return;
    void loadSettings().then(apply);
    void loadHighlights();
  });

  const stopAnswering = answerPageRequests({
    'describe-page': async () => ({
      site: siteOf(location.href),
      isPersian: true,
      entities: annotations.briefing(),
      date: reading?.date ?? null,
    }),
    'show-entity': async (request) => (await loadGuide())?.show(request) ?? null,
    'scroll-back': async () => {
      guide?.back();
      return null;
    },
    command: async ({ name }) => {
      if (name === 'save-highlight') await (await loadHighlighter())?.saveSelection();
      else if (name === 'open-card') card.openHere();
      else if (name === 'pin-card') card.pin();
      else card.step(name === 'next-annotation' ? 1 : -1);
      return null;
    },
    'highlights-changed': async () => {
      await loadHighlights();
      return null;
    },
  });

  // An update cuts us off: what is painted stays, and a form that is open, in which what is typed can be copied. The
  // card can no longer follow the pointer.
  ctx.onInvalidated(card.close);
  document.dispatchEvent(new Event(STARTED));
  const end = () => {
    reading?.stop();
    highlighter?.remove();
    card.remove();
    if (!isConnected()) return;
    stopSettings();
    stopAnswering();
  };
  document.addEventListener(STARTED, end, { once: true });
}
