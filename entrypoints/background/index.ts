import { defineBackground } from 'wxt/utils/define-background';
import { textFragment } from '../../core/highlights/text-fragment.ts';
import { PAGE_COMMANDS } from '../../core/messages/page-requests.ts';
import type { Outcome } from '../../core/messages/requests.ts';
import { readFont } from '../../platform/bundled-files.ts';
import { createMenus, onCommand, onInstalled, onMenu, onStart, type Place } from '../../platform/commands.ts';
import { injectCompanion } from '../../platform/companion.ts';
import { extensionStorage } from '../../platform/extension-storage.ts';
import { tellScreens } from '../../platform/highlights-news.ts';
import { MENU_PANEL, MENU_SAVE } from '../../platform/menu-ids.ts';
import { answerRequests } from '../../platform/messages/answer.ts';
import { askPage, tellPages } from '../../platform/messages/ask-page.ts';
import { noteOpening, takeOpening } from '../../platform/opening.ts';
import { openPanel } from '../../platform/panel.ts';
import { keepForGood } from '../../platform/persistence.ts';
import { loadSettings, saveSettings } from '../../platform/settings.ts';
import { mayRead, onAccessChanged, registerAddedSites } from '../../platform/site-access.ts';
import { activeTab, openScreen, openTab, readPage } from '../../platform/tabs.ts';
import { text } from '../../platform/texts.ts';
import { showAlarm, showState } from '../../platform/toolbar.ts';
import { createDexieHighlightStore } from '../../storage/dexie-highlight-store.ts';
import { findPassages } from './find-passages.ts';
import { createHighlightService } from './highlight-service.ts';
import { createKnowledgeService } from './knowledge-service.ts';
import { createRights } from './rights.ts';

/** Milliseconds in which changes are gathered before pages are told. */
const TELL_AFTER = 100;

