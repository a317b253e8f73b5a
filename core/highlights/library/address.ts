import * as v from 'valibot';
import { EntityIdSchema } from '../../knowledge/entity.ts';
import { HighlightIdSchema } from '../highlight.ts';
import { type LibraryFilter, NO_FILTER, SHELVES } from './filter.ts';

/** What the library opens with. */
export interface Opening {
  readonly filter: LibraryFilter;
  /** The highlight to scroll to. */
  readonly highlight: string | undefined;
}

const AddressSchema = v.object({
  entity: v.fallback(v.optional(EntityIdSchema), undefined),
  highlight: v.fallback(v.optional(HighlightIdSchema), undefined),
  view: v.fallback(v.picklist(SHELVES), NO_FILTER.shelf),
});

/**
 * What the address of the library asks for: `?entity=ID`, `?highlight=ID`, `?view=all|orphans|bin`. What can't be read
 * is passed over.
 * @param search the part from the question mark on
 */
export function readOpening(search: string): Opening {
  const { entity, highlight, view } = v.parse(AddressSchema, Object.fromEntries(new URLSearchParams(search)));
  return { filter: { ...NO_FILTER, shelf: view, entity }, highlight };
}
