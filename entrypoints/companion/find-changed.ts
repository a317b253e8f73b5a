import type { Anchor } from '../../core/highlights/anchor.ts';
import type { Selectors } from '../../core/highlights/highlight.ts';
import { LONGEST_PAGE, MOST_FOUND_AT_ONCE } from '../../core/highlights/limits.ts';
import { ask } from '../../platform/messages/ask.ts';

/** Has the background look for passages that have changed; undefined when it can't. */
export async function findChanged(
  text: string,
  passages: readonly Selectors[],
): Promise<readonly Anchor[] | undefined> {
  if (text.length > LONGEST_PAGE) return undefined;
  const found: Anchor[] = [];
  try {
    for (let at = 0; at < passages.length; at += MOST_FOUND_AT_ONCE) {
      const portion = passages.slice(at, at + MOST_FOUND_AT_ONCE);
      found.push(...(await ask({ type: 'find-passages', text, passages: portion })));
    }
    return found;
  } catch {
    return undefined;
  }
}