export default defineBackground({
  type: 'module',
  main() {
    // Every listener is registered in this first turn: the browser may stop the background at any moment and
    // wakes it only for what it listened to. What the services hold can be built again.
    const knowledge = createKnowledgeService();
    /** One message for all that changes at once. */
    let telling: ReturnType<typeof setTimeout> | undefined;
    const tellSoon = () => {
      if (telling !== undefined) return;
      telling = setTimeout(() => {
        telling = undefined;
        void tellPages({ type: 'highlights-changed' });
        tellScreens();
      }, TELL_AFTER);
    };
    const highlights = createHighlightService({
      store: createDexieHighlightStore(),
      storage: extensionStorage,
      recogniseIn: knowledge.namedIn,
      changed: tellSoon,
      failed: () => void showAlarm(true),
    });
    const { unlessPrivate, ofOurs, isOwnPage, ownIds } = createRights((id) => highlights.get(id));

    /** Looks whether all highlights are there; the toolbar shows when they are not. */
    const checkHighlights = async () => {
      const answer = await highlights.check();
      await showAlarm(!answer.ok || answer.health.missing > 0);
      return answer;
    };
    const openHighlight = async (id: string): Promise<Outcome> => {
      const found = await highlights.get(id);
      if (!found.ok) return found;
      const { page, selectors } = found.highlight;
      // On pages that we may not read the browser itself finds the passage.
      const canRead = await mayRead(page.site);
      const tabId = await openTab(canRead ? page.address : page.address + textFragment(selectors.quote.exact));
      if (tabId !== undefined && canRead) await noteOpening(tabId, id);
      return { ok: true };
    };

    answerRequests({
      recognise: (request) => knowledge.recognise(request),
      'get-card': async ({ id, others }) => {
        const [card, count] = await Promise.all([knowledge.getCard(id, others), highlights.countMentioning(id)]);
        return card && { ...card, highlights: count };
      },
      'describe-entities': ({ ids }) => knowledge.describe(ids),
      'search-knowledge': ({ query }) => knowledge.search(query),
      'load-companion': async (_, { tabId }) => (tabId === undefined ? false : injectCompanion(tabId)),
      'get-font': () => readFont().catch(() => null),
      'report-state': async ({ on }, { tabId }) => {
        if (tabId !== undefined) await showState(tabId, on, text(on ? 'toolbarOn' : 'toolbarOff'));
        return null;
      },
      'save-highlight': ({ type: _, ...saving }, sender) => unlessPrivate(sender, () => highlights.save(saving)),
      'page-highlights': async ({ key }, sender) => {
        if (!isOwnPage(key, sender)) return { ok: true, highlights: [], wanted: null };
        const answer = await highlights.ofPage(key);
        if (!answer.ok) return answer;
        const wanted = sender.tabId === undefined ? undefined : await takeOpening(sender.tabId);
        return { ...answer, wanted: wanted ?? null };
      },
      'find-passages': ({ text, passages }) => findPassages(text, passages),
      'report-anchoring': async ({ reports }, sender) => {
        if (sender.isPrivate) return null;
        const ids = await ownIds(
          reports.map(({ id }) => id),
          sender,
        );
        return highlights.reportAnchoring(reports.filter(({ id }) => ids.includes(id)));
      },
      'change-highlight': ({ id, remarks }, sender) =>
        unlessPrivate(sender, async () => {
          const [own] = await ownIds([id], sender);
          return own === undefined ? ({ ok: false, reason: 'unknown' } as const) : highlights.change(own, remarks);
        }),
      'remove-highlights': ({ ids }, sender) =>
        unlessPrivate(sender, async () => highlights.remove(await ownIds(ids, sender))),
      'restore-highlights': ({ ids }, sender) =>
        unlessPrivate(sender, async () => highlights.restore(await ownIds(ids, sender))),
      'purge-highlights': ({ ids }, sender) => ofOurs(sender, () => unlessPrivate(sender, () => highlights.purge(ids))),
      'import-highlights': ({ highlights: given }, sender) =>
        ofOurs(sender, () => unlessPrivate(sender, () => highlights.add(given))),
      'check-highlights': (_, sender) => ofOurs(sender, checkHighlights),
      'accept-loss': (_, sender) =>
        ofOurs(sender, async () => {
          const outcome = await unlessPrivate(sender, () => highlights.acceptLoss());
          await checkHighlights();
          return outcome;
        }),
      'note-export': (_, sender) => ofOurs(sender, () => highlights.noteExport()),
      'open-highlight': ({ id }, sender) => ofOurs(sender, () => openHighlight(id)),
      'open-library': async ({ entity }) => {
        await openScreen(entity === undefined ? 'library.html' : `library.html?entity=${encodeURIComponent(entity)}`);
        return null;
      },
    });

    const toggle = async () => {
      const { annotate } = await loadSettings();
      await saveSettings({ annotate: !annotate });
    };
    const showPanel = ({ windowId }: Place) => {
      if (windowId !== undefined) openPanel(windowId);
    };
    const tellPage = async (name: string, tabId: number | undefined) => {
      const command = PAGE_COMMANDS.find((one) => one === name);
      const id = tabId ?? (await activeTab())?.id;
      if (!command || id === undefined) return;
      const answer = await askPage(id, { type: 'command', name: command });
      // nobody there: the key or the menu lets us read this one page
      if (answer === undefined && (await readPage(id))) await askPage(id, { type: 'command', name: command });
    };
    onCommand((name, place) => {
      if (name === 'toggle-annotations') void toggle();
      else if (name === 'open-panel') showPanel(place);
      else void tellPage(name, place.tabId);
    });
    onMenu((id, place) => {
      if (id === MENU_PANEL) showPanel(place);
      if (id === MENU_SAVE) void tellPage('save-highlight', place.tabId);
    });
    onAccessChanged(() => void registerAddedSites());
    onStart(() => void checkHighlights());
    onInstalled((isFirst) => {
      void keepForGood();
      void checkHighlights();
      void createMenus({ save: text('menuSave'), panel: text('menuPanel') });
      void knowledge.seeded();
      void registerAddedSites(); // an update forgets registered scripts
      if (isFirst) void openScreen('welcome.html');
    });
  },
});
