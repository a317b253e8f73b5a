import { isPartialDate } from '../knowledge/partial-date.ts';
import { readSolarHijriDate } from './solar-hijri.ts';

/** Years before this one in ISO form are Solar Hijri written with hyphens. */
const FIRST_GREGORIAN_YEAR = 1800;

/**
 * The article date, YYYY-MM-DD, from what the page says of it, the surest first: ISO days and times, or Solar
 * Hijri dates in words or digits. Undefined when none of them is a day that exists and has come by `today`.
 */
export function readArticleDate(texts: readonly string[], today: string): string | undefined {
  for (const text of texts) {
    const day = isoDay(text) ?? readSolarHijriDate(text);
    // an article can't be from the future; a day's grace, as readers live east of the clock
    if (day !== undefined && isPartialDate(day) && day <= dayAfter(today)) return day;
  }
  return undefined;
}

function isoDay(text: string): string | undefined {
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})/.exec(text);
  return iso && Number(iso[1]) > FIRST_GREGORIAN_YEAR ? `${iso[1]}-${iso[2]}-${iso[3]}` : undefined;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
