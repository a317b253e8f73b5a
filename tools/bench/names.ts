import type { Entity } from '../../core/knowledge/entity.ts';

/** What people's surnames are made of, beside given names themselves. */
const SURNAME_ENDINGS = [
  'ی',
  'زاده',
  'پور',
  'نژاد',
  'نیا',
  'فر',
  ' مقدم',
  ' تهرانی',
  ' اصفهانی',
  ' شیرازی',
  '‌خواه',
  '‌دوست',
];

/**
 * Entities with `count` names in all: our own first, then people with made-up names of real given names and
 * shapes of surnames, so that first words are common as in a real store. The same for the same input.
 */
export function makeEntities(own: readonly Entity[], givenNames: readonly string[], count: number): Entity[] {
  const entities: Entity[] = [];
  let names = 0;
  for (const entity of own) {
    if (names + entity.names.length > count) break;
    entities.push(entity);
    names += entity.names.length;
  }
  const random = randomNumbers(1);
  const seen = new Set<string>();
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  while (names < count) {
    // the square makes the first given names of the list common, as common names are
    const given = givenNames[Math.floor(random() ** 2 * givenNames.length)] as string;
    const full = `${given} ${pick(givenNames)}${pick(SURNAME_ENDINGS)}`;
    if (seen.has(full)) continue;
    seen.add(full);
    entities.push({
      id: `p${names}`,
      kind: 'person',
      name: { fa: full, en: full },
      names: [{ text: full, trust: 'certain' }],
      gloss: { fa: full, en: full },
      roles: [],
      facts: [],
      related: [],
      sources: [],
      asOf: '2026-01-01',
    });
    names++;
  }
  return entities;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32, T. Ettinger). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}
