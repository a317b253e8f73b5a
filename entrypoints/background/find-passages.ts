import { type Anchor, anchor } from '../../core/highlights/anchor.ts';
import type { Selectors } from '../../core/highlights/highlight.ts';
import { fold } from '../../core/language/fold.ts';

/** Finds passages in the text of a page by all means. Between two of them other requests get their turn. */
export async function findPassages(text: string, passages: readonly Selectors[]): Promise<Anchor[]> {
  const folded = fold(text);
  const found: Anchor[] = [];
  for (const selectors of passages) {
    found.push(anchor(folded, selectors));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return found;
}
