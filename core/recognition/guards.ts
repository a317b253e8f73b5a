import {
  COMPOUND_FIRST_PARTS,
  INSTITUTION_HEADS,
  MEDIA_HEADS,
  NAMED_AFTER_PEOPLE,
  STREET_HEADS,
  SURNAME_TAILS,
  TITLES,
} from '../language/context-words.ts';
import type { Folded } from '../language/fold.ts';
import { wordAfterMention } from './cues.ts';
import type { Lexicon, LexiconEntity, LexiconName } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import { isIn, type Word, wordAfter, wordBefore } from './words.ts';

/**
 * Whether the mention is a part of a longer name of somebody else: «احمدی» in «علی احمدی», «رضایی» in
 * «رضایی نژاد», «علی احمدی» in «محمدعلی احمدی» written apart.
 */
export function isPartOfOtherPerson(
  lexicon: Lexicon,
  folded: Folded,
  mention: Mention,
  name: LexiconName,
  entity: LexiconEntity,
): boolean {
  if (entity.kind !== 'person') return false;
  if (mention.suffix.kind === 'none') {
    const next = wordAfter(folded, wordAfterMention(folded, mention));
    if (next && isIn(SURNAME_TAILS, folded, next) && !isOwn(entity, folded, next)) return true;
  }
  if (mention.isGlued) return false;
  const previous = wordBefore(folded, mention.word);
  if (!previous) return false;
  const isOther = name.isFull
    ? isIn(COMPOUND_FIRST_PARTS, folded, previous)
    : lexicon.isGivenName(folded, previous.from, previous.to);
  return isOther && !isIn(TITLES, folded, previous) && !isOwn(entity, folded, previous);
}

/** Whether the word is one of the entity's own: «باقر» too for «محمدباقر قالیباف». */
function isOwn(entity: LexiconEntity, folded: Folded, { from, to }: Word): boolean {
  const key = folded.slice(from, to);
  if (entity.ownWords.has(key)) return true;
  if (key.length < 3) return false;
  for (const own of entity.ownWords) if (own.endsWith(key) || own.startsWith(key)) return true;
  return false;
}

/**
 * Whether the mention is a part of the name of a thing that is named after its entity or merely holds its
 * name: «خیابان ایران», «دانشگاه تهران», «بیمارستان امام خمینی», «روزنامه ایران».
 */
export function isPartOfThing(folded: Folded, mention: Mention, entity: LexiconEntity): boolean {
  if (mention.isGlued) return false;
  const previous = wordBefore(folded, mention.word);
  if (!previous) return false;
  if (isIn(STREET_HEADS, folded, previous)) return true;
  switch (entity.kind) {
    case 'person': {
      const head = isIn(TITLES, folded, previous) ? wordBefore(folded, mention.word - 1) : previous;
      return [STREET_HEADS, INSTITUTION_HEADS, NAMED_AFTER_PEOPLE, MEDIA_HEADS].some((heads) =>
        isIn(heads, folded, head),
      );
    }
    case 'place':
      return isIn(INSTITUTION_HEADS, folded, previous) || isIn(MEDIA_HEADS, folded, previous);
    default:
      return false;
  }
}

/** Kinds of things of which an adjective in ی still speaks («پهپادی»); «ایرانی» and «ترامپی» are other words. */
const DERIVING_KINDS: ReadonlySet<string> = new Set(['concept', 'weapon', 'event', 'law', 'work']);
/** Kinds of which there is one: «کنگره‌ها» are no Congress. */
const SINGLE_KINDS: ReadonlySet<string> = new Set(['person', 'place', 'organization', 'law']);

/** Whether a name may carry the mention's suffix and still mean an entity of this kind. */
export function allowsSuffix(kind: string, { trust }: LexiconName, { suffix }: Mention): boolean {
  if (suffix.kind === 'derived') return DERIVING_KINDS.has(kind) && trust !== 'ambiguous';
  return suffix.kind !== 'plural' || trust !== 'ambiguous' || !SINGLE_KINDS.has(kind);
}
