import { defineBackground } from 'wxt/utils/define-background';
import { PAGE_COMMANDS } from '../../core/messages/page-requests.ts';
import { readFont } from '../../platform/bundled-files.ts';
import { createMenus, onCommand, onInstalled, onMenu, type Place } from '../../platform/commands.ts';
import { injectCompanion } from '../../platform/companion.ts';
import { MENU_PANEL, MENU_SAVE } from '../../platform/menu-ids.ts';
import { answerRequests } from '../../platform/messages/answer.ts';
import { askPage, tellPages } from '../../platform/messages/ask-page.ts';
import { openPanel } from '../../platform/panel.ts';
import { loadSettings, saveSettings } from '../../platform/settings.ts';
import { onAccessChanged, registerAddedSites } from '../../platform/site-access.ts';
import { activeTab, openScreen } from '../../platform/tabs.ts';
import { text } from '../../platform/texts.ts';
import { showState } from '../../platform/toolbar.ts';
import { createHighlightService } from './highlight-service.ts';
import { createKnowledgeService } from './knowledge-service.ts';

export default defineBackground({
  type: 'module',
  main() {
    // Every listener is registered in this first turn: the browser may stop the background at any moment and
    // wakes it only for what it listened to. What the services hold can be built again.
    const knowledge = createKnowledgeService();
    const highlights = createHighlightService();

    answerRequests({
      recognise: (request) => knowledge.recognise(request),
      'get-card': ({ id, others }) => knowledge.getCard(id, others),
      'describe-entities': ({ ids }) => knowledge.describe(ids),
      'search-knowledge': ({ query }) => knowledge.search(query),
      'load-companion': async (_, { tabId }) => (tabId === undefined ? false : injectCompanion(tabId)),
      'get-font': () => readFont().catch(() => null),
      'report-state': async ({ on }, { tabId }) => {
        if (tabId !== undefined) await showState(tabId, on, text(on ? 'toolbarOn' : 'toolbarOff'));
        return null;
      },
      'save-highlight': ({ page, selectors }, sender) => highlights.save(page, selectors, sender.isPrivate),
      'page-highlights': ({ key }) => highlights.ofPage(key),
      'report-anchoring': ({ reports }, sender) => highlights.reportAnchoring(reports, sender.isPrivate),
      'all-highlights': () => highlights.all(),
      'delete-highlight': async ({ id }) => {
        const answer = await highlights.remove(id);
        if (answer.ok) await tellPages({ type: 'highlight-deleted', id });
        return answer;
      },
      'restore-highlight': ({ highlight }) => highlights.restore(highlight),
      'open-library': async () => {
        await openScreen('library.html');
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
    onInstalled((isFirst) => {
      void createMenus({ save: text('menuSave'), panel: text('menuPanel') });
      void knowledge.seeded();
      void registerAddedSites(); // an update forgets registered scripts
      if (isFirst) void openScreen('welcome.html');
    });
  },
});
