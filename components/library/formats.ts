import type { MonthCalendar } from '../../core/highlights/library/months.ts';
import { formatDate, formatNumber } from '../format.ts';
import type { Language } from '../texts.ts';

/** Values whose text is remembered. */
const MOST_REMEMBERED = 10_000;

/**
 * The same as a function that writes a value in a language, without writing one anew: a browser's formatter takes longer
 * to make than everything else that a row needs.
 */
function remembering<V>(write: (value: V, language: Language) => string): (value: V, language: Language) => string {
  const texts = { fa: new Map<V, string>(), en: new Map<V, string>() };
  return (value, language) => {
    const known = texts[language].get(value);
    if (known !== undefined) return known;
    if (texts[language].size >= MOST_REMEMBERED) texts[language].clear();
    const text = write(value, language);
    texts[language].set(value, text);
    return text;
  };
}

/** A day (YYYY-MM-DD) in the language's calendar: see `formatDate`. */
export const formatDay = remembering<string>((day, language) => formatDate(day, language));
/** A count in the language's digits: see `formatNumber`. */
export const formatCount = remembering<number>(formatNumber);

const LOCALES = { fa: 'fa-IR-u-nu-arabext', en: 'en-GB-u-nu-latn' } as const;
const MONTHS = {
  persian: remembering<string>((day, language) => writeMonth(day, language, 'persian')),
  gregory: remembering<string>((day, language) => writeMonth(day, language, 'gregory')),
} as const satisfies Record<MonthCalendar, unknown>;

/** The month that begins on a day: «آذر ۱۴۰۵», "November 2026". */
export function formatMonth(firstDay: string, language: Language, calendar: MonthCalendar): string {
  return MONTHS[calendar](firstDay, language);
}

function writeMonth(firstDay: string, language: Language, calendar: MonthCalendar): string {
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC', calendar } as const;
  const parts = new Intl.DateTimeFormat(LOCALES[language], options).formatToParts(Date.parse(firstDay));
  // browsers put the year first in Persian, and a word for the era last
  const part = (type: 'month' | 'year') => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('month')} ${part('year')}`;
}
