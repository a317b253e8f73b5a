import { dayNumber } from '../knowledge/partial-date.ts';
import { endOffset, type Folded, fold } from '../language/fold.ts';
import { TITLES } from '../language/titles.ts';
import { findCue } from './cues.ts';
import type { Link, ReadDocument, Recognition } from './document.ts';
import { type Evidence, SCORES } from './evidence.ts';
import { allowsSuffix, isPartOfOtherPerson } from './guards.ts';
import type { Lexicon, LexiconEntity, LexiconName } from './lexicon.ts';
import { findMentions, type Mention } from './mentions.ts';
import { wordBefore } from './words.ts';

/** A name of a mention with the entity it may mean. */
interface Candidate {
  readonly name: LexiconName;
  readonly index: number;
  readonly entity: LexiconEntity;
}

interface Spotted {
  readonly block: number;
  readonly folded: Folded;
  readonly mention: Mention;
  readonly candidates: readonly Candidate[];
  /** The span is known to mean something that is no entity of ours. */
  readonly isGuard: boolean;
  /** It is a part of another person's longer name. */
  readonly isOthers: boolean;
}

/**
 * Finds the names of a document and links them. Two passes: what stands for itself is gathered first, so
 * that the rest can be resolved by the whole document, whether the full name comes earlier or later. When
 * in doubt a mention is left alone.
 */
export function recognise(lexicon: Lexicon, document: ReadDocument): Recognition {
  const day = document.date === undefined ? undefined : dayNumber(document.date);
  const spotted = document.blocks.flatMap((text, block) => spot(lexicon, fold(text), block, day));
  const survey = surveyDocument(lexicon, spotted, document.present ?? []);
  const resolved = spotted.flatMap((one) => {
    const link = one.isGuard ? null : resolve(one, survey, lexicon);
    return link === undefined ? [] : [{ one, link }];
  });
  return {
    links: longestFirst(resolved).sort((a, b) => a.block - b.block || a.start - b.start),
    present: [...survey.present].map((index) => lexicon.entity(index).id),
  };
}

function spot(lexicon: Lexicon, folded: Folded, block: number, day: number | undefined): Spotted[] {
  return findMentions(lexicon, folded).map((mention) => {
    const candidates: Candidate[] = [];
    let isOthers = false;
    for (const name of mention.names) {
      if (name.entity === -1) continue;
      const entity = lexicon.entity(name.entity);
      if (!allowsSuffix(entity.kind, mention.suffix.kind)) continue;
      if (day !== undefined && (day < name.from || day > name.to || day < entity.from)) continue;
      if (mention.isGlued && name.trust !== 'certain') continue;
      if (isPartOfOtherPerson(lexicon, folded, mention, name, entity)) isOthers = true;
      else
        candidates.push({
          name: boundsUnknown(name, day) ? { ...name, trust: 'short' } : name,
          index: name.entity,
          entity,
        });
    }
    return { block, folded, mention, candidates, isGuard: mention.names.some((name) => name.entity === -1), isOthers };
  });
}

/** A name that is bounded by dates can't be trusted as far in an article without a date. */
function boundsUnknown(name: LexiconName, day: number | undefined): boolean {
  return day === undefined && (Number.isFinite(name.from) || Number.isFinite(name.to)) && name.trust !== 'ambiguous';
}

/** What the whole document tells. */
interface Survey {
  /** Entities whose full name stands in the document. */
  readonly present: ReadonlySet<number>;
  /** Folded surnames that a person unknown to us bears in this document. */
  readonly othersSurnames: ReadonlySet<string>;
}

function surveyDocument(lexicon: Lexicon, spotted: readonly Spotted[], known: readonly string[]): Survey {
  const present = new Set(known.map((id) => lexicon.indexOf(id)).filter((index) => index !== -1));
  const othersSurnames = new Set<string>();
  for (const { candidates, isOthers, mention, folded } of spotted) {
    const certain = candidates.filter(({ name }) => name.trust === 'certain' && name.isFull);
    if (certain.length === 1) present.add((certain[0] as Candidate).index);
    if (isOthers && candidates.length === 0) othersSurnames.add(folded.slice(mention.start, mention.end));
  }
  return { present, othersSurnames };
}

function resolve(one: Spotted, survey: Survey, lexicon: Lexicon): Link | undefined {
  const { folded, mention, candidates } = one;
  // Words against a candidate strike it out before anything speaks for it.
  const standing = candidates.filter(({ name }) => !findCue(folded, mention, name.cues, 'against'));
  const supported = standing.flatMap((candidate) => {
    const evidence = evidenceFor(candidate, one, survey, lexicon);
    return evidence ? [{ candidate, evidence, score: SCORES[evidence.rule] }] : [];
  });
  if (supported.length === 0) return undefined;
  supported.sort((a, b) => b.score - a.score);
  const best = supported[0] as (typeof supported)[number];
  const rival = supported.find(({ candidate }) => candidate.index !== best.candidate.index);
  if (rival && rival.score === best.score) return undefined; // two fit equally: silence
  return {
    block: one.block,
    start: folded.offsets[mention.start] as number,
    end: endOffset(folded, mention.end - 1),
    entity: best.candidate.entity.id,
    kind: best.candidate.entity.kind,
    trust: best.candidate.name.trust,
    score: best.score,
    evidence: [best.evidence],
  };
}

function evidenceFor(
  { name, index, entity }: Candidate,
  one: Spotted,
  survey: Survey,
  lexicon: Lexicon,
): Evidence | undefined {
  const { folded, mention, candidates } = one;
  if (name.trust === 'certain') return { rule: 'certain-name' };
  const cue = findCue(folded, mention, name.cues, 'for');
  if (cue) return { rule: 'cue', cue: cue.text };
  const isOthersHere = survey.othersSurnames.has(folded.slice(mention.start, mention.end));
  if (survey.present.has(index) && !isOthersHere) return { rule: 'full-name-in-document' };
  if (isOthersHere || candidates.some((other) => other.index !== index && survey.present.has(other.index)))
    return undefined;
  if (name.trust === 'default') return { rule: 'default-name' };
  if (name.trust === 'short' && entity.kind === 'person') {
    const title = wordBefore(folded, mention.start);
    const related = entity.related.find((other) => survey.present.has(other));
    if (title && TITLES.has(title.key) && related !== undefined) {
      return { rule: 'title-and-related', related: lexicon.entity(related).id };
    }
  }
  return undefined;
}

/** Of overlapping spans the longest survives, the earlier of two as long; guards (null) leave nothing behind. */
function longestFirst(resolved: readonly { one: Spotted; link: Link | null }[]): Link[] {
  const taken = new Map<Folded, Uint8Array>();
  const links: Link[] = [];
  const byLength = [...resolved].sort(
    (a, b) => lengthOf(b.one) - lengthOf(a.one) || a.one.mention.start - b.one.mention.start,
  );
  for (const { one, link } of byLength) {
    const { start, end } = one.mention;
    const letters = taken.get(one.folded) ?? new Uint8Array(one.folded.length);
    taken.set(one.folded, letters);
    if (letters.subarray(start, end).includes(1)) continue;
    letters.fill(1, start, end);
    if (link) links.push(link);
  }
  return links;
}

function lengthOf({ mention }: Spotted): number {
  return mention.end - mention.start;
}
