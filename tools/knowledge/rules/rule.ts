import type { Entity } from '../../../core/knowledge/entity.ts';
import { entityOf } from '../../../core/knowledge/entry.ts';
import type { Fault, LocatedEntry } from '../load.ts';

/** What the rules need to know beside the entries. */
export interface RuleContext {
  /** Folded keys of ordinary Persian words. */
  readonly ordinaryWords: ReadonlySet<string>;
  /** Words that take a side; they may be quoted only. */
  readonly loadedWords: readonly string[];
  /** Beginnings of the Persian titles of offices that several people hold at once. */
  readonly sharedOffices: readonly string[];
  /** Today, YYYY-MM-DD. */
  readonly today: string;
}

/** An entry, the entity it describes, and a way to tell what is wrong in it. */
export interface Checked extends LocatedEntry {
  readonly entity: Entity;
  fault(rule: string, message: string, ...path: (string | number)[]): Fault;
}

export type Rule = (entries: readonly Checked[], context: RuleContext) => Iterable<Fault>;

export function checked(located: LocatedEntry): Checked {
  const { entry, file, lineOf } = located;
  return {
    entry,
    file,
    lineOf,
    entity: entityOf(entry),
    fault: (rule, message, ...path) => ({ file, line: lineOf(...path), rule, message: `${entry.id}: ${message}` }),
  };
}
