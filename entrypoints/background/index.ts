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
import { answerRequests, type Sender } from '../../platform/messages/answer.ts';
import { askPage, tellPages } from '../../platform/messages/ask-page.ts';
import { noteOpening, takeOpening } from '../../platform/opening.ts';
import { openPanel } from '../../platform/panel.ts';
import { keepForGood } from '../../platform/persistence.ts';
import { loadSettings, saveSettings } from '../../platform/settings.ts';
import { mayRead, onAccessChanged, registerAddedSites } from '../../platform/site-access.ts';
import { activeTab, openScreen, openTab } from '../../platform/tabs.ts';
import { text } from '../../platform/texts.ts';
import { showAlarm, showState } from '../../platform/toolbar.ts';
import { createDexieHighlightStore } from '../../storage/dexie-highlight-store.ts';
import { findPassages } from './find-passages.ts';
import { createHighlightService } from './highlight-service.ts';
import { createKnowledgeService } from './knowledge-service.ts';

export default defineBackground({
  type: 'module',
  main() {
    // Every listener is registered in this first turn: the browser may stop the background at any moment and
    // wakes it only for what it listened to. What the services hold can be built again.
    const knowledge = createKnowledgeService();
    const highlights = createHighlightService({
      store: createDexieHighlightStore(),
      storage: extensionStorage,
      recogniseIn: knowledge.namedIn,
      changed() {
        void tellPages({ type: 'highlights-changed' });
        tellScreens();
      },
    });
    /** Nothing of a private window is ever written. */
    const unlessPrivate = async <T>(sender: Sender, write: () => Promise<T>) =>
      sender.isPrivate ? ({ ok: false, reason: 'private-window' } as const) : write();
    /** What concerns all highlights is for our own screens: no page's process may ask for it. */
    const reading = <T>(sender: Sender, read: () => Promise<T>): Promise<T> => {
      if (!sender.isOwnScreen) throw new Error('only screens of the extension may ask for this');
      return read();
    };
    const fromOurs = <T>(sender: Sender, write: () => Promise<T>) =>
      reading(sender, () => unlessPrivate(sender, write));

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
      'page-highlights': async ({ key }, { tabId }) => {
        const answer = await highlights.ofPage(key);
        if (!answer.ok) return answer;
        const wanted = tabId === undefined ? undefined : await takeOpening(tabId);
        return { ...answer, wanted: wanted ?? null };
      },
      'find-passages': ({ text, passages }) => findPassages(text, passages),
      'report-anchoring': async ({ reports }, { isPrivate }) =>
        isPrivate ? null : highlights.reportAnchoring(reports),
      'change-highlight': ({ id, remarks }, sender) => unlessPrivate(sender, () => highlights.change(id, remarks)),
      'remove-highlights': ({ ids }, sender) => unlessPrivate(sender, () => highlights.remove(ids)),
      'restore-highlights': ({ ids }, sender) => unlessPrivate(sender, () => highlights.restore(ids)),
      'purge-highlights': ({ ids }, sender) => fromOurs(sender, () => highlights.purge(ids)),
      'import-highlights': ({ highlights: given }, sender) => fromOurs(sender, () => highlights.add(given)),
      'check-highlights': () => checkHighlights(),
      'accept-loss': async (_, sender) => {
        const outcome = await fromOurs(sender, () => highlights.acceptLoss());
        await checkHighlights();
        return outcome;
      },
      'note-export': async (_, { isPrivate }) => (isPrivate ? null : highlights.noteExport()),
      'read-backup': async ({ id }, sender) => reading(sender, () => highlights.readBackup(id)),
      'open-highlight': ({ id }) => openHighlight(id),
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
      if (command && id !== undefined) await askPage(id, { type: 'command', name: command });
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
      void createMenus({ save: text('menuSave'), panel: text('menuPanel') });
      void knowledge.seeded();
      void registerAddedSites(); // an update forgets registered scripts
      if (isFirst) void openScreen('welcome.html');
    });
  },
});
