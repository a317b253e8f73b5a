import type { Name } from '../../../core/knowledge/entity.ts';
import { firstDay, lastDay } from '../../../core/knowledge/partial-date.ts';
import { foldKey } from '../../../core/language/fold.ts';
import type { Fault } from '../load.ts';
import { inOrder } from './dates.ts';
import type { Checked, RuleContext } from './rule.ts';

/** A name can be compared, is listed once, and has what it needs where it is an ordinary word or ambiguous. */
export function* nameFaults(entries: readonly Checked[], { ordinaryWords }: RuleContext): Generator<Fault> {
  for (const one of entries) {
    const seen = new Set<string>();
    for (const name of one.entity.names) {
      const key = foldKey(name.text);
      const path = ['names', name.trust];
      if (key.length < 2)
        yield one.fault('name', `«${name.text}» has fewer than two letters that can be compared`, ...path);
      if (name.trust === 'ambiguous' && !name.for?.length)
        yield one.fault('cues', `«${name.text}» is ambiguous and has no cue that speaks for it`, ...path);
      if (isTrusted(name) && isOneWord(name.text) && ordinaryWords.has(key)) {
        const advice = 'make it ambiguous with cues, or list it in knowledge/lists/names-not-words.txt';
        yield one.fault('ordinary-word', `«${name.text}» is an ordinary word too: ${advice}`, ...path);
      }
      if (!inOrder(name)) yield one.fault('dates', `«${name.text}» ends before it begins`, ...path);
      const spelling = key + (name.from ?? '') + (name.to ?? '');
      if (seen.has(spelling)) {
        yield one.fault('name', `«${name.text}» is listed twice (spellings that fold alike are one name)`, 'names');
      }
      seen.add(spelling);
    }
  }
}

/** Two entities may share a name, but only one may own it at a time. */
export function* sharedNameFaults(entries: readonly Checked[]): Generator<Fault> {
  for (const owners of sharedNames(entries).values()) {
    for (const [index, { one, name }] of owners.entries()) {
      for (const other of owners.slice(0, index)) {
        if (other.one === one || !overlap(other.name, name)) continue;
        const trusts = [other.name.trust, name.trust];
        const clash = [other.name, name].every(isTrusted)
          ? 'is owned'
          : trusts.includes('certain') && !trusts.includes('ambiguous')
            ? 'is certain'
            : undefined;
        if (!clash) continue;
        const where = `${other.one.entry.id} too (${other.one.file}:${other.one.lineOf('id')})`;
        yield one.fault(
          'shared-name',
          `«${name.text}» ${clash} for ${where}: bound it by dates or lower its trust`,
          'names',
          name.trust,
        );
      }
    }
  }
}

/** Entities of one kind and name must differ in their English names: «Ali Karimi», «Ali Karimi (footballer)». */
export function* duplicateFaults(entries: readonly Checked[]): Generator<Fault> {
  const byName = new Map<string, Checked>();
  for (const one of entries) {
    const { name, kind } = one.entry;
    for (const key of [`${kind} ${name.en.toLowerCase()}`]) {
      const other = byName.get(key);
      if (other && foldKey(other.entry.name.fa) === foldKey(name.fa)) {
        const where = `${other.entry.id} (${other.file}:${other.lineOf('id')})`;
        yield one.fault('duplicate', `is named like ${where}: one of them is too many, or its English name must tell`);
      }
      byName.set(key, one);
    }
  }
}

/** Names that two entities or more may be meant by, with all of them. */
export function sharedNames(entries: readonly Checked[]): Map<string, { one: Checked; name: Name }[]> {
  const owners = new Map<string, { one: Checked; name: Name }[]>();
  for (const one of entries) {
    for (const name of one.entity.names) {
      const key = foldKey(name.text);
      const sharers = owners.get(key);
      if (sharers) sharers.push({ one, name });
      else owners.set(key, [{ one, name }]);
    }
  }
  for (const [key, sharers] of owners) if (new Set(sharers.map(({ one }) => one)).size < 2) owners.delete(key);
  return owners;
}

function isTrusted({ trust }: Name): boolean {
  return trust === 'certain' || trust === 'default';
}

function isOneWord(name: string): boolean {
  return !/\s/.test(name.trim());
}

function overlap(a: Name, b: Name): boolean {
  return (
    (!a.to || !b.from || firstDay(b.from) <= lastDay(a.to)) && (!b.to || !a.from || firstDay(a.from) <= lastDay(b.to))
  );
}
