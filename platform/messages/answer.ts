import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { type Answers, type RequestOf, RequestSchema, type RequestType } from '../../core/messages/requests.ts';
import { browser } from '../browser.ts';

/** Who sent a request. */
export interface Sender {
  readonly isPrivate: boolean;
  readonly tabId: number | undefined;
  /** The address of the page or screen; undefined where the browser does not tell. */
  readonly url: string | undefined;
  /** One of the extension's own screens, and no page that is being read. */
  readonly isOwnScreen: boolean;
}

export type Handlers = { readonly [T in RequestType]: (request: RequestOf<T>, sender: Sender) => Promise<Answers[T]> };

/**
 * Answers requests in the background. To be called in its first turn. Requests that break the schema are
 * refused with an error that reaches the sender.
 */
export function answerRequests(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((raw: unknown, from: Runtime.MessageSender) => {
    const parsed = v.safeParse(RequestSchema, raw);
    if (!parsed.success) return Promise.reject(new Error(`not a request: ${parsed.issues[0].message}`));
    const sender: Sender = {
      isPrivate: from.tab?.incognito ?? false,
      tabId: from.tab?.id,
      url: from.url,
      isOwnScreen: from.url?.startsWith(browser.runtime.getURL('')) ?? false,
    };
    const handler = handlers[parsed.output.type] as (request: unknown, sender: Sender) => Promise<unknown>;
    return handler(parsed.output, sender);
  });
}
