import { describe, expect, it } from 'vitest';
import { readArticleDate } from '../../core/language/article-date.ts';

const TODAY = '2026-11-28';
const read = (...texts: string[]) => readArticleDate(texts, TODAY);

describe('the article date', () => {
  it.each([
    ['an ISO time', ['2025-04-12T18:30:00+03:30'], '2025-04-12'],
    ['an ISO day', ['2025-04-12'], '2025-04-12'],
    ['a Solar Hijri day in ISO form', ['1404-01-23'], '2025-04-12'],
    ['a Solar Hijri day in words', ['شنبه ۲۳ فروردین ۱۴۰۴ - ۱۸:۳۰'], '2025-04-12'],
    ['a Solar Hijri day in digits', ['۱۴۰۴/۰۱/۲۳'], '2025-04-12'],
    ['the surest that can be read', ['unknown', '', '2025-04-12', '2024-01-01'], '2025-04-12'],
  ])('is %s', (_, texts, day) => expect(read(...texts)).toBe(day));

  it.each([
    ['nothing', []],
    ['no day', ['دیروز']],
    ['a day that does not exist', ['2025-02-30']],
    ['a day to come', ['2027-01-01']],
  ])('is not known from %s', (_, texts) => expect(read(...texts)).toBeUndefined());
});
