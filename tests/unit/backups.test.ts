import { describe, expect, it } from 'vitest';
import type { Highlight } from '../../core/highlights/highlight.ts';
import { createBackups } from '../../storage/backups.ts';
import { compress, decompress } from '../../storage/gzip.ts';
import { createMemoryKeyValues } from '../../storage/key-values.ts';
import { type Ledger, ledgerEntry, missingFrom, newLedger, readLedger } from '../../storage/ledger.ts';
import { highlight } from '../support/highlights.ts';

/** A day of November 2026, at noon. */
const on = (day: number) => `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z`;

/** A database of highlights, as far as backups see it. */
function library() {
  const storage = createMemoryKeyValues();
  const backups = createBackups(storage);
  const rows: Highlight[] = [];
  const ledger = async () => (await readLedger(storage)) ?? newLedger(storage, await backups.list());
  return {
    storage,
    backups,
    rows,
    ledger,
    async save(day: number, one = highlight(`روز ${day}`)) {
      rows.push(one);
      const before = await ledger();
      const noted = await backups.note({ ...before, count: before.count + 1 }, [one]);
      // the first change of a day is followed by a whole backup
      if (noted.backups[0]?.made !== on(day)) {
        await backups.keep(noted, on(day), await backups.pack(noted, rows), await backups.since());
      }
      return one;
    },
  };
}
const ids = (highlights: readonly Highlight[] | undefined) => highlights?.map(({ id }) => id).sort();

describe('backups of highlights', () => {
  it('hold all, with each change since they were made', async () => {
    const { backups, ledger, save } = library();
    const [first, second] = [await save(1), await save(1)];
    const [latest] = (await ledger()).backups;
    expect(latest).toEqual({ id: on(1), made: on(1), count: 1 });
    expect(await backups.read(await ledger(), on(1))).toEqual([first, second]);
    const changed = { ...second, note: 'تازه' };
    await backups.note(await ledger(), [changed]);
    expect(await backups.read(await ledger(), on(1))).toEqual([first, changed]);
  });

  it('are kept for the last seven days on which something was changed', async () => {
    const { backups, ledger, save, storage } = library();
    for (let day = 1; day <= 9; day++) await save(day);
    const kept = (await ledger()).backups;
    expect(kept.map(({ made, count }) => [made, count])).toEqual([9, 8, 7, 6, 5, 4, 3].map((day) => [on(day), day]));
    expect(await storage.keys('highlightBackup:')).toHaveLength(7);
    expect(await backups.read(await ledger(), on(3))).toHaveLength(3);
    expect(await backups.read(await ledger(), on(2))).toBeUndefined();
  });

  it('of later days hold what the database has lost', async () => {
    const { backups, ledger, save, rows } = library();
    const before = [await save(1), await save(1), await save(1)];
    rows.length = 0; // the browser has lost all
    const after = [];
    for (let day = 2; day <= 9; day++) after.push(await save(day));
    const [latest] = (await ledger()).backups;
    expect(ids(await backups.read(await ledger(), latest?.id ?? ''))).toEqual(ids([...before, ...after]));
  });

  it('give back nothing that the reader has deleted for good, and lose it one after the other', async () => {
    const { backups, ledger, save, storage } = library();
    const [kept, early] = [await save(1), await save(1)];
    const late = await save(2);
    const since = await save(2);
    let books: Ledger = { ...(await ledger()), count: 1, forgotten: [early.id, late.id, since.id] };
    await storage.set(ledgerEntry(books));
    for (const { id } of books.backups) expect(await backups.read(books, id)).toEqual([kept]);
    for (let step = 0; books.forgotten.length > 0; step++) {
      expect(step).toBeLessThan(5);
      books = await backups.cleanOne(books);
      for (const { id } of books.backups) expect(await backups.read(books, id)).toEqual([kept]);
    }
    // what lies there holds no trace of them
    for (const key of await storage.keys('')) {
      const value = await storage.get(key);
      const text = typeof value === 'string' ? await decompress(value) : JSON.stringify(value);
      for (const { id } of [early, late, since]) expect(text).not.toContain(id);
    }
    expect(await backups.cleanOne(books)).toBe(books);
  });

  it('carry on what only a later version can read', async () => {
    const { backups, ledger, save, storage, rows } = library();
    const gone = await save(1);
    const later = { ...highlight('از نسخه بعد'), mood: 'glad' };
    rows.push(later);
    await save(2);
    rows.length = 0;
    await save(3); // the rest is missing, and carried on
    let books: Ledger = { ...(await ledger()), forgotten: [gone.id] };
    while (books.forgotten.length > 0) books = await backups.cleanOne(books);
    const stored = await storage.get(`highlightBackup:${on(3)}`);
    expect(await decompress(String(stored))).toContain('"mood":"glad"');
  });

  it('that are torn are not taken for whole ones: an older one serves, with what was changed since', async () => {
    const { backups, ledger, save, storage } = library();
    const first = await save(1);
    await save(2);
    const since = await save(2);
    const key = `highlightBackup:${on(2)}`;
    await storage.set({ [key]: String(await storage.get(key)).slice(0, -12) });
    expect(ids(await backups.read(await ledger(), on(2)))).toEqual(ids([first, since]));
    await storage.remove([`highlightBackup:${on(1)}`]);
    expect(await backups.read(await ledger(), on(1))).toBeUndefined();
  });

  it('are known again when the ledger is lost', async () => {
    const { ledger, save, storage } = library();
    await save(1);
    await save(2);
    await storage.remove(['highlightLedger']);
    expect((await ledger()).backups).toEqual([
      { id: on(2), made: on(2), count: 2 },
      { id: on(1), made: on(1), count: 1 },
    ]);
  });

  it('are written small', async () => {
    const text = JSON.stringify(Array.from({ length: 200 }, (_, index) => highlight(`متن شماره ${index}`)));
    const packed = await compress(text);
    expect(packed.length).toBeLessThan(text.length / 5);
    expect(await decompress(packed)).toBe(text);
  });
});

describe('the ledger', () => {
  const ledger: Ledger = { canary: 'a', count: 5, backups: [], forgotten: [], sinceExport: 0, lastExport: null };

  it('notices how many are missing', () => {
    expect(missingFrom(ledger, 5, 'a')).toBe(0);
    expect(missingFrom(ledger, 3, 'a')).toBe(2);
    expect(missingFrom(ledger, 8, 'a')).toBe(0);
  });
  it('notices a database that was made anew', () => {
    expect(missingFrom(ledger, 0, 'b')).toBe(5);
    expect(missingFrom(ledger, 6, 'b')).toBe(1);
    expect(missingFrom({ ...ledger, count: 0 }, 0, 'b')).toBe(0);
    expect(missingFrom({ ...ledger, canary: null }, 5, 'b')).toBe(0);
  });
  it('goes on from the count that version 0.1.0 kept', async () => {
    const storage = createMemoryKeyValues();
    await storage.set({ highlightCount: 7 });
    expect(await newLedger(storage, [])).toMatchObject({ count: 7, sinceExport: 7, canary: null });
  });
  it('that can’t be read is none', async () => {
    const storage = createMemoryKeyValues();
    await storage.set({ highlightLedger: { count: 'many' } });
    expect(await readLedger(storage)).toBeUndefined();
  });
});
