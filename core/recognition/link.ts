import { dayNumber } from '../knowledge/partial-date.ts';
import { SPEECH_VERBS, TITLES } from '../language/context-words.ts';
import { endOffset, Folder } from '../language/fold.ts';
import { findCue, isQuoted, wordAfterMention } from './cues.ts';
import type { Link, ReadDocument, Recognition } from './document.ts';
import type { Evidence, Signal } from './evidence.ts';
import type { Lexicon } from './lexicon.ts';
import { Sentences } from './sentences.ts';
import { type Candidate, type Spotted, spotMentions } from './spotting.ts';
import { type Survey, surveyDocument } from './survey.ts';
import { MARGIN, THRESHOLD, WEIGHTS } from './weights.ts';
import { isIn, wordAfter, wordBefore } from './words.ts';

/** Ends a block inside the text of a document: no name and no sentence reaches across. */
const BLOCK_END = '\0';
const folder = new Folder();

/** A candidate of a mention with all that speaks for it and against it. */
export interface Judged {
  readonly candidate: Candidate;
  readonly evidence: readonly Evidence[];
  /** The sum of the evidence's weights. */
  readonly sum: number;
}

/**
 * Finds the names of a document and links them. Two passes: what stands for itself is gathered first, so
 * that the rest can be resolved by the whole document, whether the full name comes earlier or later. When
 * in doubt a mention is left alone.
 */
export function recognise(lexicon: Lexicon, document: ReadDocument): Recognition {
  const read = readDocument(lexicon, document);
  const links: Link[] = [];
  const starts = blockStarts(document.blocks);
  let block = 0;
  for (const { spotted, judged } of choose(read.decided)) {
    const { start, end } = spotted.mention;
    const from = read.spotted.folded.offsets[start] as number;
    while (block + 1 < starts.length && (starts[block + 1] as number) <= from) block++;
    const offset = starts[block] as number;
    const { entity, name } = judged.candidate;
    links.push({
      block,
      start: from - offset,
      end: endOffset(read.spotted.folded, end - 1) - offset,
      entity: entity.id,
      kind: entity.kind,
      trust: name.trust,
      score: Math.round(100 / (1 + Math.exp(-judged.sum))) / 100,
      evidence: judged.evidence,
    });
  }
  return { links, present: [...read.survey.present].map((index) => lexicon.entity(index).id) };
}

interface Decided {
  readonly spotted: Spotted;
  /** Null for a guard, which takes its span and leaves nothing behind. */
  readonly judged: Judged | null;
}

interface ReadText {
  readonly spotted: ReturnType<typeof spotMentions>;
  readonly survey: Survey;
  readonly decided: readonly Decided[];
}

function readDocument(lexicon: Lexicon, document: ReadDocument): ReadText {
  const day = document.date === undefined ? undefined : dayNumber(document.date);
  const folded = folder.fold(
    document.blocks.length === 1 ? (document.blocks[0] as string) : document.blocks.join(BLOCK_END),
  );
  const spotted = spotMentions(lexicon, folded, day);
  const survey = surveyDocument(lexicon, spotted, document.present ?? []);
  const sentences = new Sentences(folded);
  const decided: Decided[] = [];
  for (const one of spotted.mentions) {
    if (one.isGuard) decided.push({ spotted: one, judged: null });
    else {
      const judged = decide(judge(lexicon, spotted, one, survey, sentences, day));
      if (judged) decided.push({ spotted: one, judged });
    }
  }
  return { spotted, survey, decided };
}

/**
 * What speaks for and against each candidate of each mention of a document, before anything is decided: what
 * weights are fitted on. Offsets are UTF-16 units in the blocks joined by one unit each.
 */
export function judgeDocument(
  lexicon: Lexicon,
  document: ReadDocument,
): { readonly start: number; readonly end: number; readonly judged: readonly Judged[] }[] {
  const day = document.date === undefined ? undefined : dayNumber(document.date);
  const folded = folder.fold(document.blocks.join(BLOCK_END));
  const spotted = spotMentions(lexicon, folded, day);
  const survey = surveyDocument(lexicon, spotted, document.present ?? []);
  const sentences = new Sentences(folded);
  return spotted.mentions
    .filter((one) => !one.isGuard)
    .map((one) => ({
      start: folded.offsets[one.mention.start] as number,
      end: endOffset(folded, one.mention.end - 1),
      judged: judge(lexicon, spotted, one, survey, sentences, day),
    }));
}

