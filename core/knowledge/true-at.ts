import type { Entity, Fact, Role } from './entity.ts';
import { covers, firstDay, lastDay } from './partial-date.ts';

/** What the store can say of an entity for one day. */
export interface TrueAt {
  /** Roles held on that day, the latest begun first. */
  readonly roles: readonly Role[];
  /** Facts that held on that day or had happened by then, the latest first. */
  readonly facts: readonly Fact[];
  /** Where the day stands to the entity's period: `unknown` when the entry gives no period. */
  readonly existence: 'before' | 'during' | 'after' | 'unknown';
}

/**
 * What was true of the entity on the day (YYYY-MM-DD). Roles without an end are taken to last at least
 * until the entry's `asOf`; for later days they are still the best that is known, and the caller shows
 * `asOf` beside them. Lists are empty when nothing is known.
 */
export function whatIsTrueAt(entity: Entity, day: string): TrueAt {
  const { from, to } = entity.period ?? {};
  const existence =
    from && day < firstDay(from) ? 'before' : to && day > lastDay(to) ? 'after' : entity.period ? 'during' : 'unknown';
  return {
    existence,
    // a role that nobody dated at either end tells nothing about a day
    roles: entity.roles.filter((role) => (role.from || role.to) && covers(role, day)).sort(latestFirst),
    facts: entity.facts.filter((fact) => hasHappened(fact, day)).sort(latestFirst),
  };
}

function hasHappened(fact: Fact, day: string): boolean {
  if (fact.on) return firstDay(fact.on) <= day;
  return covers(fact, day);
}

function latestFirst(a: Role | Fact, b: Role | Fact): number {
  return startOf(b).localeCompare(startOf(a));
}

function startOf(dated: Role | Fact): string {
  return ('on' in dated && dated.on) || dated.from || '';
}
