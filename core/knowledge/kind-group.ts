import type { Kind } from './entity.ts';

/** The kinds as readers think of them: what can be switched off, marked alike and listed together. */
export const KIND_GROUPS = ['people', 'organizations', 'places', 'events', 'terms'] as const;
export type KindGroup = (typeof KIND_GROUPS)[number];

const GROUP_OF: Readonly<Record<Kind, KindGroup>> = {
  person: 'people',
  organization: 'organizations',
  group: 'organizations',
  place: 'places',
  event: 'events',
  law: 'terms',
  work: 'terms',
  concept: 'terms',
  weapon: 'terms',
};

export function groupOf(kind: Kind): KindGroup {
  return GROUP_OF[kind];
}
