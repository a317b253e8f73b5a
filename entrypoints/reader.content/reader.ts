import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { annotatesOn, type Settings, siteOf } from '../../core/settings/settings.ts';
import { type Annotations, createAnnotations } from '../../page/annotations.ts';
import { createPainter } from '../../page/painting.ts';
import { type Reading, startReading } from '../../page/reading.ts';
import { createSavedPassages } from '../../page/saved-passages.ts';
import { describePage } from '../../page/selecting.ts';
import { answerPageRequests, ask, isConnected } from '../../platform/messages.ts';
import { loadSettings, onSettingsChanged } from '../../platform/settings.ts';
import { createCardControl } from './card-control.ts';
import { savePassage } from './save-passage.ts';

/** Reads a Persian page: annotates it, shows cards, paints and saves passages. Wiring only. */
export function startReader(ctx: ContentScriptContext): void {
  const painter = createPainter();
  const annotations: Annotations = createAnnotations(painter);
  let reading: Reading | undefined;

  const card = createCardControl(ctx, annotations, painter, () => reading?.date);
  const passages = createSavedPassages(document, painter, (reports) => {
    void ask({ type: 'report-anchoring', reports }).catch(ignoreDisconnected);
  });

  const apply = (settings: Settings) => {
    const isWanted = annotatesOn(settings, siteOf(location.href));
    if (isWanted && !reading) {
      reading = startReading(document, annotations, recognise, () => {
        card.refresh();
        passages.refresh();
      });
    } else if (!isWanted && reading) {
      reading.stop();
      reading = undefined;
      card.close();
    }
  };
  const recognise: Parameters<typeof startReading>[2] = async (request) => {
    try {
      return await ask({ type: 'recognise', ...request });
    } catch (error) {
      ignoreDisconnected(error);
      return undefined;
    }
  };
  const ignoreDisconnected = (error: unknown) => {
    // An update has cut us off: what is painted stays, and the new copy of the script takes over on reload.
    if (isConnected()) console.warn('Pishineh:', error);
  };
  const loadPassages = async () => {
    try {
      const answer = await ask({ type: 'page-highlights', key: describePage(document, undefined).key });
      if (answer.ok) passages.show(answer.highlights);
    } catch (error) {
      ignoreDisconnected(error);
    }
  };

  void loadSettings().then(apply);
  void loadPassages();
  const stopSettings = onSettingsChanged(apply);
  ctx.addEventListener(window, 'wxt:locationchange', () => {
    card.close();
    passages.clear();
    reading?.restart();
    void loadPassages();
  });

  const stopAnswering = answerPageRequests({
    'describe-page': async () => ({ site: siteOf(location.href), isPersian: true, entities: annotations.counts() }),
    'show-entity': async ({ id }) => card.showEntity(id),
    command: async ({ name }) => {
      if (name === 'save-highlight') await savePassage(reading?.date, passages, card.notify);
      else card.step(name === 'next-annotation' ? 1 : -1);
      return null;
    },
    'highlight-deleted': async ({ id }) => {
      passages.remove(id);
      return null;
    },
  });

  ctx.onInvalidated(() => {
    stopSettings();
    stopAnswering();
    reading?.stop();
    passages.clear();
    card.remove();
  });
}
