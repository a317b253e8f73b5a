import type { PageAnswers, PageRequestOf, PageRequestType } from '../../core/messages/page-requests.ts';
import { browser } from '../browser.ts';

/** Tells all pages that are being read; those that are not hear nothing. */
export async function tellPages<T extends PageRequestType>(request: PageRequestOf<T>): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map((tab) => (tab.id === undefined ? undefined : askPage(tab.id, request))));
}

/** Asks the page in a tab; undefined when we are not on that page. */
export async function askPage<T extends PageRequestType>(
  tabId: number,
  request: PageRequestOf<T>,
): Promise<PageAnswers[T] | undefined> {
  try {
    const answer: unknown = await browser.tabs.sendMessage(tabId, request);
    return answer === undefined ? undefined : (answer as PageAnswers[T]);
  } catch {
    return undefined; // nobody there: a page that we were not asked to read
  }
}
