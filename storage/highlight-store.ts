import type { Anchoring, Highlight, Remarks } from '../core/highlights/highlight.ts';

/**
 * Where the reader's highlights are kept. Two implementations, one contract
 * (`tests/contract/highlight-store.test.ts`). Every change is on disk, and whole, when its promise resolves. A store
 * that can't be opened, read or written throws and has changed nothing; it is never emptied or made anew.
 */
export interface HighlightStore {
  /** Adds those whose ids are not there yet, all or none; tells how many. Those that are there stay as they are. */
  addMissing(
    highlights: readonly Highlight[],
  ): Promise<{ readonly added: readonly Highlight[]; readonly same: number }>;
  /** The highlight, or undefined. */
  get(id: string): Promise<Highlight | undefined>;
  /** Of one page, in the order of its text, without the bin. */
  ofPage(pageKey: string): Promise<Highlight[]>;
  /** Of all pages, the latest saved first, the bin included. */
  all(): Promise<Highlight[]>;
  /** How many there are, the bin included. */
  count(): Promise<number>;
  /** How many mention the entity, without the bin. */
  countMentioning(entity: string): Promise<number>;
  /** Changes what the reader says of a passage; returns it as it is then, or undefined when it is not there. */
  change(id: string, remarks: Partial<Remarks>, modified: string): Promise<Highlight | undefined>;
  /**
   * Puts highlights into the bin, with the time at which that was, or takes them out again. Returns those that were
   * changed; ids that are not there are passed over.
   */
  setRemoved(ids: readonly string[], removed: string | undefined): Promise<Highlight[]>;
  /** Deletes for good those that lie in the bin; returns their ids. Others are passed over. */
  purge(ids: readonly string[]): Promise<string[]>;
  /** Notes whether passages were found. Ids that are not there are passed over. */
  setAnchoring(reports: readonly { readonly id: string; readonly anchoring: Anchoring }[]): Promise<void>;
  /** A mark that is made once with the database: when it is another one, the database was made anew. */
  canary(): Promise<string>;
}

export function byPosition(a: Highlight, b: Highlight): number {
  return startOf(a) - startOf(b) || (a.created < b.created ? -1 : 1);
}

function startOf({ selectors }: Highlight): number {
  return selectors.position?.start ?? Number.MAX_SAFE_INTEGER;
}

export function latestFirst(a: Highlight, b: Highlight): number {
  return a.created < b.created ? 1 : a.created > b.created ? -1 : 0;
}

/** The highlight with what the reader says of it now. */
export function withRemarks(highlight: Highlight, remarks: Partial<Remarks>, modified: string): Highlight {
  return { ...highlight, ...remarks, modified };
}

/** The highlight in the bin, or out of it. */
export function withRemoved({ removed: _, ...highlight }: Highlight, removed: string | undefined): Highlight {
  return removed === undefined ? highlight : { ...highlight, removed };
}
