import type { Kind, Trust } from '../knowledge/entity.ts';
import { KINDS, TRUSTS } from '../knowledge/entity.ts';
import type { DoubleArray } from './double-array.ts';
import { readSections } from './sections.ts';

/** The compiled index from names to entities. Everything in it is a view on one buffer. */
export interface Lexicon {
  readonly trie: DoubleArray;
  /** The version of the pack that it was compiled from. */
  readonly version: string;
  /** Names whose letters are the trie's key of this value. */
  namesOf(value: number): readonly LexiconName[];
  entity(index: number): LexiconEntity;
  /** The index of the entity with the id, or -1. */
  indexOf(id: string): number;
  /** Whether the folded word is a given name. */
  isGivenName(key: string): boolean;
  readonly size: { readonly keys: number; readonly names: number; readonly entities: number; readonly bytes: number };
}

/** One name as the matcher needs it. */
export interface LexiconName {
  /** Index of the entity, or -1 for a guard: a phrase that holds a name but means something else. */
  readonly entity: number;
  readonly trust: Trust;
  /** More than one word. */
  readonly isFull: boolean;
  /** Letter positions where the text may have a joint; `DOT_JOINT` is added where it must be a full stop. */
  readonly joints: Uint8Array;
  /** Days since 1970-01-01 that bound the articles in which the name means this entity; open ends are infinite. */
  readonly from: number;
  readonly to: number;
  readonly cues: readonly Cue[];
}

/** Words near a name that speak for or against its meaning an entity. */
export interface Cue {
  readonly side: 'for' | 'against';
  readonly place: 'before' | 'after' | 'near';
  /** Folded letters. */
  readonly key: string;
  /** As the editor wrote it. */
  readonly text: string;
}

export interface LexiconEntity {
  readonly id: string;
  readonly kind: Kind;
  /** Days since 1970-01-01 of its period's ends; open ends are infinite. */
  readonly from: number;
  readonly to: number;
  readonly related: readonly number[];
  /** Folded words of its full names: what may stand before its surname. */
  readonly ownWords: ReadonlySet<string>;
}

export const DOT_JOINT = 0x80;
/** Letters that a name may have at most: positions are stored in seven bits. */
export const LONGEST_NAME = 127;
export const GUARD = 0xffffffff;
export const OPEN_START = -0x80000000;
export const OPEN_END = 0x7fffffff;
export const PLACES = ['near', 'before', 'after'] as const;

/**
 * Opens a compiled lexicon. Nothing is parsed but its list of given names; names and entities are read when
 * they are asked for.
 * @throws when the bytes are no lexicon of this format
 */
export function openLexicon(bytes: ArrayBuffer): Lexicon {
  const s = readSections(bytes);
  const decoder = new TextDecoder();
  const string = (index: number) =>
    decoder.decode(s.strings.subarray(s.stringStarts[index] as number, s.stringStarts[index + 1] as number));

  const names = new Map<number, readonly LexiconName[]>();
  const entities = new Map<number, LexiconEntity>();
  let ids: Map<string, number> | undefined;
  const givenNames = new Set(string(s.meta[1] as number).split('\n'));
  const entityCount = s.entityId.length;

  const readName = (index: number): LexiconName => {
    const entity = s.nameEntity[index] as number;
    const trust = s.nameTrust[index] as number;
    const cues: Cue[] = [];
    for (let at = s.nameCueStarts[index] as number; at < (s.nameCueStarts[index + 1] as number); at++) {
      const kind = s.cueKind[at] as number;
      const [key = '', text = ''] = string(s.cueText[at] as number).split('\t');
      cues.push({ side: kind & 1 ? 'against' : 'for', place: PLACES[kind >> 1] ?? 'near', key, text });
    }
    return {
      entity: entity === GUARD ? -1 : entity,
      trust: TRUSTS[trust & 3] ?? 'ambiguous',
      isFull: (trust & 4) !== 0,
      joints: s.jointPool.subarray(s.nameJointStarts[index] as number, s.nameJointStarts[index + 1] as number),
      from: day(s.nameFrom[index] as number),
      to: day(s.nameTo[index] as number),
      cues,
    };
  };

  const entity = (index: number): LexiconEntity => {
    let found = entities.get(index);
    if (!found) {
      found = {
        id: string(s.entityId[index] as number),
        kind: KINDS[s.entityKind[index] as number] ?? 'concept',
        from: day(s.entityFrom[index] as number),
        to: day(s.entityTo[index] as number),
        related: [...s.relatedPool.subarray(s.relatedStarts[index] as number, s.relatedStarts[index + 1] as number)],
        ownWords: new Set(string(s.entityWords[index] as number).split('\n')),
      };
      entities.set(index, found);
    }
    return found;
  };

  return {
    trie: { base: s.base, check: s.check },
    version: string(s.meta[0] as number),
    namesOf(value) {
      let found = names.get(value);
      if (!found) {
        const from = s.keyNames[value] as number;
        const to = s.keyNames[value + 1] as number;
        found = Array.from({ length: to - from }, (_, i) => readName(from + i));
        names.set(value, found);
      }
      return found;
    },
    entity,
    indexOf(id) {
      if (!ids) {
        ids = new Map();
        for (let i = 0; i < entityCount; i++) ids.set(string(s.entityId[i] as number), i);
      }
      return ids.get(id) ?? -1;
    },
    isGivenName: (key) => givenNames.has(key),
    size: {
      keys: s.keyNames.length - 1,
      names: s.nameEntity.length,
      entities: entityCount,
      bytes: bytes.byteLength,
    },
  };
}

function day(stored: number): number {
  if (stored === OPEN_START) return Number.NEGATIVE_INFINITY;
  return stored === OPEN_END ? Number.POSITIVE_INFINITY : stored;
}
