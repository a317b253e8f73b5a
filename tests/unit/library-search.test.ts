import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Highlight } from '../../core/highlights/highlight.ts';
import { createLibraryIndex, type LibraryIndex } from '../../core/highlights/library/search-index.ts';
import { marksIn, queryWords } from '../../core/highlights/library/search-text.ts';
import { anyText, persianText } from '../support/generators.ts';
import { highlight } from '../support/highlights.ts';

const isIn = (index: LibraryIndex, query: string, one: Highlight) => index.find([one], query)[0] === 1;
const finds = (query: string, quote: string) => isIn(createLibraryIndex(), query, highlight(quote));
const marked = (text: string, query: string) =>
  marksIn(text, queryWords(query)).map(({ start, end }) => text.slice(start, end));

describe('search in the library', () => {
  it.each([
    ['هم میهن', 'روزنامه هم‌میهن نوشت'],
    ['هم‌میهن', 'روزنامه هم میهن نوشت'],
    ['هممیهن', 'روزنامه هم‌میهن نوشت'],
    ['هم‌میهن', 'روزنامه هممیهن نوشت'],
    ['كتاب', 'کتاب‌های تازه'],
    ['۱۴۰۵', 'در سال 1405'],
    ['موسسه', 'مؤسسه‌ای تازه'],
    ['NATO', 'پیمان nato'],
    ['نامه', 'روزنامه'],
    ['تازه کتاب', 'کتاب‌های تازه'],
    ['   ', 'هر چه باشد'],
    ['؟!', 'هر چه باشد'],
  ])('«%s» finds «%s»', (query, quote) => {
    expect(finds(query, quote)).toBe(true);
  });

  it.each([
    ['ماه', 'ما همه آمدیم'],
    ['زنامه', 'باز نامه‌ای رسید'],
    ['کتاب دریا', 'کتاب‌های تازه'],
    ['بردریا', 'خبر دریا'],
  ])('«%s» does not find «%s»', (query, quote) => {
    expect(finds(query, quote)).toBe(false);
  });

  it('finds by the name of an entity once it is known, and by no part of another field', () => {
    const index = createLibraryIndex();
    const one = highlight('متن', { entities: ['port'], tags: ['سفر'], note: 'یادداشت' });
    expect(isIn(index, 'سفید', one)).toBe(false);
    index.nameEntities(new Map([['port', ['بندر سفید', 'White Port']]]));
    expect(isIn(index, 'سفید', one)).toBe(true);
    expect(isIn(index, 'whiteport سفر', one)).toBe(true);
    expect(isIn(index, 'متنیادداشت', one)).toBe(false);
  });

  it('tells each of a list apart, and reads another list anew', () => {
    const index = createLibraryIndex();
    const all = [highlight('کشتی رسید'), highlight('بندر شلوغ است'), highlight('کشتی و بندر')];
    expect([...index.find(all, 'کشتی')]).toEqual([1, 0, 1]);
    expect([...index.find(all, 'بندر')]).toEqual([0, 1, 1]);
    expect([...index.find(all, 'بندر کشتی')]).toEqual([0, 0, 1]);
    expect([...index.find(all, 'رسیدبندر')]).toEqual([0, 0, 0]);
    expect([...index.find(all.slice(1), 'کشتی')]).toEqual([0, 1]);
    expect([...index.find([], 'کشتی')]).toEqual([]);
  });

  it('reads again what the reader has changed', () => {
    const index = createLibraryIndex();
    const before = highlight('متن', { note: 'نخست' });
    index.prepare([before], 0, 1);
    const after = { ...before, note: 'سپس', modified: '2026-11-27T10:00:00.000Z' };
    expect(isIn(index, 'سپس', after)).toBe(true);
    expect(isIn(index, 'نخست', after)).toBe(false);
  });

  it('marks what was found as it is written', () => {
    expect(marked('روزنامه هم\u200c میهن و هممیهن', 'هم‌میهن')).toEqual(['هم\u200c میهن', 'هممیهن']);
    expect(marked('کِتاب', 'کتاب')).toEqual(['کِتاب']);
    expect(marked('آب و آبان', 'آبان آب')).toEqual(['آب', 'آبان']);
    expect(marked('آب', '')).toEqual([]);
  });

  it('marks something wherever it finds something, in order and apart', () => {
    fc.assert(
      fc.property(fc.oneof(persianText, anyText), fc.oneof(persianText, anyText), (text, query) => {
        const words = queryWords(query);
        const marks = marksIn(text, words);
        for (const word of words) {
          const index = createLibraryIndex();
          const isFound = isIn(index, word, {
            ...highlight(text),
            page: { key: 'a', address: '', title: '', site: '' },
          });
          expect(marksIn(text, [word]).length > 0).toBe(isFound);
        }
        for (const [i, { start, end }] of marks.entries()) {
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeGreaterThan(marks[i - 1]?.end ?? -1);
        }
      }),
      { numRuns: 500 },
    );
  });
});
