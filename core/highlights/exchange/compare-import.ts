import type { Highlight } from '../highlight.ts';

export interface ImportComparison {
  /** Not there yet. */
  readonly fresh: Highlight[];
  /** There already, as the reader sees them. */
  readonly same: Highlight[];
  /** There already, but with another colour, note, tags or passage, or one lies in the bin and the other does not. */
  readonly differing: Highlight[];
}

/** Sorts what was read against what is there, by id. Only `fresh` is to be added: nothing is ever overwritten. */
export function compareImport(read: readonly Highlight[], existing: ReadonlyMap<string, Highlight>): ImportComparison {
  const sorted: ImportComparison = { fresh: [], same: [], differing: [] };
  for (const highlight of read) {
    const there = existing.get(highlight.id);
    if (there === undefined) sorted.fresh.push(highlight);
    else if (looksSame(highlight, there)) sorted.same.push(highlight);
    else sorted.differing.push(highlight);
  }
  return sorted;
}

/** What the programme itself keeps up to date (entities, state, key of the page) makes no difference. */
function looksSame(one: Highlight, other: Highlight): boolean {
  return (
    one.selectors.quote.exact === other.selectors.quote.exact &&
    one.color === other.color &&
    one.note === other.note &&
    one.tags.length === other.tags.length &&
    one.tags.every((tag, at) => tag === other.tags[at]) &&
    (one.removed === undefined) === (other.removed === undefined)
  );
}
