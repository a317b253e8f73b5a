import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../core/knowledge/entry.ts';
import { countAges, countKinds, countReferences, missingWishes, staleEntries } from '../../tools/knowledge/counting.ts';
import { readWishlist } from '../../tools/knowledge/wishlist.ts';

const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
  id,
  kind: 'person',
  name: { fa: 'سارا آزمون', en: 'Sara Test' },
  names: {},
  gloss: { fa: 'شخص', en: 'somebody' },
  roles: [],
  facts: [],
  related: [],
  sources: [{ title: 't', url: 'https://example.org/', read: '2026-01-02' }],
  asOf: '2026-01-02',
  ...more,
});

describe('statistics of knowledge', () => {
  it('count full and brief entries of each kind, the most first', () => {
    const entries = [entry('a'), entry('b', { background: 'یک. دو.' }), entry('c', { kind: 'place' })];
    expect(countKinds(entries)).toEqual([
      { kind: 'person', full: 1, brief: 1 },
      { kind: 'place', full: 0, brief: 1 },
    ]);
  });

  it('count entries by the time since they were known to be true', () => {
    const entries = ['2026-10-30', '2026-01-02', '2019-01-01'].map((asOf) => entry(asOf, { asOf }));
    expect([...countAges(entries, '2026-11-24')].filter(([, count]) => count > 0)).toEqual([
      ['up to 3 months', 1],
      ['up to a year', 1],
      ['older', 1],
    ]);
  });

  it('know a wish by its Persian name in any spelling, by another name, and by its English name', () => {
    const entries = [
      entry('a', { names: { certain: ['كاظم نمونه'] } }),
      entry('b', { name: { fa: 'شهر', en: 'Town' } }),
    ];
    const wish = (rank: number, fa: string, en: string) => ({ rank, kind: 'person', fa, en });
    const wishes = [
      wish(1, 'سارا  آزمون', 'S. T.'),
      wish(2, 'کاظم‌ نمونه', '?'),
      wish(3, 'آبادی', 'Town (place)'),
      wish(4, 'مینا', 'Mina'),
    ];
    expect(missingWishes(entries, wishes).map(({ rank }) => rank)).toEqual([4]);
  });
});

describe('what is stale', () => {
  const old = { asOf: '2024-05-01' };
  it('is older than the day, the most mentioned first, then the oldest', () => {
    const entries = [
      entry('new', { asOf: '2026-06-01' }),
      entry('known', old),
      entry('unknown', old),
      entry('older', { asOf: '2023-01-01' }),
    ];
    const stale = staleEntries(entries, '2026-01-01', new Map([['known', 3]]));
    expect(stale.map(({ id }) => id)).toEqual(['known', 'older', 'unknown']);
  });

  it('is not what is over: the dead, and events that have ended', () => {
    expect(staleEntries([entry('dead', { ...old, period: { to: '1989-06-03' } })], '2026-01-01', new Map())).toEqual(
      [],
    );
  });

  it('weighs by the entries that lead there where no texts are at hand', () => {
    const counts = countReferences([entry('a', { related: ['b'] }), entry('c', { related: ['b', 'a'] })]);
    expect([...counts]).toEqual([
      ['b', 2],
      ['a', 1],
    ]);
  });
});

describe('a wish-list', () => {
  const read = async (text: string) => {
    const folder = await mkdtemp(join(tmpdir(), 'wishes-'));
    const file = join(folder, 'w.tsv');
    await writeFile(file, text);
    return readWishlist(file).finally(() => rm(folder, { recursive: true }));
  };

  it('is read by its headings, whatever else stands in it', async () => {
    expect(await read('en\trank\tx\tkind\tfa\nMina\t7\t.\tperson\tمینا\n')).toEqual([
      { rank: 7, kind: 'person', fa: 'مینا', en: 'Mina' },
    ]);
  });

  it('is refused in one sentence when a heading is missing or a rank is no number', async () => {
    await expect(read('rank\tfa\ten\n')).rejects.toThrow('there is no column «kind»');
    await expect(read('rank\tkind\tfa\ten\nfirst\tperson\tمینا\tMina\n')).rejects.toThrow(':2: the rank is no number');
  });
});
