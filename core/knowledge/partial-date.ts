import * as v from 'valibot';

/**
 * A date as precisely as it is known: `2026`, `2026-03` or `2026-03-08`, in the Gregorian calendar
 * (ISO 8601 reduced precision).
 */
export type PartialDate = string & { readonly __partialDate?: never };

const PATTERN = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** Whether the text is a partial date of a day, month or year that exists. */
export function isPartialDate(text: string): boolean {
  if (!PATTERN.test(text)) return false;
  if (text.length < 10) return true;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

export const PartialDateSchema = v.pipe(
  v.string(),
  v.check(isPartialDate, 'must be a date that exists: YYYY, YYYY-MM or YYYY-MM-DD'),
);

export const DaySchema = v.pipe(
  v.string(),
  v.isoDate('must be a day, YYYY-MM-DD'),
  v.check(isPartialDate, 'must be a day that exists'),
);

/** The first day that the partial date can mean, as YYYY-MM-DD. */
export function firstDay(date: PartialDate): string {
  return date + '-01-01'.slice(date.length - 4);
}

/** The last day that the partial date can mean, as YYYY-MM-DD. Days past a month's end compare well enough. */
export function lastDay(date: PartialDate): string {
  return date + '-12-31'.slice(date.length - 4);
}

/** A span of time; an end that is left out is open. */
export interface Period {
  readonly from?: PartialDate;
  readonly to?: PartialDate;
}

/**
 * Whether the day (YYYY-MM-DD) lies in the period. Where the period's ends are known by month or year only,
 * the whole month or year counts as inside.
 */
export function covers(period: Period, day: string): boolean {
  return (!period.from || firstDay(period.from) <= day) && (!period.to || day <= lastDay(period.to));
}

/** Days since 1970-01-01 of a day YYYY-MM-DD. */
export function dayNumber(day: string): number {
  return Math.floor(
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000,
  );
}
