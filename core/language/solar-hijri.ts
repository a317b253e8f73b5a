import { isValidJalaaliDate, toGregorian } from 'jalaali-js';
import { foldKey } from './fold.ts';

const MONTHS = 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'.split(' ');
const AFGHAN_MONTHS = 'حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت'.split(' ');
const MONTH_NUMBERS = new Map([...MONTHS, ...AFGHAN_MONTHS].map((name, index) => [foldKey(name), (index % 12) + 1]));

const DIGIT = '[0-9\u0660-\u0669\u06f0-\u06f9]';
const WITH_MONTH_NAME = new RegExp(
  `(${DIGIT}{1,2})\\s+([\\u0621-\\u06cc]+?)(?:[\\s\\u200c]*ماه)?[\\s،,]+(${DIGIT}{4})`,
);
const NUMERIC = new RegExp(`(${DIGIT}{4})[/\\-.](${DIGIT}{1,2})[/\\-.](${DIGIT}{1,2})`);

/**
 * The first Solar Hijri date in a text («۲۸ دی ۱۴۰۳», «1403/10/28»), as a Gregorian day YYYY-MM-DD.
 * Undefined when there is none that exists.
 */
export function readSolarHijriDate(text: string): string | undefined {
  const named = WITH_MONTH_NAME.exec(text);
  const month = named && MONTH_NUMBERS.get(foldKey(named[2] ?? ''));
  if (named && month) return toDay(number(named[3]), month, number(named[1]));
  const numeric = NUMERIC.exec(text);
  return numeric ? toDay(number(numeric[1]), number(numeric[2]), number(numeric[3])) : undefined;
}

function toDay(year: number, month: number, day: number): string | undefined {
  if (year < 1200 || year > 1600 || !isValidJalaaliDate(year, month, day)) return undefined;
  const { gy, gm, gd } = toGregorian(year, month, day);
  return `${gy}-${String(gm).padStart(2, '0')}-${String(gd).padStart(2, '0')}`;
}

function number(digits: string | undefined): number {
  return Number(foldKey(digits ?? ''));
}
