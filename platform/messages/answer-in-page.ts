import {
  type PageAnswers,
  type PageRequestOf,
  type PageRequestType,
  readPageRequest,
} from '../../core/messages/page-requests.ts';
import { browser } from '../browser.ts';

export type PageHandlers = {
  readonly [T in PageRequestType]?: (request: PageRequestOf<T>) => Promise<PageAnswers[T]>;
};

/** Answers requests in the page being read; those without a handler with null. Returns a function that stops it. */
export function answerPageRequests(handlers: PageHandlers): () => void {
  const listener = (raw: unknown) => {
    const request = readPageRequest(raw);
    if (!request) return undefined;
    const handler = handlers[request.type] as ((request: unknown) => Promise<unknown>) | undefined;
    return handler ? handler(request) : Promise.resolve(null);
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
