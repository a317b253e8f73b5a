import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HIGHLIGHT_COLORS } from '../../core/highlights/colors.ts';
import type { Highlight } from '../../core/highlights/highlight.ts';
import { addressOf, readOpening } from '../../core/highlights/library/address.ts';
import {
  choicesIn,
  filterHighlights,
  type LibraryFilter,
  NO_FILTER,
  SHELVES,
  tagsIn,
} from '../../core/highlights/library/filter.ts';
import { monthOf, savedDay } from '../../core/highlights/library/months.ts';
import { backupToRestore } from '../../core/highlights/library/reminder.ts';
import { GROUPINGS, rowsOf } from '../../core/highlights/library/rows.ts';
import { highlight } from '../support/highlights.ts';

const all = (highlights: readonly Highlight[]) => new Uint8Array(highlights.length).fill(1);
const page = (name: string) => ({ key: name, address: `https://${name}`, title: name, site: name });

const someHighlight = fc
  .record({
    site: fc.constantFrom('a.ir', 'b.ir'),
    color: fc.constantFrom(...HIGHLIGHT_COLORS),
    tags: fc.subarray(['یک', 'دو']),
    entities: fc.subarray(['x', 'y']),
    month: fc.constantFrom('2026-10-25', '2026-11-25'),
    isOrphan: fc.boolean(),
    isRemoved: fc.boolean(),
  })
  .map(({ site, month, isOrphan, isRemoved, ...rest }): Highlight => {
    const created = `${month}T12:00:00.000Z`;
    return highlight('متن', {
      ...rest,
      page: page(site),
      created,
      anchoring: isOrphan ? { state: 'orphaned', reason: 'ambiguous' } : { state: 'anchored' },
      ...(isRemoved ? { removed: created } : {}),
    });
  });
const someFilter: fc.Arbitrary<LibraryFilter> = fc.record({
  query: fc.constant(''),
  shelf: fc.constantFrom(...SHELVES),
  site: fc.constantFrom(undefined, 'a.ir', 'b.ir'),
  color: fc.constantFrom(undefined, ...HIGHLIGHT_COLORS),
  tag: fc.constantFrom(undefined, 'یک', 'دو'),
  entity: fc.constantFrom(undefined, 'x', 'y'),
  month: fc.constantFrom(undefined, '2026-10-23', '2026-11-22'),
});

describe('filters of the library', () => {
  it('tell of each choice how many would be shown if it were made', () => {
    fc.assert(
      fc.property(fc.array(someHighlight, { maxLength: 30 }), someFilter, (highlights, filter) => {
        const { facets } = filterHighlights(highlights, filter, all(highlights), 'persian');
        const shownWith = (changes: Partial<LibraryFilter>) =>
          filterHighlights(highlights, { ...filter, ...changes }, all(highlights), 'persian').shown.length;
        const check = (name: 'site' | 'color' | 'tag' | 'entity' | 'month', choices: typeof facets.sites) => {
          for (const { value, count } of choices)
            expect([name, value, count]).toEqual([name, value, shownWith({ [name]: value })]);
        };
        check('site', facets.sites);
        check('color', facets.colors);
        check('tag', facets.tags);
        check('entity', facets.entities);
        check('month', facets.months);
        for (const shelf of SHELVES) expect([shelf, facets.shelves[shelf]]).toEqual([shelf, shownWith({ shelf })]);
      }),
    );
  });

  it('show neither the bin among the others nor the others in the bin', () => {
    const kept = highlight('یک');
    const orphan = highlight('دو', { anchoring: { state: 'orphaned', reason: 'not-found' } });
    const gone = highlight('سه', { removed: kept.created, anchoring: { state: 'orphaned', reason: 'not-found' } });
    const three = [kept, orphan, gone];
    const shown = (shelf: LibraryFilter['shelf']) =>
      filterHighlights(three, { ...NO_FILTER, shelf }, all(three), 'persian').shown;
    expect(shown('all')).toEqual([kept, orphan]);
    expect(shown('orphans')).toEqual([orphan]);
    expect(shown('bin')).toEqual([gone]);
  });

  it('show and count only what was found', () => {
    const two = [highlight('یک', { page: page('a.ir') }), highlight('دو', { page: page('b.ir') })];
    const { shown, facets } = filterHighlights(two, NO_FILTER, Uint8Array.of(0, 1), 'persian');
    expect(shown).toEqual([two[1]]);
    expect(facets.sites).toEqual([{ value: 'b.ir', count: 1 }]);
    expect(facets.shelves.all).toBe(1);
  });

  it('list the most frequent choice first, and months the latest first', () => {
    const highlights = [
      highlight('یک', { page: page('a.ir'), created: '2026-10-25T12:00:00.000Z' }),
      highlight('دو', { page: page('b.ir'), created: '2026-10-25T12:00:00.000Z' }),
      highlight('سه', { page: page('b.ir'), created: '2026-11-25T12:00:00.000Z' }),
    ];
    const { facets } = filterHighlights(highlights, NO_FILTER, all(highlights), 'gregory');
    expect(facets.sites.map(({ value }) => value)).toEqual(['b.ir', 'a.ir']);
    expect(facets.months.map(({ value }) => value)).toEqual(['2026-11-01', '2026-10-01']);
  });

  it('count the choices that narrow', () => {
    expect(choicesIn({ ...NO_FILTER, shelf: 'bin', query: '  ' })).toBe(0);
    expect(choicesIn({ ...NO_FILTER, query: 'الف', tag: 'ب' })).toBe(2);
  });

  it('know the tags in use, the most used first, without the bin', () => {
    const tagged = (tags: string[], more: Partial<Highlight> = {}) => highlight('متن', { tags, ...more });
    const removed = '2026-11-24T10:00:00.000Z';
    expect(tagsIn([tagged(['یک']), tagged(['دو', 'یک']), tagged(['سه'], { removed })])).toEqual(['یک', 'دو']);
  });
});

