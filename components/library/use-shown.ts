import { useMemo, useState } from 'preact/hooks';
import type { Highlight } from '../../core/highlights/highlight.ts';
import { type Facets, filterHighlights, type LibraryFilter, NO_FILTER } from '../../core/highlights/library/filter.ts';
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

export function useShown({ highlights, index, names }: Passages, first: LibraryFilter, calendar: MonthCalendar): Shown {
  const [filter, setFilter] = useState(first);
  const [grouping, group] = useState<Grouping>('page');

  // names too: they are part of what is looked through
  const found = useMemo(() => index.find(highlights, filter.query), [index, highlights, filter.query, names]);
  const words = useMemo(() => queryWords(filter.query), [filter.query]);
  const { shown, facets } = useMemo(
    () => filterHighlights(highlights, filter, found, calendar),
    [highlights, filter, found, calendar],
  );
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
