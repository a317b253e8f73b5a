import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Highlight } from '../../core/highlights/highlight.ts';
import type { Opening } from '../../core/highlights/library/address.ts';
import {
  type Facets,
  type Filtered,
  filterHighlights,
  type LibraryFilter,
  NO_FILTER,
} from '../../core/highlights/library/filter.ts';
import type { MonthCalendar } from '../../core/highlights/library/months.ts';
import { type Grouping, type Row, rowsOf } from '../../core/highlights/library/rows.ts';
import { queryWords } from '../../core/highlights/library/search-text.ts';
import type { Passages } from './use-passages.ts';

/** What the reader wants to see, and what that shows. */
export interface Shown {
  readonly filter: LibraryFilter;
  readonly grouping: Grouping;
  readonly highlights: readonly Highlight[];
  readonly rows: readonly Row[];
  readonly facets: Facets;
  /** Folded words of the query. */
  readonly words: readonly string[];
  narrow(changes: Partial<LibraryFilter>): void;
  /** Takes all choices back but the list that is looked at. */
  clear(): void;
  group(grouping: Grouping): void;
}

export function useShown({ highlights, index, names }: Passages, opening: Opening, calendar: MonthCalendar): Shown {
  const [filter, setFilter] = useState(opening.filter);
  const [grouping, group] = useState(opening.grouping);

  // names too: they are part of what is looked through
  const found = useMemo(() => index.find(highlights, filter.query), [index, highlights, filter.query, names]);
  const words = useMemo(() => queryWords(filter.query), [filter.query]);
  const filtered = useMemo(
    () => filterHighlights(highlights, filter, found, calendar),
    [highlights, filter, found, calendar],
  );
  const { shown } = filtered;
  const facets = useFacets(filtered, highlights.length);
  const rows = useMemo(() => rowsOf(shown, grouping), [shown, grouping]);

  return {
    filter,
    grouping,
    highlights: shown,
    rows,
    facets,
    words,
    narrow: (changes) => setFilter((now) => ({ ...now, ...changes })),
    clear: () => setFilter(({ shelf }) => ({ ...NO_FILTER, shelf })),
    group,
  };
}

/** Highlights up to which the choices are counted at once: a few milliseconds of work. */
const MOST_COUNTED_AT_ONCE = 2000;
/** Milliseconds between two letters of one who types; what takes longer waits for the end of the word. */
const TYPING_PAUSE = 150;

/** How many each choice would show; in a large library this is counted after the list is drawn. */
function useFacets(filtered: Filtered, all: number): Facets {
  const [counted, setCounted] = useState<Facets>();
  const isLarge = all > MOST_COUNTED_AT_ONCE;
  useEffect(() => {
    if (!isLarge) return;
    const timer = setTimeout(() => setCounted(filtered.facets), TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [filtered, isLarge]);
  return (isLarge ? counted : undefined) ?? filtered.facets;
}
