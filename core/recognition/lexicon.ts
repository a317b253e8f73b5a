import type { Kind, Trust } from '../knowledge/entity.ts';
import { KINDS, TRUSTS } from '../knowledge/entity.ts';
import { CODES } from '../language/characters.ts';
import { ENUMERATION_HEADS } from '../language/context-words.ts';
import type { Folded } from '../language/fold.ts';
import { WordSet } from '../language/word-set.ts';
import type { DoubleArray } from './double-array.ts';
import type { Prefixes } from './prefixes.ts';
import { NameBits, readSections } from './sections.ts';
import { pairOf } from './sentences.ts';

/** The compiled index from names to entities. Everything in it is a view on one buffer. */
export interface Lexicon {
  readonly trie: DoubleArray;
  readonly prefixes: Prefixes;
  /** The version of the pack that it was compiled from. */
  readonly version: string;
  /** The names of a key of the trie; `payload` is the offset in its tails of what is stored with the key. */
  namesOf(payload: number): readonly LexiconName[];
  entity(index: number): LexiconEntity;
  /** The index of the entity with the id, or -1. */
  indexOf(id: string): number;
  /** Whether the folded letters from one index to another, exclusive, are a given name. */
  isGivenName(folded: Folded, from: number, to: number): boolean;
  readonly size: {
    readonly names: number;
    readonly entities: number;
    readonly bytes: number;
    /** Of them, those that the names take: their letters, joints, trust and entities. */
    readonly nameBytes: number;
  };
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
  /** Codes of its first and last letter, and its first two as `pairOf`: most places do not have them. */
  readonly first: number;
  readonly last: number;
  readonly pair: number;
  /** It may stand before an enumeration («استان»): before a name that is not its first item too. */
  readonly mayHeadList: boolean;
  /** As the editor wrote it. */
  readonly text: string;
}

export interface LexiconEntity {
  readonly id: string;
  readonly kind: Kind;
  /** Days since 1970-01-01 of its period's ends; open ends are infinite. */
  readonly from: number;
  readonly to: number;
  /** Days from the first to the last on which it held an office; an empty span when it held none. */
  readonly activeFrom: number;
  readonly activeTo: number;
  /** Index in `TOPICS`, 1 and up; 0 for none. */
  readonly topic: number;
  readonly isCountry: boolean;
  readonly related: readonly number[];
  /** Folded words of its full names: what may stand before its surname. */
  readonly ownWords: ReadonlySet<string>;
}

export const DOT_JOINT = 0x80;
export const COUNTRY = 0x80;
/** Letters that a name may have at most: positions are stored in seven bits. */
export const LONGEST_NAME = 127;
export const GUARD = NameBits.ENTITY;
/** So many bytes of a key's payload tell its first name. */
export const NAME_INDEX_BYTES = 3;
export const OPEN_START = -0x80000000;
export const OPEN_END = 0x7fffffff;
export const PLACES = ['near', 'before', 'after'] as const;

/**
 * Opens a compiled lexicon. Nothing is parsed: names and entities are read when they are asked for.
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
  let givenNames: WordSet | undefined;
  const entityCount = s.entityId.length;

  const readName = (index: number, joints: Uint8Array): LexiconName => {
    const packed = s.names[index] as number;
    const entity = packed & NameBits.ENTITY;
    const cues: Cue[] = [];
    const more = packed & NameBits.HAS_MORE ? search(s.moreName, index) : -1;
    if (more !== -1) {
      for (let at = s.moreCueStarts[more] as number; at < (s.moreCueStarts[more + 1] as number); at++) {
        const kind = s.cueKind[at] as number;
        const [key = '', text = ''] = string(s.cueText[at] as number).split('\t');
        cues.push({
          side: kind & 1 ? 'against' : 'for',
          place: PLACES[kind >> 1] ?? 'near',
          key,
          first: CODES[key.charCodeAt(0)] as number,
          last: CODES[key.charCodeAt(key.length - 1)] as number,
          pair: pairOf(CODES[key.charCodeAt(0)] as number, CODES[key.charCodeAt(1)] ?? 0),
          mayHeadList: ENUMERATION_HEADS.some((head) => head === key || head === `${key}های`),
          text,
        });
      }
    }
    return {
      entity: entity === GUARD ? -1 : entity,
      trust: TRUSTS[(packed >>> NameBits.TRUST_SHIFT) & 3] ?? 'ambiguous',
      isFull: (packed & NameBits.IS_FULL) !== 0,
      joints,
      from: more === -1 ? Number.NEGATIVE_INFINITY : day(s.moreFrom[more] as number),
      to: more === -1 ? Number.POSITIVE_INFINITY : day(s.moreTo[more] as number),
      cues,
    };
  };

  const readNames = (payload: number): LexiconName[] => {
    let index = 0;
    let at = payload;
    for (let i = 0; i < NAME_INDEX_BYTES; i++) index |= (s.tails[at++] as number) << (8 * i);
    const found: LexiconName[] = [];
    for (let isLast = false; !isLast; index++) {
      const count = s.tails[at++] as number;
      found.push(readName(index, s.tails.subarray(at, at + count)));
      at += count;
      isLast = ((s.names[index] as number) & NameBits.IS_LAST) !== 0;
    }
    return found;
  };

  const entity = (index: number): LexiconEntity => {
    let found = entities.get(index);
    if (!found) {
      found = {
        id: string(s.entityId[index] as number),
        kind: KINDS[s.entityKind[index] as number] ?? 'concept',
        from: day(s.entityFrom[index] as number),
        to: day(s.entityTo[index] as number),
        activeFrom: s.entityActiveFrom[index] as number,
        activeTo: s.entityActiveTo[index] as number,
        topic: (s.entityTopic[index] as number) & ~COUNTRY,
        isCountry: ((s.entityTopic[index] as number) & COUNTRY) !== 0,
        related: [...s.relatedPool.subarray(s.relatedStarts[index] as number, s.relatedStarts[index + 1] as number)],
        ownWords: new Set(string(s.entityWords[index] as number).split('\n')),
      };
      entities.set(index, found);
    }
    return found;
  };

  return {
    trie: { units: s.units, tails: s.tails },
    prefixes: s.prefixes,
    version: string(s.meta[0] as number),
    namesOf(payload) {
      let found = names.get(payload);
      if (!found) {
        found = readNames(payload);
        names.set(payload, found);
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
    isGivenName(folded, from, to) {
      givenNames ??= new WordSet(string(s.meta[1] as number).split('\n'));
      return givenNames.has(folded, from, to);
    },
    size: {
      names: s.names.length,
      entities: entityCount,
      bytes: bytes.byteLength,
      nameBytes: s.prefixes.byteLength + s.units.byteLength + s.tails.byteLength + s.names.byteLength,
    },
  };
}

/** The index of the value in the ascending array, or -1. */
function search(ascending: Uint32Array, value: number): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ascending[middle] as number) < value) from = middle + 1;
    else to = middle;
  }
  return ascending[from] === value ? from : -1;
}

function day(stored: number): number {
  if (stored === OPEN_START) return Number.NEGATIVE_INFINITY;
  return stored === OPEN_END ? Number.POSITIVE_INFINITY : stored;
}
