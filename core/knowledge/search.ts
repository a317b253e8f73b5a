import { foldKey } from '../language/fold.ts';
import type { Entity } from './entity.ts';

/** Letters of a query below which it would match half the store. */
export const SHORTEST_QUERY = 2;

/** A text as it is compared in searching: folded, without joints, in lower case. */
export function searchKey(text: string): string {
  return foldKey(text).toLowerCase();
}

/**
 * The keys under which an entity is found: each of its names from each word on, so that «عراقچی» and «عباس عرا…» both
 * find «عباس عراقچی».
 */
export function searchKeys({ name, names }: Pick<Entity, 'name' | 'names'>): string[] {
  const keys = new Set<string>();
  for (const text of [name.fa, name.en, ...names.map((one) => one.text)]) {
    const words = text.split(/[\s\u200c]+/);
    for (let from = 0; from < words.length; from++) {
      const key = searchKey(words.slice(from).join(' '));
      if (key.length >= SHORTEST_QUERY) keys.add(key);
    }
  }
  return [...keys];
}

/** The best matches first: what is named so, then what begins so, the shorter the name the better. */
export function rankMatches(matches: readonly Entity[], query: string, limit: number): Entity[] {
  const key = searchKey(query);
  const ranked = matches.map((entity) => {
    const full = [entity.name.fa, entity.name.en, ...entity.names.map(({ text }) => text)].map(searchKey);
    const rank = full.includes(key) ? 0 : full.some((one) => one.startsWith(key)) ? 1 : 2;
    return { entity, rank, length: Math.min(...full.map((one) => one.length)) };
  });
  return ranked
    .sort((a, b) => a.rank - b.rank || a.length - b.length || (a.entity.id < b.entity.id ? -1 : 1))
    .slice(0, limit)
    .map(({ entity }) => entity);
}
