import { anchor } from '../core/highlights/anchor.ts';
import type { Anchoring, Highlight } from '../core/highlights/highlight.ts';
import { fold } from '../core/language/fold.ts';
import { readPageText } from './page-text.ts';
import type { Painter } from './painting.ts';

/** Milliseconds in which a page may still bring the text of a passage that is not found at once. */
const LOOKING_TIME = 10_000;

export interface SavedPassages {
  /** Takes the passages of the page and paints those that are found. */
  show(highlights: readonly Highlight[]): void;
  /** Adds one that was just saved. */
  add(highlight: Highlight, range: AbstractRange): void;
  remove(id: string): void;
  /** Looks again for those not found, as the page has changed. */
  refresh(): void;
  clear(): void;
}

/**
 * Paints saved passages and reports what became of each: `anchored` when found, `orphaned` when the page has
 * had its time and the passage is still not there. Between the two a passage is being looked for.
 */
export function createSavedPassages(
  page: Document,
  painter: Painter,
  report: (reports: { id: string; anchoring: Anchoring }[]) => void,
): SavedPassages {
  const passages = new Map<string, { highlight: Highlight; range: AbstractRange | undefined; told: string }>();
  let deadline: ReturnType<typeof setTimeout> | undefined;

  const look = (isLast: boolean) => {
    const open = [...passages.values()].filter(
      ({ range }) => !range?.startContainer.isConnected || !range.endContainer.isConnected,
    );
    if (open.length === 0) return;
    const pageText = readPageText(page);
    const folded = fold(pageText.text);
    const reports: { id: string; anchoring: Anchoring }[] = [];
    for (const passage of open) {
      if (passage.range) painter.remove('saved', passage.range);
      const place = anchor(folded, passage.highlight.selectors);
      passage.range = place.found ? pageText.range(place.start, place.end) : undefined;
      if (passage.range) painter.add('saved', passage.range);
      const anchoring: Anchoring =
        place.found && passage.range
          ? { state: 'anchored' }
          : { state: 'orphaned', reason: place.found ? 'not-found' : place.reason };
      const told = JSON.stringify(anchoring);
      if (told !== passage.told && (passage.range || isLast)) {
        passage.told = told;
        reports.push({ id: passage.highlight.id, anchoring });
      }
    }
    if (reports.length > 0) report(reports);
  };

  return {
    show(highlights) {
      for (const highlight of highlights) {
        passages.set(highlight.id, { highlight, range: undefined, told: JSON.stringify(highlight.anchoring) });
      }
      look(false);
      clearTimeout(deadline);
      deadline = setTimeout(() => look(true), LOOKING_TIME);
    },
    add(highlight, range) {
      passages.set(highlight.id, { highlight, range, told: JSON.stringify(highlight.anchoring) });
      painter.add('saved', range);
    },
    remove(id) {
      const range = passages.get(id)?.range;
      if (range) painter.remove('saved', range);
      passages.delete(id);
    },
    refresh: () => look(false),
    clear() {
      clearTimeout(deadline);
      passages.clear();
      painter.clear('saved');
    },
  };
}
