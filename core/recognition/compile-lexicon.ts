import { type Entity, KINDS, type Name, TOPICS, TRUSTS } from '../knowledge/entity.ts';
import { dayNumber, firstDay, lastDay, type PartialDate } from '../knowledge/partial-date.ts';
import { Code } from '../language/characters.ts';
import { type Folded, foldKey, foldWhile, Joint } from '../language/fold.ts';
import { WRITTEN_TO } from '../language/suffix.ts';
import { buildDoubleArray } from './double-array.ts';
import { COUNTRY, DOT_JOINT, GUARD, LONGEST_NAME, NAME_INDEX_BYTES, OPEN_END, OPEN_START, PLACES } from './lexicon.ts';
import { buildPrefixes } from './prefixes.ts';
import { NameBits, writeSections } from './sections.ts';
import { spellingsOf, wordSpellings } from './spellings.ts';

/** What a lexicon is made of. */
export interface LexiconSource {
  readonly version: string;
  readonly entities: readonly Entity[];
  /** Phrases that hold a name but mean something else («برج ترامپ»). */
  readonly guards: readonly string[];
  readonly givenNames: readonly string[];
  /** Words in their several spellings, a group a line. */
  readonly spellings?: readonly string[];
  /** Folded ordinary words: a name with a suffix that makes one («شیراز» + ه) is that word. */
  readonly ordinaryWords?: ReadonlySet<string>;
}

interface Form {
  /** Index of the entity, or `GUARD`. */
  readonly entity: number;
  readonly name: Name;
  readonly joints: readonly number[];
  readonly isFull: boolean;
}

/**
 * Compiles entities into the file that `openLexicon` opens. The same source gives the same bytes. Names that
 * fold to fewer than two letters, or to letters that no lexicon holds, are left out: `knowledge:check` tells
 * of them.
 */
export function compileLexicon(source: LexiconSource): ArrayBuffer {
  const { version, entities, givenNames } = source;
  const indexOf = new Map(entities.map((entity, index) => [entity.id, index]));
  const forms = collectForms(source);
  const keys = [...forms.keys()].sort();
  const strings = new StringTable();

  const names: number[] = [];
  const moreName: number[] = [];
  const moreFrom: number[] = [];
  const moreTo: number[] = [];
  const moreCueStarts: number[] = [0];
  const cueText: number[] = [];
  const cueKind: number[] = [];
  const payloads: Uint8Array[] = [];

  const addMore = (name: Name) => {
    moreName.push(names.length);
    moreFrom.push(name.from ? dayNumber(firstDay(name.from)) : OPEN_START);
    moreTo.push(name.to ? dayNumber(lastDay(name.to)) : OPEN_END);
    for (const side of ['for', 'against'] as const) {
      for (const text of name[side] ?? []) {
        const place = text.startsWith('_') ? 'after' : text.endsWith('_') ? 'before' : 'near';
        const cueKey = foldKey(text.replaceAll('_', ' '));
        if (cueKey === '') continue;
        cueText.push(strings.add(`${cueKey}\t${text}`));
        cueKind.push((side === 'against' ? 1 : 0) | (PLACES.indexOf(place) << 1));
      }
    }
    moreCueStarts.push(cueText.length);
  };

  for (const key of keys) {
    const ofKey = forms.get(key) as Form[];
    const payload: number[] = [];
    for (let i = 0; i < NAME_INDEX_BYTES; i++) payload.push((names.length >>> (8 * i)) & 0xff);
    for (const [index, { entity, name, joints, isFull }] of ofKey.entries()) {
      const hasMore = name.from || name.to || name.for?.length || name.against?.length;
      if (hasMore) addMore(name);
      names.push(
        entity |
          (TRUSTS.indexOf(name.trust) << NameBits.TRUST_SHIFT) |
          (isFull ? NameBits.IS_FULL : 0) |
          (index === ofKey.length - 1 ? NameBits.IS_LAST : 0) |
          (hasMore ? NameBits.HAS_MORE : 0),
      );
      payload.push(joints.length, ...joints);
    }
    payloads.push(Uint8Array.from(payload));
  }

  const relatedStarts: number[] = [0];
  const relatedPool: number[] = [];
  for (const entity of entities) {
    for (const id of entity.related) {
      const index = indexOf.get(id);
      if (index !== undefined) relatedPool.push(index);
    }
    relatedStarts.push(relatedPool.length);
  }
  const period = (entity: Entity, end: 'from' | 'to') => {
    const date: PartialDate | undefined = entity.period?.[end];
    if (!date) return end === 'from' ? OPEN_START : OPEN_END;
    return dayNumber(end === 'from' ? firstDay(date) : lastDay(date));
  };

  const activeDays = entities.map(officeDays);
  const meta = [
    strings.add(version),
    strings.add([...new Set(givenNames.map(foldKey).filter((key) => key.length > 1))].sort().join('\n')),
  ];
  const entityId = entities.map((entity) => strings.add(entity.id));
  const entityWords = entities.map((entity) => strings.add(ownWords(entity).join('\n')));
  const symbols = keys.map(symbolsOf);
  const trie = buildDoubleArray(symbols, (index) => payloads[index] as Uint8Array);
  return writeSections({
    meta: Uint32Array.from(meta),
    prefixes: buildPrefixes(symbols),
    units: trie.units,
    tails: trie.tails,
    names: Uint32Array.from(names),
    moreName: Uint32Array.from(moreName),
    moreFrom: Int32Array.from(moreFrom),
    moreTo: Int32Array.from(moreTo),
    moreCueStarts: Uint32Array.from(moreCueStarts),
    cueText: Uint32Array.from(cueText),
    cueKind: Uint8Array.from(cueKind),
    entityId: Uint32Array.from(entityId),
    entityKind: Uint8Array.from(entities.map((entity) => KINDS.indexOf(entity.kind))),
    entityFrom: Int32Array.from(entities.map((entity) => period(entity, 'from'))),
    entityTo: Int32Array.from(entities.map((entity) => period(entity, 'to'))),
    entityActiveFrom: Int32Array.from(activeDays.map(([from]) => from)),
    entityActiveTo: Int32Array.from(activeDays.map(([, to]) => to)),
    entityTopic: Uint8Array.from(
      entities.map(
        ({ topic, placeType }) => (topic ? TOPICS.indexOf(topic) + 1 : 0) | (placeType === 'country' ? COUNTRY : 0),
      ),
    ),
    relatedStarts: Uint32Array.from(relatedStarts),
    relatedPool: Uint32Array.from(relatedPool),
    entityWords: Uint32Array.from(entityWords),
    ...strings.sections(),
  });
}

