import { firstDay, lastDay } from '../../../core/knowledge/partial-date.ts';
import type { Fault } from '../load.ts';
import type { Checked, RuleContext } from './rule.ts';

/** What ends comes after what begins, and nothing is known of the future. */
export function* dateFaults(entries: readonly Checked[], { today }: RuleContext): Generator<Fault> {
  for (const one of entries) {
    const { entry } = one;
    for (const [index, role] of entry.roles.entries()) {
      if (!inOrder(role)) yield one.fault('dates', `the role «${role.title.fa}» ends before it begins`, 'roles', index);
    }
    for (const [index, fact] of entry.facts.entries()) {
      const path = ['facts', index];
      if (fact.on && (fact.from || fact.to))
        yield one.fault('dates', 'a fact has either `on`, or `from` and `to`', ...path);
      if (!fact.on && !fact.from && !fact.to) yield one.fault('dates', 'a fact needs a date', ...path);
      if (!inOrder(fact)) yield one.fault('dates', 'a fact ends before it begins', ...path);
    }
    if (entry.period && !inOrder(entry.period)) yield one.fault('dates', 'the period ends before it begins', 'period');
    if (entry.asOf > today) yield one.fault('dates', `asOf ${entry.asOf} lies in the future`, 'asOf');
    for (const [index, source] of entry.sources.entries()) {
      if (source.read > today)
        yield one.fault('dates', `the source was read on ${source.read}, in the future`, 'sources', index);
    }
  }
}

export function inOrder(period: { from?: string | undefined; to?: string | undefined }): boolean {
  return !period.from || !period.to || firstDay(period.from) <= lastDay(period.to);
}
