import { type Folded, Joint } from '../language/fold.ts';
import { allowsSuffix, isPartOfOtherPerson, isPartOfThing } from './guards.ts';
import type { Lexicon, LexiconEntity, LexiconName } from './lexicon.ts';
import { findMentions, type Mention } from './mentions.ts';

/** A name of a mention with the entity it may mean. */
export interface Candidate {
  readonly name: LexiconName;
  readonly index: number;
  readonly entity: LexiconEntity;
}

/** A mention with the entities that it may mean. */
export interface Spotted {
  readonly mention: Mention;
  readonly candidates: readonly Candidate[];
  /** The span is known to mean something that is no entity of ours. */
  readonly isGuard: boolean;
  /** It is a part of another person's longer name. */
  readonly isOthers: boolean;
}

export interface SpottedText {
  readonly folded: Folded;
  /** In the order of their starts. */
  readonly mentions: readonly Spotted[];
}

/** The mentions of a folded text, with the candidates that stand on the article's day and in their place. */
export function spotMentions(lexicon: Lexicon, folded: Folded, day: number | undefined): SpottedText {
  const mentions: Spotted[] = [];
  for (const mention of findMentions(lexicon, folded)) {
    const candidates: Candidate[] = [];
    let isGuard = false;
    let isOthers = false;
    for (const name of mention.names) {
      if (name.entity === -1) {
        isGuard = true;
        continue;
      }
      const entity = lexicon.entity(name.entity);
      if (!allowsSuffix(entity.kind, name, mention)) continue;
      if (day !== undefined && (day < name.from || day > name.to || day < entity.from)) continue;
      if (mention.isGlued && name.trust !== 'certain') continue;
      if (isPartOfOtherPerson(lexicon, folded, mention, name, entity)) isOthers = true;
      else if (!isPartOfThing(folded, mention, entity)) {
        candidates.push({ name: day === undefined ? unbounded(name) : name, index: name.entity, entity });
      }
    }
    if (candidates.length > 0 || isGuard || isOthers) mentions.push({ mention, candidates, isGuard, isOthers });
  }
  for (const [index, one] of mentions.entries()) {
    if (one.candidates.some(isSharedBody)) mentions[index] = ownBodies(folded, one, mentions, index);
  }
  return { folded, mentions };
}

/**
 * A body that a country has too is that country's when its name follows: «وزارت بهداشت افغانستان» is not Iran's.
 * Names that are certain alone need no such look.
 */
function ownBodies(folded: Folded, one: Spotted, mentions: readonly Spotted[], index: number): Spotted {
  const { end } = one.mention.suffix;
  const joint = folded.jointBefore(end);
  if (joint !== Joint.Space && joint !== Joint.Zwnj) return one;
  for (let next = index + 1; next < mentions.length; next++) {
    const { mention, candidates } = mentions[next] as Spotted;
    if (mention.start > end) break;
    const country = mention.start === end ? candidates.find(({ entity }) => entity.isCountry) : undefined;
    if (country) {
      const own = one.candidates.filter((body) => !isSharedBody(body) || body.entity.related.includes(country.index));
      return { ...one, candidates: own };
    }
  }
  return one;
}

function isSharedBody({ name, entity }: Candidate): boolean {
  return entity.kind === 'organization' && name.trust !== 'certain';
}

/** A name that is bounded by dates can't be trusted as far in an article without a date. */
function unbounded(name: LexiconName): LexiconName {
  const isBounded = Number.isFinite(name.from) || Number.isFinite(name.to);
  return isBounded && name.trust !== 'ambiguous' ? { ...name, trust: 'short' } : name;
}
