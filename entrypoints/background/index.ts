import { defineBackground } from 'wxt/utils/define-background';
import { DEFAULTS } from '../../core/settings/settings.ts';
import { createMenus, onCommand, onInstalled, onMenu } from '../../platform/commands.ts';
import { answerRequests, askPage, tellPages } from '../../platform/messages.ts';
import { loadSettings, saveSettings } from '../../platform/settings.ts';
import { activeTab, openScreen } from '../../platform/tabs.ts';
import { text } from '../../platform/texts.ts';
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
      recognise: ({ blocks, date, present }) => knowledge.recognise({ blocks, date, present }),
      'get-entity': ({ id }) => knowledge.getEntity(id),
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

    onCommand(async (name) => {
      if (name === 'toggle-annotations') {
        const { annotate } = await loadSettings();
        await saveSettings({ annotate: !(annotate ?? DEFAULTS.annotate) });
        return;
      }
      const tab = await activeTab();
      if (tab && (name === 'next-annotation' || name === 'previous-annotation' || name === 'save-highlight')) {
        await askPage(tab.id, { type: 'command', name });
      }
    });
    onMenu((tabId) => void askPage(tabId, { type: 'command', name: 'save-highlight' }));
    onInstalled(() => {
      void createMenus(text('menuSave'));
      void knowledge.seeded();
    });
  },
});
