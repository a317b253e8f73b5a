import type { Anchoring, Highlight } from '../core/highlights/highlight.ts';

/**
 * Where the reader's highlights are kept. Two implementations, one contract
 * (`tests/contract/highlight-store.ts`). Every change is on disk when its promise resolves. A store that can't
 * be read throws; it is never emptied or made anew.
 */
export interface HighlightStore {
  add(highlight: Highlight): Promise<void>;
  /** The highlight, or undefined. */
  get(id: string): Promise<Highlight | undefined>;
  /** Of one page, in the order of its text. */
  ofPage(pageKey: string): Promise<Highlight[]>;
  /** Of all pages, the latest saved first. */
  all(): Promise<Highlight[]>;
  /** Removes and returns it, so that it can be put back; undefined when it is not there. */
  remove(id: string): Promise<Highlight | undefined>;
  /** Notes whether the passage was found. An id that is not there is passed over. */
  setAnchoring(id: string, anchoring: Anchoring): Promise<void>;
}

export function byPosition(a: Highlight, b: Highlight): number {
  return a.selectors.position.start - b.selectors.position.start;
}

export function latestFirst(a: Highlight, b: Highlight): number {
  return a.created < b.created ? 1 : a.created > b.created ? -1 : 0;
}
