import { type Entity, KINDS, type Name, TRUSTS } from '../knowledge/entity.ts';
import { dayNumber, firstDay, lastDay, type PartialDate } from '../knowledge/partial-date.ts';
import { fold, foldKey, Joint } from '../language/fold.ts';
import { buildDoubleArray } from './double-array.ts';
import { DOT_JOINT, GUARD, LONGEST_NAME, OPEN_END, OPEN_START, PLACES } from './lexicon.ts';
import { writeSections } from './sections.ts';
import { spellingsOf } from './spellings.ts';
import { symbolsOf } from './symbols.ts';

/** What a lexicon is made of. */
export interface LexiconSource {
  readonly version: string;
  readonly entities: readonly Entity[];
  /** Phrases that hold a name but mean something else («برج ترامپ»). */
  readonly guards: readonly string[];
  readonly givenNames: readonly string[];
}

interface Form {
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
export function compileLexicon({ version, entities, guards, givenNames }: LexiconSource): ArrayBuffer {
  const indexOf = new Map(entities.map((entity, index) => [entity.id, index]));
  const forms = collectForms(entities, guards);
  const keys = [...forms.keys()].sort();
  const strings = new StringTable();

  const nameEntity: number[] = [];
  const nameTrust: number[] = [];
  const nameFrom: number[] = [];
  const nameTo: number[] = [];
  const nameJointStarts: number[] = [0];
  const jointPool: number[] = [];
  const nameCueStarts: number[] = [0];
  const cueText: number[] = [];
  const cueKind: number[] = [];
  const keyNames: number[] = [0];

  for (const key of keys) {
    for (const form of forms.get(key) ?? []) {
      nameEntity.push(form.entity === -1 ? GUARD : form.entity);
      nameTrust.push(TRUSTS.indexOf(form.name.trust) | (form.isFull ? 4 : 0));
      nameFrom.push(form.name.from ? dayNumber(firstDay(form.name.from)) : OPEN_START);
      nameTo.push(form.name.to ? dayNumber(lastDay(form.name.to)) : OPEN_END);
      jointPool.push(...form.joints);
      nameJointStarts.push(jointPool.length);
      for (const side of ['for', 'against'] as const) {
        for (const text of form.name[side] ?? []) {
          const place = text.startsWith('_') ? 'after' : text.endsWith('_') ? 'before' : 'near';
          const cueKey = foldKey(text.replaceAll('_', ' '));
          if (cueKey === '') continue;
          cueText.push(strings.add(`${cueKey}\t${text}`));
          cueKind.push((side === 'against' ? 1 : 0) | (PLACES.indexOf(place) << 1));
        }
      }
      nameCueStarts.push(cueText.length);
    }
    keyNames.push(nameEntity.length);
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

  const meta = [
    strings.add(version),
    strings.add([...new Set(givenNames.map(foldKey).filter((key) => key.length > 1))].sort().join('\n')),
  ];
  const entityId = entities.map((entity) => strings.add(entity.id));
  const entityWords = entities.map((entity) => strings.add(ownWords(entity).join('\n')));
  const trie = buildDoubleArray(keys.map((key) => symbolsOf(key) as Uint8Array));
  return writeSections({
    meta: Uint32Array.from(meta),
    base: trie.base,
    check: trie.check,
    keyNames: Uint32Array.from(keyNames),
    nameEntity: Uint32Array.from(nameEntity),
    nameTrust: Uint8Array.from(nameTrust),
    nameFrom: Int32Array.from(nameFrom),
    nameTo: Int32Array.from(nameTo),
    nameJointStarts: Uint32Array.from(nameJointStarts),
    jointPool: Uint8Array.from(jointPool),
    nameCueStarts: Uint32Array.from(nameCueStarts),
    cueText: Uint32Array.from(cueText),
    cueKind: Uint8Array.from(cueKind),
    entityId: Uint32Array.from(entityId),
    entityKind: Uint8Array.from(entities.map((entity) => KINDS.indexOf(entity.kind))),
    entityFrom: Int32Array.from(entities.map((entity) => period(entity, 'from'))),
    entityTo: Int32Array.from(entities.map((entity) => period(entity, 'to'))),
    relatedStarts: Uint32Array.from(relatedStarts),
    relatedPool: Uint32Array.from(relatedPool),
    entityWords: Uint32Array.from(entityWords),
    ...strings.sections(),
  });
}

function collectForms(entities: readonly Entity[], guards: readonly string[]): Map<string, Form[]> {
  const forms = new Map<string, Form[]>();
  const add = (entity: number, name: Name) => {
    const isFull = /[\s\u200c]/.test(name.text.trim());
    for (const spelling of spellingsOf(name.text)) {
      const { letters, joints } = fold(spelling);
      if (letters.length < 2 || letters.length > LONGEST_NAME || !symbolsOf(letters)) continue;
      const places: number[] = [];
      for (let i = 1; i < letters.length; i++) {
        if (joints[i] !== Joint.None) places.push(joints[i] === Joint.Dot ? i | DOT_JOINT : i);
      }
      const form: Form = { entity, name, joints: places, isFull };
      const same = forms.get(letters);
      if (!same) forms.set(letters, [form]);
      else if (!same.some((other) => isSameForm(other, form))) same.push(form);
    }
  };
  for (const [index, entity] of entities.entries()) for (const name of entity.names) add(index, name);
  for (const text of guards) add(-1, { text, trust: 'certain' });
  return forms;
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
    const encoded = [...this.#indexes.keys()].map((text) => encoder.encode(text));
    const stringStarts = new Uint32Array(encoded.length + 1);
    let size = 0;
    for (const [index, bytes] of encoded.entries()) {
      size += bytes.length;
      stringStarts[index + 1] = size;
    }
    const strings = new Uint8Array(size);
    for (const [index, bytes] of encoded.entries()) strings.set(bytes, stringStarts[index]);
    return { stringStarts, strings };
  }
}
