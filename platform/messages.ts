import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import {
  type Answers,
  type PageAnswers,
  type PageRequest,
  PageRequestSchema,
  type PageRequestType,
  type RequestOf,
  RequestSchema,
  type RequestType,
} from '../core/messages.ts';
import { browser } from './browser.ts';

/** Who sent a request. */
export interface Sender {
  readonly isPrivate: boolean;
  readonly tabId: number | undefined;
  /** One of the extension's own screens, and no page that is being read. */
  readonly isOwnScreen: boolean;
}

export type Handlers = { readonly [T in RequestType]: (request: RequestOf<T>, sender: Sender) => Promise<Answers[T]> };

/** The background could not be asked: it is gone after an update, or its answer is none. */
export class Unanswered extends Error {}

/**
 * Asks the background. A background that was just stopped is woken by the message; the first message that
 * finds nobody is sent once more, as every request can be repeated without harm.
 * @throws Unanswered
 */
export async function ask<T extends RequestType>(request: RequestOf<T>): Promise<Answers[T]> {
  for (let attempt = 0; ; attempt++) {
    try {
      const answer: unknown = await browser.runtime.sendMessage(request);
      if (answer === undefined) throw new Unanswered(`nobody answered ${request.type}`);
      return answer as Answers[T];
    } catch (error) {
      if (attempt > 0 || !isConnected()) throw new Unanswered(String(error));
    }
  }
}

/** False once the extension was updated or removed under a page that is still open. */
export function isConnected(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

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
      isOwnScreen: from.url?.startsWith(browser.runtime.getURL('')) ?? false,
    };
    const handler = handlers[parsed.output.type] as (request: unknown, sender: Sender) => Promise<unknown>;
    return handler(parsed.output, sender);
  });
}

export type PageHandlers = {
  readonly [T in PageRequestType]: (request: Extract<PageRequest, { type: T }>) => Promise<PageAnswers[T]>;
};

/** Answers requests in the page being read. Returns a function that stops it. */
export function answerPageRequests(handlers: PageHandlers): () => void {
  const listener = (raw: unknown) => {
    const parsed = v.safeParse(PageRequestSchema, raw);
    if (!parsed.success) return undefined;
    const handler = handlers[parsed.output.type] as (request: unknown) => Promise<unknown>;
    return handler(parsed.output);
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

/** Tells all pages that are being read; those that are not hear nothing. */
export async function tellPages<T extends PageRequestType>(request: Extract<PageRequest, { type: T }>): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map((tab) => (tab.id === undefined ? undefined : askPage(tab.id, request))));
}

/** Asks the page in a tab; undefined when we are not on that page. */
export async function askPage<T extends PageRequestType>(
  tabId: number,
  request: Extract<PageRequest, { type: T }>,
): Promise<PageAnswers[T] | undefined> {
  try {
    const answer: unknown = await browser.tabs.sendMessage(tabId, request);
    return answer === null || answer === undefined ? undefined : (answer as PageAnswers[T]);
  } catch {
    return undefined; // nobody there: a page that we were not asked to read
  }
}
