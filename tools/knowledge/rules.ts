import type { Name } from '../../core/knowledge/entity.ts';
import { entityOf } from '../../core/knowledge/entry.ts';
import { firstDay, lastDay } from '../../core/knowledge/partial-date.ts';
import { foldKey } from '../../core/language/fold.ts';
import type { Fault, LocatedEntry } from './load.ts';
import { persianFaults } from './persian.ts';

/** What the rules need to know beside the entries. */
export interface RuleContext {
  /** Folded keys of ordinary Persian words. */
  readonly ordinaryWords: ReadonlySet<string>;
  /** Today, YYYY-MM-DD. */
  readonly today: string;
}

const GLOSS_FA_LETTERS = 90;
const GLOSS_EN_LETTERS = 110;
/** Rumour travels in these; they are text to annotate, never a source. */
const NO_SOURCE = /(^|\.)(t\.me|telegram\.(me|org)|x\.com|twitter\.com|facebook\.com|instagram\.com)$/;

/** Every rule about knowledge that a command can check, over all entries at once. */
export function checkEntries(located: readonly LocatedEntry[], context: RuleContext): Fault[] {
  const faults: Fault[] = [];
  for (const one of located) faults.push(...checkEntry(one, context));
  faults.push(...checkIds(located), ...checkSharedNames(located));
  return faults.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

function checkEntry(one: LocatedEntry, { ordinaryWords, today }: RuleContext): Fault[] {
  const { entry } = one;
  const entity = entityOf(entry);
  const faults: Fault[] = [];
  const fault = (rule: string, message: string, ...path: (string | number)[]) =>
    faults.push({ file: one.file, line: one.lineOf(...path), rule, message: `${entry.id}: ${message}` });

  if (lettersIn(entry.gloss.fa) > GLOSS_FA_LETTERS) {
    fault(
      'gloss-length',
      `the Persian gloss has ${lettersIn(entry.gloss.fa)} letters, at most ${GLOSS_FA_LETTERS}`,
      'gloss',
      'fa',
    );
  }
  if (entry.gloss.en.length > GLOSS_EN_LETTERS) {
    fault(
      'gloss-length',
      `the English gloss has ${entry.gloss.en.length} letters, at most ${GLOSS_EN_LETTERS}`,
      'gloss',
      'en',
    );
  }
  if (entry.background !== undefined) {
    const sentences = sentencesIn(entry.background);
    if (sentences < 2 || sentences > 4)
      fault('background-length', `the background has ${sentences} sentences, 2 to 4 are wanted`, 'background');
  }

  for (const [path, text] of persianTexts(one)) {
    for (const message of persianFaults(text)) fault('persian', `${path.join('.')}: ${message}`, ...path);
  }

  for (const name of entity.names) {
    const key = foldKey(name.text);
    const path = ['names', name.trust];
    if (key.length < 2) fault('name', `«${name.text}» has fewer than two letters that can be compared`, ...path);
    if (name.trust === 'ambiguous' && !name.for?.length)
      fault('cues', `«${name.text}» is ambiguous and has no cue that speaks for it`, ...path);
    if ((name.trust === 'certain' || name.trust === 'default') && isOneWord(name.text) && ordinaryWords.has(key)) {
      fault(
        'ordinary-word',
        `«${name.text}» is an ordinary word too: make it ambiguous with cues, or list it in knowledge/lists/names-not-words.txt`,
        ...path,
      );
    }
    if (!inOrder(name)) fault('dates', `«${name.text}» ends before it begins`, ...path);
  }
  const keys = entity.names.map((name) => foldKey(name.text) + (name.from ?? '') + (name.to ?? ''));
  for (const [index, key] of keys.entries()) {
    if (keys.indexOf(key) !== index)
      fault('name', `«${entity.names[index]?.text}» is listed twice (spellings that fold alike are one name)`, 'names');
  }

  for (const [index, role] of entry.roles.entries()) {
    if (!inOrder(role)) fault('dates', `the role «${role.title.fa}» ends before it begins`, 'roles', index);
  }
  for (const [index, fact] of entry.facts.entries()) {
    if (fact.on && (fact.from || fact.to)) fault('dates', 'a fact has either `on`, or `from` and `to`', 'facts', index);
    if (!fact.on && !fact.from && !fact.to) fault('dates', 'a fact needs a date', 'facts', index);
    if (!inOrder(fact)) fault('dates', 'a fact ends before it begins', 'facts', index);
  }
  if (entry.period && !inOrder(entry.period)) fault('dates', 'the period ends before it begins', 'period');
  if (entry.asOf > today) fault('dates', `asOf ${entry.asOf} lies in the future`, 'asOf');
  for (const [index, source] of entry.sources.entries()) {
    if (source.read > today) fault('dates', `the source was read on ${source.read}, in the future`, 'sources', index);
    if (NO_SOURCE.test(new URL(source.url).hostname))
      fault('source', 'social networks and channels are no source', 'sources', index);
  }
  return faults;
}

function* persianTexts(one: LocatedEntry): Generator<[(string | number)[], string]> {
  const { entry } = one;
  yield [['name', 'fa'], entry.name.fa];
  yield [['gloss', 'fa'], entry.gloss.fa];
  if (entry.background !== undefined) yield [['background'], entry.background];
  for (const [index, role] of entry.roles.entries()) yield [['roles', index, 'title', 'fa'], role.title.fa];
  for (const [index, fact] of entry.facts.entries()) yield [['facts', index, 'fa'], fact.fa];
}

function checkIds(located: readonly LocatedEntry[]): Fault[] {
  const faults: Fault[] = [];
  const byId = new Map<string, LocatedEntry>();
  for (const one of located) {
    const other = byId.get(one.entry.id);
    if (other) {
      faults.push({
        file: one.file,
        line: one.lineOf('id'),
        rule: 'id',
        message: `${one.entry.id} is also the id of an entry at ${other.file}:${other.lineOf('id')}`,
      });
    } else byId.set(one.entry.id, one);
  }
  for (const one of located) {
    for (const [index, id] of one.entry.related.entries()) {
      const message =
        id === one.entry.id
          ? 'an entity is not related to itself'
          : !byId.has(id)
            ? `no entry has the id ${id}`
            : undefined;
      if (message)
        faults.push({
          file: one.file,
          line: one.lineOf('related', index),
          rule: 'related',
          message: `${one.entry.id}: ${message}`,
        });
    }
  }
  return faults;
}

/** Two entities may share a name, but only one may own it at a time. */
function checkSharedNames(located: readonly LocatedEntry[]): Fault[] {
  const faults: Fault[] = [];
  const owners = new Map<string, { one: LocatedEntry; name: Name }[]>();
  for (const one of located) {
    for (const name of entityOf(one.entry).names) {
      const key = foldKey(name.text);
      const sharers = owners.get(key) ?? [];
      owners.set(key, [...sharers, { one, name }]);
      for (const other of sharers) {
        if (other.one === one || !overlap(other.name, name)) continue;
        const trusts = [other.name.trust, name.trust];
        const clash = trusts.every((trust) => trust === 'certain' || trust === 'default')
          ? 'is owned'
          : trusts.includes('certain') && !trusts.includes('ambiguous')
            ? 'is certain'
            : undefined;
        if (clash) {
          faults.push({
            file: one.file,
            line: one.lineOf('names', name.trust),
            rule: 'shared-name',
            message: `${one.entry.id}: «${name.text}» ${clash} for ${other.one.entry.id} too (${other.one.file}:${other.one.lineOf('id')}): bound it by dates or lower its trust`,
          });
        }
      }
    }
  }
  return faults;
}

function overlap(a: Name, b: Name): boolean {
  return (
    (!a.to || !b.from || firstDay(b.from) <= lastDay(a.to)) && (!b.to || !a.from || firstDay(a.from) <= lastDay(b.to))
  );
}

function inOrder(period: { from?: string | undefined; to?: string | undefined }): boolean {
  return !period.from || !period.to || firstDay(period.from) <= lastDay(period.to);
}

function isOneWord(name: string): boolean {
  return !/\s/.test(name.trim());
}

/** Letters as a reader counts them: ZWNJ is none. */
function lettersIn(text: string): number {
  return [...text.replaceAll('\u200c', '')].length;
}

/** Sentences end with a mark that white space or the end follows. */
function sentencesIn(text: string): number {
  return text
    .trim()
    .split(/[.؟!](?=\s|$)/)
    .filter((sentence) => sentence.trim() !== '').length;
}
