import type { Answers, RequestOf, RequestType } from '../../core/messages/requests.ts';
import { browser } from '../browser.ts';

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
