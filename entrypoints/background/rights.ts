import type { Highlight } from '../../core/highlights/highlight.ts';
import { hostOfKey, pageKey } from '../../core/highlights/page-key.ts';
import type { Outcome, Refusal } from '../../core/messages/requests.ts';
import type { Sender } from '../../platform/messages/answer.ts';

interface Refused {
  readonly ok: false;
  readonly reason: Refusal;
}

/**
 * What a sender may ask of the highlights. Of a page's process, which may be taken over by its page, no more is believed
 * than that it shows a page of its own site.
 */
export interface Rights {
  /** Runs a write unless it is asked from a private window, of which nothing is ever written. */
  unlessPrivate<T>(sender: Sender, write: () => Promise<T>): Promise<T | Refused>;
  /** Runs what concerns all highlights: for our own screens only. @throws when a page asks */
  ofOurs<T>(sender: Sender, work: () => Promise<T>): Promise<T>;
  /** Whether the sender may see highlights of the page with the key. */
  isOwnPage(key: string, sender: Sender): boolean;
  /** Those of the ids that the sender may change. */
  ownIds(ids: readonly string[], sender: Sender): Promise<string[]>;
}

/** @param get reads a highlight */
export function createRights(get: (id: string) => Promise<Outcome<{ readonly highlight: Highlight }>>): Rights {
  const isOwnPage: Rights['isOwnPage'] = (key, { isOwnScreen, url }) =>
    isOwnScreen || (url !== undefined && hostOfKey(key) === hostOfKey(pageKey(url)));
  return {
    unlessPrivate: async (sender, write) => (sender.isPrivate ? { ok: false, reason: 'private-window' } : write()),
    async ofOurs(sender, work) {
      if (!sender.isOwnScreen) throw new Error('only screens of the extension may ask for this');
      return work();
    },
    isOwnPage,
    async ownIds(ids, sender) {
      if (sender.isOwnScreen) return [...ids];
      const own: string[] = [];
      for (const id of ids) {
        const found = await get(id);
        if (found.ok && isOwnPage(found.highlight.page.key, sender)) own.push(id);
      }
      return own;
    },
  };
}
