import type { Kind } from '../core/knowledge/entity.ts';
import type { KindGroup } from '../core/knowledge/kind-group.ts';
import type { TextKey } from './texts.ts';

export const KIND_TEXTS: Readonly<Record<Kind, TextKey>> = {
  person: 'kindPerson',
  place: 'kindPlace',
  organization: 'kindOrganization',
  group: 'kindGroup',
  event: 'kindEvent',
  work: 'kindWork',
  law: 'kindLaw',
  concept: 'kindConcept',
  weapon: 'kindWeapon',
};

export const GROUP_TEXTS: Readonly<Record<KindGroup, TextKey>> = {
  people: 'kindsPeople',
  organizations: 'kindsOrganizations',
  places: 'kindsPlaces',
  events: 'kindsEvents',
  terms: 'kindsTerms',
};
