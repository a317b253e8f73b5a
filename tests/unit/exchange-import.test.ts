import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareImport } from '../../core/highlights/exchange/compare-import.ts';
import { exportHighlights } from '../../core/highlights/exchange/export.ts';
import { LARGEST_IMPORT, readImport } from '../../core/highlights/exchange/import.ts';
import type { Highlight } from '../../core/highlights/highlight.ts';
import { BROKEN_IMPORTS, EXPORT_CONTEXT, SAVED, tookNothing } from '../support/broken-imports.ts';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/imports/${name}`, import.meta.url), 'utf8');
const exported = exportHighlights(SAVED, 'json-ld', EXPORT_CONTEXT).content;
const allOfOurs = { ok: true, from: 'pishineh', highlights: SAVED, refused: [] };

describe('reading our own files', () => {
  it('gives all that was saved', () => expect(readImport(exported)).toStrictEqual(allOfOurs));

  it('reads files that the first version wrote', () => {
    expect(readImport(fixture('pishineh-1.jsonld'))).toStrictEqual(allOfOurs);
  });

  it('reads them with a byte order mark, too', () => {
    expect(readImport(`\ufeff${exported}`)).toStrictEqual(allOfOurs);
  });

  it('reads the page of the collection alone, and the list of annotations alone', () => {
    const { first } = JSON.parse(exported);
    expect(readImport(JSON.stringify(first))).toStrictEqual(allOfOurs);
    expect(readImport(JSON.stringify(first.items))).toStrictEqual(allOfOurs);
  });

  it('reads lists of one that another programme wrote without brackets', () => {
    const annotation = JSON.parse(exported).first.items[2];
    annotation.target.selector = annotation.target.selector[0];
    annotation.target = [annotation.target];
    delete annotation.body;
    expect(readImport(JSON.stringify([annotation]))).toMatchObject({ highlights: [SAVED[2]], refused: [] });
  });

  it('takes the good ones, and says of the others where they stand, what they are and why not', () => {
    const file = JSON.parse(exported);
    file.first.items[1].target.styleClass = 'red';
    file.first.items.push(file.first.items[0], 7);
    expect(readImport(JSON.stringify(file))).toStrictEqual({
      ok: true,
      from: 'pishineh',
      highlights: [SAVED[0], SAVED[2]],
      refused: [
        { index: 2, excerpt: 'وزیر گفت: «صبر کنید.»', fault: 'unknown-color' },
        { index: 4, excerpt: 'بهای نفت پایین می‌آید. تا بهار همین است.', fault: 'repeated' },
        { index: 5, excerpt: '', fault: 'not-a-highlight' },
      ],
    });
  });

  it('keeps excerpts short, and no letter of them is cut in half', () => {
    const reading = readImport(JSON.stringify([{ type: 'Annotation', id: `x${'😀'.repeat(100_000)}` }]));
    expect(reading.ok && reading.refused[0]?.excerpt).toBe(`x${'😀'.repeat(39)}`);
  });

  it('leaves properties that it does not know', () => {
    const file = JSON.parse(exported);
    file.first.items[0].creator = { name: 'someone' };
    file.first.items[0].target['pishineh:later'] = 1;
    expect(readImport(JSON.stringify(file))).toStrictEqual(allOfOurs);
  });

  it('changes no object when a file has names that would', () => {
    readImport(exported.replace('"id"', '"__proto__": {"polluted": true}, "constructor": {"prototype": {}}, "id"'));
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('reading files of Hypothesis', () => {
  it('takes passages with their notes and tags, and refuses what is no passage of the web', () => {
    expect(readImport(fixture('hypothesis-export.json'))).toStrictEqual({
      ok: true,
      from: 'hypothesis',
      highlights: [
        {
          id: 'hypothesis:Qx3_aB-kEe2Zf9s1tLm0Yg',
          page: {
            key: expect.stringContaining('isna.ir/news/1403091912345'),
            address: 'https://www.isna.ir/news/1403091912345/sample',
            title: 'بازار نفت در پاییز',
            site: 'isna.ir',
          },
          selectors: {
            quote: {
              type: 'TextQuoteSelector',
              exact: 'بهای نفت در بازار پایین می‌آید',
              prefix: 'کارشناسان گفتند ',
              suffix: ' و تا بهار همین است.',
            },
            position: { type: 'TextPositionSelector', start: 412, end: 441 },
          },
          color: 'yellow',
          note: 'برای مقاله‌ام\nخط دوم',
          tags: ['انرژی', 'نفت'],
          entities: [],
          created: '2024-12-09T07:17:52.482Z',
          modified: '2024-12-10T08:17:52.000Z',
          anchoring: { state: 'looking' },
        },
      ],
      refused: [
        { index: 2, excerpt: 'یادداشتی درباره همه صفحه', fault: 'no-passage' },
        { index: 3, excerpt: 'موافق نیستم', fault: 'reply' },
        { index: 4, excerpt: 'جمله‌ای از یک پرونده', fault: 'no-page' },
      ],
    });
  });

  it('takes what its service answers a search with, even without title, context and place', () => {
    expect(readImport(fixture('hypothesis-search.json'))).toMatchObject({
      from: 'hypothesis',
      highlights: [
        {
          page: { title: '', site: 'bbc.com', address: 'https://www.bbc.com/persian/articles/c0000000000o' },
          selectors: { quote: { exact: 'باران تا فردا ادامه دارد', prefix: '', suffix: '' } },
          note: '',
          tags: [],
        },
      ],
      refused: [],
    });
  });
});

describe('broken files', () => {
  it.each(BROKEN_IMPORTS)('$name: $fault', ({ content, fault }) => {
    const reading = readImport(content);
    expect(tookNothing(reading)).toBe(true);
    const faults = reading.ok ? reading.refused.map((item) => item.fault) : [reading.fault];
    expect(new Set(faults)).toEqual(new Set([fault]));
  });

  it('are not even looked into when they are larger than fits', () => {
    expect(readImport('['.repeat(LARGEST_IMPORT + 1))).toEqual({ ok: false, fault: 'too-large' });
  });
});

describe('what was read against what is there', () => {
  const [one, removed, foreign] = SAVED as [Highlight, Highlight, Highlight];
  const there = (...highlights: Highlight[]) => new Map(highlights.map((highlight) => [highlight.id, highlight]));

  it('is new, the same, or there with other remarks', () => {
    const changed: Highlight = { ...foreign, note: 'یادداشت تازه' };
    expect(compareImport([one, removed, foreign], there(removed, changed))).toEqual({
      fresh: [one],
      same: [removed],
      differing: [foreign],
    });
  });

  it.each<[string, Partial<Highlight>]>([
    ['colour', { color: 'pink' }],
    ['tags', { tags: ['نفت'] }],
    ['order of tags', { tags: [...one.tags].reverse() }],
    ['place in the bin', { removed: '2026-11-27T10:00:00.000Z' }],
    ['passage', { selectors: foreign.selectors }],
  ])('differs by its %s', (_, change) => {
    expect(compareImport([one], there({ ...one, ...change })).differing).toEqual([one]);
  });

  it('is the same when only what the programme finds out itself differs', () => {
    const later: Highlight = { ...one, anchoring: { state: 'looking' }, entities: [], modified: one.created };
    expect(compareImport([one], there(later)).same).toEqual([one]);
  });
});