const NAME_ALONE: readonly Evidence[] = [{ signal: 'certain-name', weight: WEIGHTS['certain-name'] }];

/** All that speaks for and against each candidate that no cue strikes out. */
function judge(
  lexicon: Lexicon,
  { folded }: { readonly folded: ReturnType<Folder['fold']> },
  { mention, candidates }: Spotted,
  survey: Survey,
  sentences: Sentences,
  day: number | undefined,
): Judged[] {
  const judged: Judged[] = [];
  for (const candidate of candidates) {
    const { name, entity, index } = candidate;
    const hasCues = name.cues.length > 0;
    // words against a candidate strike it out before anything speaks for it
    if (hasCues && findCue(folded, sentences, mention, name.cues, 'against')) continue;
    if (name.trust === 'certain' && candidates.length === 1) {
      judged.push({ candidate, evidence: NAME_ALONE, sum: WEIGHTS['certain-name'] });
      continue;
    }
    const evidence: Evidence[] = [];
    const add = (signal: Signal, detail?: string) =>
      evidence.push(
        detail === undefined ? { signal, weight: WEIGHTS[signal] } : { signal, weight: WEIGHTS[signal], detail },
      );
    add(`${name.trust}-name`);
    if (name.trust !== 'certain' && survey.present.has(index)) add('full-name-in-document');
    if (candidates.some((other) => other.index !== index && survey.present.has(other.index)))
      add('namesake-in-document');
    if (name.trust !== 'certain') {
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

/** The candidate that is meant, if any: when in doubt, nobody is. */
function decide(judged: readonly Judged[]): Judged | undefined {
  let best: Judged | undefined;
  for (const one of judged) if (one.sum > THRESHOLD && (!best || one.sum > best.sum)) best = one;
  if (!best || judged.length === 1) return best;
  const limit = best.sum - MARGIN;
  const { index } = best.candidate;
  return judged.some((one) => one.candidate.index !== index && one.sum > THRESHOLD && one.sum > limit)
    ? undefined
    : best;
}

/**
 * Of overlapping spans the longest survives, the earlier of two as long; guards leave nothing behind. In the
 * order of the text. Spans come in the order of their starts.
 */
function choose(decided: readonly Decided[]): { readonly spotted: Spotted; readonly judged: Judged }[] {
  const chosen: { spotted: Spotted; judged: Judged }[] = [];
  for (let from = 0; from < decided.length; ) {
    // a cluster of spans that overlap one another
    let to = from + 1;
    let { end } = (decided[from] as Decided).spotted.mention;
    while (to < decided.length && (decided[to] as Decided).spotted.mention.start < end) {
      end = Math.max(end, (decided[to] as Decided).spotted.mention.end);
      to++;
    }
    for (const { spotted, judged } of to - from === 1 ? [decided[from] as Decided] : longest(decided.slice(from, to))) {
      if (judged) chosen.push({ spotted, judged });
    }
    from = to;
  }
  return chosen;
}

function longest(cluster: readonly Decided[]): Decided[] {
  const lengthOf = ({ spotted: { mention } }: Decided) => mention.end - mention.start;
  const kept: Decided[] = [];
  for (const one of [...cluster].sort(
    (a, b) => lengthOf(b) - lengthOf(a) || a.spotted.mention.start - b.spotted.mention.start,
  )) {
    const { start, end } = one.spotted.mention;
    if (kept.every(({ spotted: { mention } }) => end <= mention.start || mention.end <= start)) kept.push(one);
  }
  return kept.sort((a, b) => a.spotted.mention.start - b.spotted.mention.start);
}

/** Where each block begins in the text of the document. */
function blockStarts(blocks: readonly string[]): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const block of blocks) {
    starts.push(at);
    at += block.length + BLOCK_END.length;
  }
  return starts;
}
