import type { PopupPage } from '../../components/PopupView.tsx';
import type { PageEntity } from '../../core/messages.ts';
import { ask, askPage } from '../../platform/messages.ts';
import { activeTab } from '../../platform/tabs.ts';

/** What the popup shows of the tab in front of the reader. */
export async function describeTab(): Promise<{ tabId: number | undefined; page: PopupPage }> {
  const tab = await activeTab();
  if (!tab) return { tabId: undefined, page: { state: 'unreadable' } };
  const answer = await askPage(tab.id, { type: 'describe-page' });
  if (!answer) {
    const canBeRead = tab.url === undefined || /^https?:/.test(tab.url);
    return { tabId: tab.id, page: { state: canBeRead ? 'unread' : 'unreadable' } };
  }
  if (!answer.isPersian) return { tabId: tab.id, page: { state: 'not-persian', site: answer.site } };
  const entities = await Promise.all(answer.entities.map(describeEntity));
  const known = entities.filter((entity): entity is PageEntity => entity !== undefined);
  return { tabId: tab.id, page: { state: 'read', site: answer.site, entities: known } };
}

const described = new Map<string, Promise<Omit<PageEntity, 'count'> | undefined>>();

async function describeEntity({ id, count }: { id: string; count: number }): Promise<PageEntity | undefined> {
  let entity = described.get(id);
  if (!entity) {
    entity = ask({ type: 'get-entity', id })
      .then((found) => (found ? { id, name: found.name, gloss: found.gloss, kind: found.kind } : undefined))
      .catch(() => undefined);
    described.set(id, entity);
  }
  const found = await entity;
  return found && { ...found, count };
}

/** Scrolls the page to the entity's next mention and opens its card there. */
export async function showInPage(tabId: number, id: string): Promise<void> {
  await askPage(tabId, { type: 'show-entity', id });
}
