import { dayNumber } from '../knowledge/partial-date.ts';
import { SPEECH_VERBS, TITLES } from '../language/context-words.ts';
import { endOffset, foldWhile } from '../language/fold.ts';
import { findCue, isQuoted, wordAfterMention } from './cues.ts';
import { BLOCK_END, type ReadDocument } from './document.ts';
import type { Evidence, Signal } from './evidence.ts';
import type { Lexicon } from './lexicon.ts';
import { Sentences } from './sentences.ts';
import { type Candidate, type Spotted, type SpottedText, spotMentions } from './spotting.ts';
import { type Survey, surveyDocument } from './survey.ts';
import { WEIGHTS, type Weights } from './weights.ts';
import { isIn, wordAfter, wordBefore } from './words.ts';

/** A candidate of a mention with all that speaks for it and against it. */
export interface Judged {
  readonly candidate: Candidate;
  readonly evidence: readonly Evidence[];
  /** The sum of the evidence's weights. */
  readonly sum: number;
}

/** A document made ready to be judged. */
export interface Prepared {
  readonly spotted: SpottedText;
  readonly survey: Survey;
  readonly sentences: Sentences;
  readonly day: number | undefined;
}

/** Reads a document as far as judging wants it, for as long as `use` runs. */
export function withPrepared<T>(
  lexicon: Lexicon,
  { blocks, date, present }: ReadDocument,
  use: (prepared: Prepared) => T,
): T {
  const text = blocks.length === 1 ? (blocks[0] as string) : blocks.join(BLOCK_END);
  return foldWhile(text, (folded) => {
    const day = date === undefined ? undefined : dayNumber(date);
    const spotted = spotMentions(lexicon, folded, day);
    const survey = surveyDocument(lexicon, spotted, present ?? []);
    return use({ spotted, survey, sentences: new Sentences(folded), day });
  });
}

/**
 * What speaks for and against each candidate of each mention of a document, before anything is decided: what
 * weights are fitted on. Offsets are UTF-16 units in the blocks joined by one unit each.
 */
export function judgeDocument(
  lexicon: Lexicon,
  document: ReadDocument,
): { readonly start: number; readonly end: number; readonly judged: readonly Judged[] }[] {
  return withPrepared(lexicon, document, (prepared) => {
    const { folded, mentions } = prepared.spotted;
    return mentions
      .filter((one) => !one.isGuard)
      .map((one) => ({
        start: folded.offsets[one.mention.start] as number,
        end: endOffset(folded, one.mention.end - 1),
        judged: judge(lexicon, prepared, one, WEIGHTS),
      }));
  });
}

/** All that speaks for and against each candidate that no cue strikes out. */
export function judge(
  lexicon: Lexicon,
  { spotted: { folded }, survey, sentences, day }: Prepared,
  { mention, candidates }: Spotted,
  weights: Weights,
): Judged[] {
  const judged: Judged[] = [];
  for (const candidate of candidates) {
    const { name, entity, index } = candidate;
    const hasCues = name.cues.length > 0;
    // words against a candidate strike it out before anything speaks for it
    if (hasCues && findCue(folded, sentences, mention, name.cues, 'against')) continue;
    if (name.trust === 'certain' && candidates.length === 1) {
      judged.push({ candidate, evidence: nameAlone(weights), sum: weights['certain-name'] });
      continue;
    }
    const evidence: Evidence[] = [];
    const add = (signal: Signal, detail?: string) =>
      evidence.push(
        detail === undefined ? { signal, weight: weights[signal] } : { signal, weight: weights[signal], detail },
      );
    add(`${name.trust}-name`);
    if (name.trust !== 'certain' && survey.present.has(index)) add('full-name-in-document');
    if (name.trust !== 'certain') {
      if (candidates.some((other) => other.index !== index && survey.present.has(other.index)))
        add('namesake-in-document');
      const cue = hasCues ? findCue(folded, sentences, mention, name.cues, 'for') : undefined;
      if (cue) add(cue.place === 'near' ? 'cue-near' : 'cue-beside', cue.text);
      if (survey.isOthersSurname(folded, mention)) add('others-surname');
      const related = entity.related.find((other) => survey.present.has(other));
      if (related !== undefined) add('related-in-document', lexicon.entity(related).id);
      if (entity.topic !== 0 && survey.topic !== 0) add(entity.topic === survey.topic ? 'topic' : 'other-topic');
      if (isQuoted(folded, mention)) add('quoted');
      if (entity.kind === 'person') {
        if (!mention.isGlued && isIn(TITLES, folded, wordBefore(folded, mention.word))) add('title');
        if (isIn(SPEECH_VERBS, folded, wordAfter(folded, wordAfterMention(folded, mention)))) add('speech');
        if (day !== undefined && day >= entity.activeFrom && day <= entity.activeTo) add('in-office');
      }
    }
    judged.push({ candidate, evidence, sum: evidence.reduce((sum, { weight }) => sum + weight, 0) });
  }
  return judged;
}

const NAME_ALONE: readonly Evidence[] = [{ signal: 'certain-name', weight: WEIGHTS['certain-name'] }];

/** The evidence of most links, made once. */
function nameAlone(weights: Weights): readonly Evidence[] {
  return weights === WEIGHTS ? NAME_ALONE : [{ signal: 'certain-name', weight: weights['certain-name'] }];
}
