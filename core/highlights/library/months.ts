import { toGregorian, toJalaali } from 'jalaali-js';
import { dayOf } from '../exchange/moments.ts';
import type { Highlight } from '../highlight.ts';

/** The calendar by which the reader counts months. */
export type MonthCalendar = 'persian' | 'gregory';

/** Days already reckoned: thousands of highlights are asked for theirs again at each letter of a query. */
const savedDays = new WeakMap<Highlight, string>();

/** The day on which a highlight was saved, where the reader is: YYYY-MM-DD. */
export function savedDay(highlight: Highlight): string {
  const known = savedDays.get(highlight);
  if (known !== undefined) return known;
  const day = dayOf(highlight.created);
  savedDays.set(highlight, day);
  return day;
}

/**
 * The month of a day, as the day on which it begins, YYYY-MM-DD: so months are told apart, sorted and shown in any
 * calendar.
 */
export function monthOf(day: string, calendar: MonthCalendar): string {
  if (calendar === 'gregory') return `${day.slice(0, 7)}-01`;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const { jy, jm } = toJalaali(year, month, date);
  const { gy, gm, gd } = toGregorian(jy, jm, 1);
  return [String(gy).padStart(4, '0'), String(gm).padStart(2, '0'), String(gd).padStart(2, '0')].join('-');
}
