import type { Highlight } from '../core/highlights/highlight.ts';
import { pageKey } from '../core/highlights/page-key.ts';
import { siteOf } from '../core/settings/settings.ts';

/**
 * A highlight as version 1 of the database kept it (0.1.0): without colour, note, tags, entities and site; its page's
 * key was the address without trackers.
 */
type Version1 = Pick<Highlight, 'id' | 'selectors' | 'created' | 'anchoring'> & {
  readonly page: Omit<Highlight['page'], 'site'>;
};

/** The same highlight as version 2 keeps it: nothing of it is lost, and its page is found by today's key. */
export function fromVersion1(old: Version1): Highlight {
  const { id, page, selectors, created, anchoring } = old;
  return {
    id,
    page: { ...page, key: keyToday(page.key), site: siteOf(page.address) },
    selectors,
    color: 'yellow',
    note: '',
    tags: [],
    entities: [],
    created,
    modified: created,
    anchoring,
  };
}

/** A key that can't be read as an address stays as it is: no row may keep the database from opening. */
function keyToday(key: string): string {
  try {
    return pageKey(`https://${key}`);
  } catch {
    return key;
  }
}
