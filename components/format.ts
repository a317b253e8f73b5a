import type { PartialDate } from '../core/knowledge/partial-date.ts';
import type { Language } from './texts.ts';

/** The calendar of dates: Solar Hijri or Gregorian. */
export type Calendar = 'persian' | 'gregory';

/** The calendar in which a language's readers expect dates. */
export const CALENDAR_OF: Readonly<Record<Language, Calendar>> = { fa: 'persian', en: 'gregory' };

const LOCALES = { fa: 'fa-IR', en: 'en-GB' } as const;
const DIGITS = { fa: 'arabext', en: 'latn' } as const;

/** A date as precisely as it is known: «۱ شهریور ۱۴۰۵», "23 August 2026"; in the other calendar when asked. */
export function formatDate(date: PartialDate, language: Language, calendar: Calendar = CALENDAR_OF[language]): string {
  const [year = '', month, day] = date.split('-');
  // A Gregorian year or month spans two Solar Hijri ones: shown as it is known, in the calendar it is known in.
  const shown = day === undefined ? 'gregory' : calendar;
  const options: Intl.DateTimeFormatOptions = {
    ...(day === undefined ? {} : { day: 'numeric' }),
    ...(month === undefined ? {} : { month: 'long' }),
    year: 'numeric',
    timeZone: 'UTC',
  };
  const text = new Intl.DateTimeFormat(`${LOCALES[language]}-u-ca-${shown}-nu-${DIGITS[language]}`, options)
    .format(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 15)))
    .replace(/\s*(AP|ه\u200d?\.?\s?ش\.?)$/, '');
  return language === 'fa' && shown === 'gregory' ? `${text} میلادی` : text;
}

/** A count in the digits of the language. */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(`${LOCALES[language]}-u-nu-${DIGITS[language]}`).format(value);
}
