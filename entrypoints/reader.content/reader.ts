import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { groupOf } from '../../core/knowledge/kind-group.ts';
import {
  annotatesOn,
  DEFAULTS,
  mutedOn,
  type Settings,
  siteOf,
  withMuted,
  withoutMuted,
} from '../../core/settings/settings.ts';
import { createAnnotations, type Policy } from '../../page/annotations.ts';
import { keyOf } from '../../page/page-address.ts';
import { createPainter } from '../../page/painting.ts';
import { type Reading, startReading } from '../../page/reading.ts';
import { answerPageRequests } from '../../platform/messages/answer-in-page.ts';
import { ask, isConnected } from '../../platform/messages/ask.ts';
import { isPrivateWindow } from '../../platform/private-window.ts';
import { loadSettings, onSettingsChanged, saveSettings } from '../../platform/settings.ts';
import { text } from '../../platform/texts.ts';
import { findCompanion } from '../companion/companion.ts';
import type { Guide } from '../companion/guide.ts';
import type { Highlighter } from '../companion/highlighter.ts';
import { type CardControl, createCardControl } from './card-control.ts';
import readerCss from './reader.css?inline';

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

  const mute = (id: string, where: 'page' | 'everywhere') => {
    const page = where === 'page' ? keyOf(document) : undefined;
    if (isPrivateWindow()) {
      mutedHere.add(id);
      showAsChosen();
    } else void saveSettings(withMuted(settings, id, page));
    const undo = () => {
      mutedHere.delete(id);
      if (isPrivateWindow()) showAsChosen();
      else void saveSettings(withoutMuted(settings, id, page));
    };
    card.notify(text(where === 'page' ? 'mutedOnPage' : 'mutedEverywhere'), [{ label: text('undo'), onClick: undo }]);
  };
  /** What card and highlights see of the page and of the reader's choices. */
  const around = {
    annotations,
    painter,
    companion,
    mute,
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
          // what names the page may come after its text
          if (keyOf(document) !== shownKey) void loadHighlights();
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
    shownKey = keyOf(document);
    const answer = await asking(ask({ type: 'page-highlights', key: shownKey }));
    if (!answer?.ok || (answer.highlights.length === 0 && !highlighter)) return;
    (await loadHighlighter())?.show(answer.highlights, answer.wanted);
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
    guide ??= found?.createGuide({ ...around, openCard: card.openByKey });
    return guide;
  };

  void loadSettings().then(apply);
  void loadHighlights();
  const stopSettings = onSettingsChanged(apply);
  ctx.addEventListener(window, 'wxt:locationchange', () => {
    card.close();
    highlighter?.clear();
    guide?.forget();
    showAsChosen();
    reading?.restart();
    void loadHighlights();
  });
  // out of the cache of pages: settings may have changed while we slept
  ctx.addEventListener(window, 'pageshow', (event) => {
    if (event.persisted) void loadSettings().then(apply);
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

  ctx.onInvalidated(() => {
    stopSettings();
    stopAnswering();
    reading?.stop();
    highlighter?.remove();
    card.remove();
  });
}
