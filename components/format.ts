import type { PartialDate } from '../core/knowledge/partial-date.ts';
import type { Language } from './texts.ts';

/** The calendar of dates: Solar Hijri or Gregorian. */
export type Calendar = 'persian' | 'gregory';

/** The calendar in which a language's readers expect dates. */
export const CALENDAR_OF: Readonly<Record<Language, Calendar>> = { fa: 'persian', en: 'gregory' };

const LOCALES = { fa: 'fa-IR', en: 'en-GB' } as const;
const DIGITS = { fa: 'arabext', en: 'latn' } as const;

/** Makes what a key stands for once: a browser takes longer to make a formatter than to write many values with it. */
function once<T>(make: (language: Language, options: Intl.DateTimeFormatOptions) => T) {
  const made = new Map<string, T>();
  return (language: Language, options: Intl.DateTimeFormatOptions = {}): T => {
    const key = language + Object.values(options).join();
    const value = made.get(key) ?? make(language, options);
    made.set(key, value);
    return value;
  };
}

const dateFormat = once(
  (language, options) =>
    new Intl.DateTimeFormat(`${LOCALES[language]}-u-nu-${DIGITS[language]}`, { ...options, timeZone: 'UTC' }),
);
const numberFormat = once((language) => new Intl.NumberFormat(`${LOCALES[language]}-u-nu-${DIGITS[language]}`));

/** How dates are written of which the year, the month or the day is known. */
const YEAR = { year: 'numeric' } as const;
const MONTH = { ...YEAR, month: 'long' } as const;
const DAY = { ...MONTH, day: 'numeric' } as const;

/** A date as precisely as it is known: «۱ شهریور ۱۴۰۵», "23 August 2026"; in the other calendar when asked. */
export function formatDate(date: PartialDate, language: Language, calendar: Calendar = CALENDAR_OF[language]): string {
  const [year = '', month, day] = date.split('-');
  // A Gregorian year or month spans two Solar Hijri ones: shown as it is known, in the calendar it is known in.
  const shown = day === undefined ? 'gregory' : calendar;
  const parts = day !== undefined ? DAY : month !== undefined ? MONTH : YEAR;
  const text = dateFormat(language, { ...parts, calendar: shown })
    .format(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 15)))
    .replace(/\s*(AP|ه\u200d?\.?\s?ش\.?)$/, '');
  return language === 'fa' && shown === 'gregory' ? `${text} میلادی` : text;
}

/** The month that begins on a day (YYYY-MM-DD): «آذر ۱۴۰۵», "November 2026". */
export function formatMonth(firstDay: string, language: Language, calendar: Calendar): string {
  const parts = dateFormat(language, { ...MONTH, calendar }).formatToParts(Date.parse(firstDay));
  // browsers put the year first in Persian, and a word for the era last
  const part = (type: 'month' | 'year') => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('month')} ${part('year')}`;
}

/** A count in the digits of the language. */
export function formatNumber(value: number, language: Language): string {
  return numberFormat(language).format(value);
}
