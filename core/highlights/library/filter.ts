import type { HighlightColor } from '../colors.ts';
import type { Highlight } from '../highlight.ts';
import { type MonthCalendar, monthOf, savedDay } from './months.ts';
import type { Found } from './search-index.ts';

/** Which highlights are looked at: those in the library, of these the ones not found again, or the bin. */
export const SHELVES = ['all', 'orphans', 'bin'] as const;
export type Shelf = (typeof SHELVES)[number];

/** What the reader wants to see; what is undefined does not matter. */
export interface LibraryFilter {
  readonly query: string;
  readonly shelf: Shelf;
  readonly site?: string | undefined;
  readonly color?: HighlightColor | undefined;
  readonly tag?: string | undefined;
  /** Id of an entity. */
  readonly entity?: string | undefined;
  /** The month of saving: see `monthOf`. */
  readonly month?: string | undefined;
}

export const NO_FILTER: LibraryFilter = { query: '', shelf: 'all' };

/** How many choices narrow what a shelf shows. */
export function choicesIn({ query, site, color, tag, entity, month }: LibraryFilter): number {
  const words = query.trim() === '' ? undefined : query;
  return [words, site, color, tag, entity, month].filter((choice) => choice !== undefined).length;
}

/** A choice of a filter, with how many would be shown if it were made. */
export interface Choice<T extends string = string> {
  readonly value: T;
  readonly count: number;
}

export interface Facets {
  readonly shelves: Readonly<Record<Shelf, number>>;
  /** The most frequent first, as are the next three. */
  readonly sites: readonly Choice[];
  readonly colors: readonly Choice<HighlightColor>[];
  readonly tags: readonly Choice[];
  readonly entities: readonly Choice[];
  /** The latest first. */
  readonly months: readonly Choice[];
}

export interface Filtered {
  /** What the filter shows, in the order that was given. */
  readonly shown: readonly Highlight[];
  /** Counted when first asked for: that takes longer than to filter. */
  readonly facets: Facets;
}

/** The choices that a highlight can fail; bits, so that one look tells which. */
const Fails = { Shelf: 1, Site: 2, Color: 4, Tag: 8, Entity: 16, Month: 32, Query: 64 } as const;

/**
 * What a filter shows, and how many each other choice would show with the rest of the filter as it is.
 * @param found which highlights have the words of the query
 */
export function filterHighlights(
  highlights: readonly Highlight[],
  filter: LibraryFilter,
  found: Found,
  calendar: MonthCalendar,
): Filtered {
  const shown: Highlight[] = [];
  const fails = new Uint8Array(highlights.length);
  const readMonth = monthReader(calendar);
  let index = 0;
  for (const highlight of highlights) {
    const failed = found[index] ? failsOf(highlight, filter, readMonth) : Fails.Query;
    if (failed === 0) shown.push(highlight);
    fails[index++] = failed;
  }
  let facets: Facets | undefined;
  return {
    shown,
    get facets() {
      facets ??= countFacets(highlights, fails, readMonth);
      return facets;
    },
  };
}

function countFacets(
  highlights: readonly Highlight[],
  allFails: Uint8Array,
  readMonth: (highlight: Highlight) => string,
): Facets {
  const shelves = new Counter<Shelf>();
  const sites = new Counter<string>();
  const colors = new Counter<HighlightColor>();
  const tags = new Counter<string>();
  const entities = new Counter<string>();
  const months = new Counter<string>();
  let index = 0;
  for (const highlight of highlights) {
    const fails = allFails[index++] ?? Fails.Query;
    // one that fails two choices counts for none: changing one of them would still not show it
    if (fails === Fails.Query || (fails & (fails - 1)) !== 0) continue;
    const passesBut = (choice: number) => (fails & ~choice) === 0;
    if (passesBut(Fails.Shelf)) shelves.add(shelvesOf(highlight));
    if (passesBut(Fails.Site)) sites.add([highlight.page.site]);
    if (passesBut(Fails.Color)) colors.add([highlight.color]);
    if (passesBut(Fails.Tag)) tags.add(highlight.tags);
    if (passesBut(Fails.Entity)) entities.add(highlight.entities);
    if (passesBut(Fails.Month)) months.add([readMonth(highlight)]);
  }
  return {
    shelves: { all: shelves.of('all'), orphans: shelves.of('orphans'), bin: shelves.of('bin') },
    sites: sites.choices(),
    colors: colors.choices(),
    tags: tags.choices(),
    entities: entities.choices(),
    months: months.choices().sort((a, b) => (a.value < b.value ? 1 : -1)),
  };
}

/** All tags in use outside the bin, the most used first. */
export function tagsIn(highlights: readonly Highlight[]): string[] {
  const tags = new Counter<string>();
  for (const highlight of highlights) if (highlight.removed === undefined) tags.add(highlight.tags);
  return tags.choices().map(({ value }) => value);
}

function failsOf(highlight: Highlight, filter: LibraryFilter, readMonth: (highlight: Highlight) => string): number {
  const { shelf, site, color, tag, entity, month } = filter;
  let fails = 0;
  if (!standsOn(shelf, highlight)) fails |= Fails.Shelf;
  if (site !== undefined && highlight.page.site !== site) fails |= Fails.Site;
  if (color !== undefined && highlight.color !== color) fails |= Fails.Color;
  if (tag !== undefined && !highlight.tags.includes(tag)) fails |= Fails.Tag;
  if (entity !== undefined && !highlight.entities.includes(entity)) fails |= Fails.Entity;
  if (month !== undefined && readMonth(highlight) !== month) fails |= Fails.Month;
  return fails;
}

function standsOn(shelf: Shelf, highlight: Highlight): boolean {
  return shelvesOf(highlight).includes(shelf);
}

function shelvesOf({ removed, anchoring }: Highlight): readonly Shelf[] {
  if (removed !== undefined) return IN_BIN;
  return anchoring.state === 'orphaned' ? ORPHANED : IN_LIBRARY;
}

const IN_BIN: readonly Shelf[] = ['bin'];
const ORPHANED: readonly Shelf[] = ['all', 'orphans'];
const IN_LIBRARY: readonly Shelf[] = ['all'];

/** Tells the month of saving; that of each day is reckoned once. */
function monthReader(calendar: MonthCalendar): (highlight: Highlight) => string {
  const months = new Map<string, string>();
  return (highlight) => {
    const day = savedDay(highlight);
    const month = months.get(day) ?? monthOf(day, calendar);
    months.set(day, month);
    return month;
  };
}

class Counter<T extends string> {
  readonly #counts = new Map<T, { count: number }>();

  add(values: readonly T[]): void {
    for (const value of values) {
      const known = this.#counts.get(value);
      if (known) known.count++;
      else this.#counts.set(value, { count: 1 });
    }
  }

  of(value: T): number {
    return this.#counts.get(value)?.count ?? 0;
  }

  /** The most frequent first. */
  choices(): Choice<T>[] {
    return [...this.#counts].map(([value, { count }]) => ({ value, count })).sort((a, b) => b.count - a.count);
  }
}
