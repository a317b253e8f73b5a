import type { Entry } from '../../../core/knowledge/entry.ts';
import type { Fault } from '../load.ts';
import type { Checked } from './rule.ts';

/** Every entity has an id of its own. */
export function* idFaults(entries: readonly Checked[]): Generator<Fault> {
  const byId = new Map<string, Checked>();
  for (const one of entries) {
    const other = byId.get(one.entry.id);
    if (other) {
      const where = `${other.file}:${other.lineOf('id')}`;
      yield {
        file: one.file,
        line: one.lineOf('id'),
        rule: 'id',
        message: `${one.entry.id} is also the id of an entry at ${where}`,
      };
    } else byId.set(one.entry.id, one);
  }
}

/** Relations lead somewhere, and between equals both ways. */
export function* relationFaults(entries: readonly Checked[]): Generator<Fault> {
  const byId = new Map(entries.map((one) => [one.entry.id, one]));
  for (const one of entries) {
    const { id, related } = one.entry;
    for (const [index, otherId] of related.entries()) {
      const other = byId.get(otherId);
      if (otherId === id) yield one.fault('related', 'an entity is not related to itself', 'related', index);
      else if (!other) yield one.fault('related', `no entry has the id ${otherId}`, 'related', index);
      else if (related.indexOf(otherId) !== index)
        yield one.fault('related', `${otherId} is listed twice`, 'related', index);
      else if (areEquals(one.entry, other.entry) && hasRoom(other.entry) && !other.entry.related.includes(id)) {
        yield one.fault('related', `${otherId} does not list ${id} in return`, 'related', index);
      }
    }
  }
}

/** Relations that a card can show; who is named with more lists only the closest. */
const MOST_RELATED = 12;

function hasRoom({ related }: Entry): boolean {
  return related.length < MOST_RELATED;
}

/**
 * A relation between two people, or two events, is mutual. A body lists its country and an event its place,
 * which list only the few that matter most to them.
 */
function areEquals(a: Entry, b: Entry): boolean {
  return a.kind === b.kind && (a.kind === 'person' || a.kind === 'event');
}
