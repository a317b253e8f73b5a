import type { PageEntity, PopupPage } from '../../components/PopupView.tsx';
import { siteOf } from '../../core/settings/settings.ts';
import { ask } from '../../platform/messages/ask.ts';
import { askPage } from '../../platform/messages/ask-page.ts';
import { isListedButRefused } from '../../platform/site-access.ts';
import { activeTab, type Tab } from '../../platform/tabs.ts';

export interface DescribedTab {
  readonly tab: Tab | undefined;
  readonly page: PopupPage;
}

/** What the popup shows of the tab in front of the reader. */
export async function describeTab(): Promise<DescribedTab> {
  const tab = await activeTab();
  if (!tab) return { tab, page: { state: 'unreadable' } };
  const answer = await askPage(tab.id, { type: 'describe-page' });
  if (!answer) return { tab, page: await describeUnread(tab) };
  if (!answer.isPersian) return { tab, page: { state: 'not-persian', site: answer.site } };
  const counts = new Map(answer.entities.map(({ id, count }) => [id, count]));
  const briefs = await ask({ type: 'describe-entities', ids: [...counts.keys()] }).catch(() => []);
  const entities: PageEntity[] = briefs.map((brief) => ({ ...brief, count: counts.get(brief.id) ?? 0 }));
  return { tab, page: { state: 'read', site: answer.site, entities } };
}

/** Why nobody answers in the tab. */
async function describeUnread({ url, isLoading }: Tab): Promise<PopupPage> {
  if (isLoading) return { state: 'reading' };
  if (url === undefined) return { state: 'no-access', site: undefined, isListed: false };
  if (!/^https?:/.test(url)) return { state: 'unreadable' };
  const site = siteOf(url);
  return { state: 'no-access', site, isListed: await isListedButRefused(site) };
}
