import type { Folded } from '../language/fold.ts';
import type { SuffixKind } from '../language/suffix.ts';
import { COMPOUND_FIRST_PARTS, SURNAME_TAILS, TITLES } from '../language/titles.ts';
import type { Lexicon, LexiconEntity, LexiconName } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import { wordAfter, wordBefore } from './words.ts';

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
  const next = mention.suffix.kind === 'none' ? wordAfter(folded, mention.end) : undefined;
  if (next && SURNAME_TAILS.has(next.key) && !entity.ownWords.has(next.key)) return true;
  const previous = wordBefore(folded, mention.start);
  if (!previous || entity.ownWords.has(previous.key) || TITLES.has(previous.key)) return false;
  return name.isFull ? COMPOUND_FIRST_PARTS.has(previous.key) : lexicon.isGivenName(previous.key);
}

/** Kinds of things of which an adjective in ی still speaks («پهپادی»); «ایرانی» and «ترامپی» are other words. */
const DERIVING_KINDS: ReadonlySet<string> = new Set(['concept', 'weapon', 'event', 'law', 'work']);

/** Whether a name of this kind may carry the suffix and still mention its entity. */
export function allowsSuffix(kind: string, suffix: SuffixKind): boolean {
  return suffix !== 'derived' || DERIVING_KINDS.has(kind);
}