/** The ordinary words that a name of one word and a suffix written to it make. */
function ordinaryWithSuffix(entities: readonly Entity[], ordinaryWords: ReadonlySet<string>): Set<string> {
  const clashes = new Set<string>();
  for (const { names } of entities) {
    for (const { text } of names) {
      if (/[\s\u200c]/.test(text)) continue;
      const key = foldKey(text);
      for (const suffix of WRITTEN_TO) if (ordinaryWords.has(key + suffix)) clashes.add(key + suffix);
    }
  }
  return clashes;
}

/** The first and last day on which an entity held an office; the first after the last when it held none. */
function officeDays({ roles }: Entity): [from: number, to: number] {
  let [from, to] = [OPEN_END, OPEN_START];
  for (const role of roles) {
    from = Math.min(from, role.from ? dayNumber(firstDay(role.from)) : OPEN_START);
    to = Math.max(to, role.to ? dayNumber(lastDay(role.to)) : OPEN_END);
  }
  return [from, to];
}

function collectForms({ entities, guards, spellings = [], ordinaryWords }: LexiconSource): Map<string, Form[]> {
  const words = wordSpellings(spellings);
  const forms = new Map<string, Form[]>();
  const add = (entity: number, name: Name) => {
    const isFull = /[\s\u200c]/.test(name.text.trim());
    for (const spelling of spellingsOf(name.text, words)) {
      const { key, joints } = foldWhile(spelling, (folded) => ({ key: keyOf(folded), joints: jointsOf(folded) }));
      if (key === undefined) continue;
      const form: Form = { entity, name, joints, isFull };
      const same = forms.get(key);
      if (!same) forms.set(key, [form]);
      else if (!same.some((other) => isSameForm(other, form))) same.push(form);
    }
  };
  for (const [index, entity] of entities.entries()) for (const name of entity.names) add(index, name);
  for (const text of guards) add(GUARD, { text, trust: 'certain' });
  if (ordinaryWords) {
    for (const text of ordinaryWithSuffix(entities, ordinaryWords)) add(GUARD, { text, trust: 'certain' });
  }
  return forms;
}

/**
 * The codes of a name's letters as a string, which sorts as the trie wants it; undefined when they are too few,
 * too many, or not all of the alphabet.
 */
function keyOf({ symbols, length }: Folded): string | undefined {
  if (length < 2 || length > LONGEST_NAME) return undefined;
  let key = '';
  for (let i = 0; i < length; i++) {
    const symbol = symbols[i] as number;
    if (symbol === Code.Foreign) return undefined;
    key += String.fromCharCode(symbol);
  }
  return key;
}

/** Where the name's letters may be joined in the text; `DOT_JOINT` is added where it must be by a full stop. */
function jointsOf(folded: Folded): number[] {
  const joints: number[] = [];
  for (let i = 1; i < folded.wordCount; i++) {
    const at = folded.words[i] as number;
    joints.push(folded.jointBefore(at) === Joint.Dot ? at | DOT_JOINT : at);
  }
  return joints;
}

function symbolsOf(key: string): Uint8Array {
  const symbols = new Uint8Array(key.length);
  for (let i = 0; i < key.length; i++) symbols[i] = key.charCodeAt(i);
  return symbols;
}

/** Two spellings of one name may fold alike; the same letters with other bounds are another name. */
function isSameForm(a: Form, b: Form): boolean {
  return (
    a.entity === b.entity &&
    String(a.joints) === String(b.joints) &&
    a.name.from === b.name.from &&
    a.name.to === b.name.to
  );
}

/** The words of the entity's names of several words, folded: «محمد», «باقر» and «قالیباف» for Ghalibaf. */
function ownWords(entity: Entity): string[] {
  const words = new Set<string>();
  for (const name of entity.names) for (const word of name.text.split(/[\s\u200c]+/)) words.add(foldKey(word));
  words.delete('');
  return [...words].sort();
}

class StringTable {
  readonly #indexes = new Map<string, number>();

  add(text: string): number {
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    this.#indexes.set(text, this.#indexes.size);
    return this.#indexes.size - 1;
  }

  sections(): { stringStarts: Uint32Array<ArrayBuffer>; strings: Uint8Array<ArrayBuffer> } {
    const encoder = new TextEncoder();
    const texts = [...this.#indexes.keys()];
    const units = texts.reduce((sum, text) => sum + text.length, 0);
    const room = new Uint8Array(units * 3); // a unit takes three bytes at most
    const stringStarts = new Uint32Array(texts.length + 1);
    let size = 0;
    for (const [index, text] of texts.entries()) {
      size += encoder.encodeInto(text, room.subarray(size)).written;
      stringStarts[index + 1] = size;
    }
    const strings = room.slice(0, size);
    return { stringStarts, strings };
  }
}
