import type { Entry } from '../../core/knowledge/entry.ts';
import { entityOf } from '../../core/knowledge/entry.ts';
import { firstDay } from '../../core/knowledge/partial-date.ts';
import { foldKey } from '../../core/language/fold.ts';
import type { Annotator } from '../evaluation/annotate.ts';
import type { Wish } from './wishlist.ts';

/** How many entries of one kind there are. */
export interface KindCount {
  readonly kind: string;
  readonly full: number;
  readonly brief: number;
}

export function countKinds(entries: readonly Entry[]): KindCount[] {
  const counts = new Map<string, { full: number; brief: number }>();
  for (const { kind, background } of entries) {
    const count = counts.get(kind) ?? { full: 0, brief: 0 };
    count[background === undefined ? 'brief' : 'full']++;
    counts.set(kind, count);
  }
  return [...counts].map(([kind, count]) => ({ kind, ...count })).sort((a, b) => sum(b) - sum(a));
}

function sum({ full, brief }: { full: number; brief: number }): number {
  return full + brief;
}

/** Entries by the months since their `asOf`, in steps a reader can take in. */
export function countAges(entries: readonly Entry[], today: string): Map<string, number> {
  const ages = new Map<string, number>(AGES.map(({ name }) => [name, 0]));
  for (const { asOf } of entries) {
    const days = (Date.parse(today) - Date.parse(asOf)) / 86_400_000;
    const { name } = AGES.find(({ until }) => days <= until) ?? (AGES.at(-1) as (typeof AGES)[number]);
    ages.set(name, (ages.get(name) ?? 0) + 1);
  }
  return ages;
}

const AGES = [
  { name: 'up to 3 months', until: 92 },
  { name: 'up to 6 months', until: 183 },
  { name: 'up to a year', until: 366 },
  { name: 'up to 18 months', until: 549 },
  { name: 'older', until: Number.POSITIVE_INFINITY },
] as const;

/** The wishes that no entry fulfils, in their order: neither by Persian name, another name, nor English name. */
export function missingWishes(entries: readonly Entry[], wishes: readonly Wish[]): Wish[] {
  const names = new Set<string>();
  for (const entry of entries) {
    names.add(entry.name.en.toLowerCase());
    for (const { text } of entityOf(entry).names) names.add(foldKey(text));
  }
  return wishes.filter(
    ({ fa, en }) =>
      !names.has(foldKey(withoutBrackets(fa))) &&
      !names.has(en.toLowerCase()) &&
      !names.has(withoutBrackets(en).toLowerCase()),
  );
}

function withoutBrackets(name: string): string {
  return name.replace(/ *\(.*\)/, '');
}

/** In how many of the texts each entity is recognised. */
export function countMentions(annotator: Annotator, texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const found = new Set(annotator.annotate({ id: '', text, date: null }).map(({ entity }) => entity));
    for (const id of found) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** How many other entries lead to each: a measure of weight where no texts are at hand. */
export function countReferences(entries: readonly Entry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { related } of entries) for (const id of related) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/**
 * Entries that something can have changed about (somebody living, anything that goes on) and whose `asOf` lies
 * before the day, the weightiest first.
 */
export function staleEntries(entries: readonly Entry[], before: string, weight: ReadonlyMap<string, number>): Entry[] {
  const of = ({ id }: Entry) => weight.get(id) ?? 0;
  return entries
    .filter(({ asOf, period }) => asOf < before && !(period?.to && firstDay(period.to) <= asOf))
    .sort((a, b) => of(b) - of(a) || (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : a.id < b.id ? -1 : 1));
}
