import * as v from 'valibot';
import { EntityIdSchema } from '../../knowledge/entity.ts';
import { HIGHLIGHT_COLORS } from '../colors.ts';
import { HighlightIdSchema } from '../highlight.ts';
import { type LibraryFilter, NO_FILTER, SHELVES } from './filter.ts';
import { GROUPINGS, type Grouping } from './rows.ts';

/** What the library opens with. */
export interface Opening {
  readonly filter: LibraryFilter;
  readonly grouping: Grouping;
  /** The highlight to scroll to. */
  readonly highlight?: string | undefined;
}

/** How passages stand unless the reader has them otherwise. */
const FIRST_GROUPING: Grouping = 'page';

/** Passed over when it can't be read. */
const ifReadable = <T>(schema: v.GenericSchema<T>) => v.fallback(v.optional(schema), undefined);
const word = v.pipe(v.string(), v.nonEmpty());

const AddressSchema = v.object({
  highlight: ifReadable(HighlightIdSchema),
  view: v.fallback(v.picklist(SHELVES), NO_FILTER.shelf),
  query: v.fallback(v.string(), NO_FILTER.query),
  site: ifReadable(word),
  color: ifReadable(v.picklist(HIGHLIGHT_COLORS)),
  tag: ifReadable(word),
  entity: ifReadable(EntityIdSchema),
  month: ifReadable(v.pipe(v.string(), v.isoDate())),
  by: v.fallback(v.picklist(GROUPINGS), FIRST_GROUPING),
});

/**
 * What the address of the library asks for: `?highlight=ID` to scroll to, `view=all|orphans|bin`, the choices of
 * `LibraryFilter` by their names, `by=page|day`. What can't be read is passed over.
 * @param search the part from the question mark on
 */
export function readOpening(search: string): Opening {
  const address = v.parse(AddressSchema, Object.fromEntries(new URLSearchParams(search)));
  const { highlight, view: shelf, by: grouping, ...choices } = address;
  return { filter: { ...choices, shelf }, grouping, highlight };
}

/** The shortest address that `readOpening` reads as the same; empty when it asks for nothing. */
export function addressOf({ filter, grouping, highlight }: Opening): string {
  const { shelf, ...choices } = filter;
  const view = shelf === NO_FILTER.shelf ? undefined : shelf;
  const by = grouping === FIRST_GROUPING ? undefined : grouping;
  const asked = { highlight, view, ...choices, by };
  const words = Object.entries(asked).filter(([, value]) => value !== undefined && value !== '');
  return words.length === 0 ? '' : `?${new URLSearchParams(words as [string, string][])}`;
}
