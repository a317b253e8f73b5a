import type { PartialDate } from '../core/knowledge/partial-date.ts';
import type { Language } from './texts.ts';

const LOCALES = { fa: 'fa-IR-u-ca-persian-nu-arabext', en: 'en-GB-u-ca-gregory' } as const;

/** A date as precisely as it is known, in the calendar of the interface's language: «۱ شهریور ۱۴۰۵», "23 August 2026". */
export function formatDate(date: PartialDate, language: Language): string {
  const [year = '', month, day] = date.split('-');
  // A Gregorian year or month spans two Solar Hijri ones: shown as it is known, in the calendar it is known in.
  if (day === undefined) {
    const locale = language === 'fa' ? 'fa-IR-u-ca-gregory-nu-arabext' : LOCALES.en;
    const options: Intl.DateTimeFormatOptions =
      month === undefined ? { year: 'numeric' } : { year: 'numeric', month: 'long' };
    const text = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(
      Date.UTC(Number(year), Number(month ?? 1) - 1, 15),
    );
    return language === 'fa' ? `${text} میلادی` : text;
  }
  return new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
    .format(Date.UTC(Number(year), Number(month) - 1, Number(day)))
    .replace(/\s*(AP|ه\u200d?\.?\s?ش\.?)$/, '');
}

/** A count in the digits of the language. */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language]).format(value);
}