describe('the months of saving', () => {
  it.each([
    ['2026-11-21', '2026-10-23'],
    ['2026-11-22', '2026-11-22'],
    ['2027-03-20', '2027-02-20'],
    ['2027-03-21', '2027-03-21'],
  ])('%s is in the Persian month that begins on %s', (day, month) => {
    expect(monthOf(day, 'persian')).toBe(month);
  });

  it('begin on the first in the Gregorian calendar', () => {
    expect(monthOf('2026-11-21', 'gregory')).toBe('2026-11-01');
  });

  it('are those of the day where the reader is', () => {
    const moment = new Date(2026, 10, 22, 0, 30);
    expect(savedDay(highlight('متن', { created: moment.toISOString() }))).toBe('2026-11-22');
  });
});

describe('rows of the library', () => {
  const at = (start: number, created: string, name: string): Highlight => {
    const one = highlight(`${name} ${start}`, { created: `2026-11-${created}T12:00:00.000Z`, page: page(name) });
    return {
      ...one,
      selectors: { ...one.selectors, position: { type: 'TextPositionSelector', start, end: start + 9 } },
    };
  };
  const { position: _, ...withoutPlace } = at(0, '25', 'a.ir').selectors;
  const latest = at(5, '26', 'b.ir');
  const late = at(9, '25', 'a.ir');
  const early = at(2, '24', 'a.ir');
  const unplaced = { ...at(0, '23', 'a.ir'), selectors: withoutPlace };

  it('stand by page: the latest page first, passages in the order of the text, those without a place last', () => {
    const rows = rowsOf([latest, late, early, unplaced], 'page');
    expect(rows.map((row) => row.highlight)).toEqual([latest, early, late, unplaced]);
    expect(rows.map(({ group }) => group?.by === 'page' && [group.page.title, group.count])).toEqual([
      ['b.ir', 1],
      ['a.ir', 3],
      false,
      false,
    ]);
  });

  it('stand by the day of saving in the order of saving', () => {
    const sameDay = at(1, '26', 'a.ir');
    const rows = rowsOf([latest, sameDay, late], 'day');
    expect(rows.map((row) => row.highlight)).toEqual([latest, sameDay, late]);
    expect(rows.map(({ group }) => group?.by === 'day' && [group.day, group.count])).toEqual([
      ['2026-11-26', 2],
      false,
      ['2026-11-25', 1],
    ]);
  });
});

describe('the address of the library', () => {
  it('opens at an entity, a passage or a list', () => {
    expect(readOpening('?entity=white-port').filter.entity).toBe('white-port');
    expect(readOpening('?highlight=hypothesis:aB_1').highlight).toBe('hypothesis:aB_1');
    expect(readOpening('?view=orphans').filter.shelf).toBe('orphans');
  });

  it('is read as what it was written for', () => {
    const someOpening = fc.record({
      filter: fc.tuple(someFilter, fc.string({ unit: 'grapheme' })).map(([filter, query]) => ({ ...filter, query })),
      grouping: fc.constantFrom(...GROUPINGS),
      highlight: fc.constantFrom(undefined, 'hypothesis:aB_1'),
    });
    fc.assert(
      fc.property(someOpening, (opening) => {
        expect(readOpening(addressOf(opening))).toEqual(opening);
      }),
    );
    expect(addressOf({ filter: NO_FILTER, grouping: 'page' })).toBe('');
  });

  it('passes over what it can not read', () => {
    const nothing = { filter: NO_FILTER, grouping: 'page', highlight: undefined };
    expect(readOpening('')).toEqual(nothing);
    expect(readOpening('?entity=<b>&highlight=%00&view=__proto__&other=1')).toEqual(nothing);
  });
});

describe('the backup to restore', () => {
  it('is the latest that holds more than the database', () => {
    const backup = (id: string, count: number) => ({ id, made: '2026-11-24T10:00:00.000Z', count });
    const health = { count: 5, missing: 2, sinceExport: 0, lastExport: null };
    const [small, large, larger] = [backup('small', 5), backup('large', 7), backup('larger', 9)];
    expect(backupToRestore({ ...health, backups: [small, large, larger] })).toBe(large);
    expect(backupToRestore({ ...health, backups: [small] })).toBeUndefined();
  });
});
