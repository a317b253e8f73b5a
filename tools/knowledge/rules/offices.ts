import type { Role } from '../../../core/knowledge/entity.ts';
import { firstDay, lastDay } from '../../../core/knowledge/partial-date.ts';
import type { Fault } from '../load.ts';
import type { Checked, RuleContext } from './rule.ts';

/** Who holds an office must have been looked at within so many days. */
const STALE_DAYS = 549;
/** The old holder and the new may both be in office on the day of the handover. */
const HANDOVER_DAYS = 1;

/** Nobody is in office before birth or after death. */
export function* lifetimeFaults(entries: readonly Checked[]): Generator<Fault> {
  for (const one of entries) {
    const { kind, period, roles } = one.entry;
    if (kind !== 'person' || !period) continue;
    for (const [index, role] of roles.entries()) {
      const title = `the role «${role.title.fa}»`;
      if (period.from && role.from && lastDay(role.from) < firstDay(period.from))
        yield one.fault('lifetime', `${title} begins before birth`, 'roles', index);
      if (!period.to) continue;
      if (!role.to) yield one.fault('lifetime', `${title} goes on after death: it needs an end`, 'roles', index);
      else if (firstDay(role.to) > lastDay(period.to))
        yield one.fault('lifetime', `${title} ends after death`, 'roles', index);
    }
  }
}

/** Who is in office was looked at within the last year and a half. */
export function* staleFaults(entries: readonly Checked[], { today }: RuleContext): Generator<Fault> {
  const oldest = dayBefore(today, STALE_DAYS);
  for (const one of entries) {
    const open = one.entry.kind === 'person' && one.entry.roles.find(({ to }) => to === undefined);
    if (open && one.entry.asOf < oldest) {
      const message = `in office («${open.title.fa}») as of ${one.entry.asOf}: look again, older than a year and a half`;
      yield one.fault('stale', message, 'asOf');
    }
  }
}

/** An office of one holder has one holder at a time. Only what is certain counts: months and years may touch. */
export function* officeFaults(entries: readonly Checked[], { sharedOffices }: RuleContext): Generator<Fault> {
  const holders = new Map<string, { one: Checked; role: Role; index: number }[]>();
  for (const one of entries) {
    if (one.entry.kind !== 'person') continue;
    for (const [index, role] of one.entry.roles.entries()) {
      const title = role.title.fa;
      if (sharedOffices.some((beginning) => title.startsWith(beginning))) continue;
      holders.set(title, [...(holders.get(title) ?? []), { one, role, index }]);
    }
  }
  for (const [title, held] of holders) {
    for (const [at, { one, role, index }] of held.entries()) {
      for (const other of held.slice(0, at)) {
        if (other.one === one || !surelyOverlap(other, { one, role })) continue;
        const where = `${other.one.entry.id} (${other.one.file}:${other.one.lineOf('roles', other.index)})`;
        yield one.fault('office', `«${title}» is held by ${where} at the same time`, 'roles', index);
      }
    }
  }
}

function surelyOverlap(a: { one: Checked; role: Role }, b: { one: Checked; role: Role }): boolean {
  const [aSpan, bSpan] = [certainSpan(a), certainSpan(b)];
  if (!aSpan || !bSpan) return false;
  const from = aSpan.from > bSpan.from ? aSpan.from : bSpan.from;
  const to = aSpan.to < bSpan.to ? aSpan.to : bSpan.to;
  return from < dayBefore(to, HANDOVER_DAYS);
}

/** The days on which the role was surely held: an office without an end was held until the entry's `asOf`. */
function certainSpan({ one, role }: { one: Checked; role: Role }): { from: string; to: string } | undefined {
  if (!role.from) return undefined;
  const from = lastDay(role.from);
  const to = role.to ? firstDay(role.to) : one.entry.asOf;
  return from <= to ? { from, to } : undefined;
}

function dayBefore(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date - days)).toISOString().slice(0, 10);
}
