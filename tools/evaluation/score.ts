import type { Entity, Kind } from '../../core/knowledge/entity.ts';
import { foldKey } from '../../core/language/fold.ts';
import type { Annotation } from './annotate.ts';
import type { GoldMention, GoldText } from './texts.ts';

/**
 * - `right`: the gold's entity.
 * - `spurious`: no gold there.
 * - `wrong`: required gold there, of another entity.
 * - `namesake`: gold there of somebody too obscure for the store, annotated as somebody else.
 * - `optional-wrong`: optional gold there, of another entity; reported apart.
 * - `neutral`: optional gold, or strictly inside a longer gold mention of another entity; counts neither way.
 * - `missed`: required gold that no prediction names.
 */
export type Outcome = 'right' | 'spurious' | 'wrong' | 'namesake' | 'optional-wrong' | 'neutral' | 'missed';

export interface Judgement {
  readonly outcome: Outcome;
  readonly text: GoldText;
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
  readonly predicted?: Annotation;
  readonly gold?: GoldMention;
}

/** Names of one entity that gold spells in several ways: each line a group. */
export type SameEntity = ReadonlyMap<string, ReadonlySet<number>>;

/** The key under which two names are the same: folded, case and punctuation aside. */
export function nameKey(name: string): string {
  return foldKey(name);
}

/** Judges the annotations of one text against its gold, by the rules of the corpus. */
export function judge(text: GoldText, predictions: readonly Annotation[], same: SameEntity): Judgement[] {
  const judgements: Judgement[] = [];
  const found = new Set<GoldMention>();
  for (const predicted of predictions) {
    const over = text.mentions.filter((gold) => predicted.start < gold.end && gold.start < predicted.end);
    const matched = over.find((gold) => namesSame(predicted, gold, same));
    const judged = (outcome: Outcome, gold?: GoldMention) =>
      judgements.push({
        outcome,
        text,
        start: predicted.start,
        end: predicted.end,
        kind: predicted.kind,
        predicted,
        gold,
      });
    if (matched) {
      found.add(matched);
      judged(matched.optional ? 'neutral' : 'right', matched);
      continue;
    }
    const longer = over.find(
      (gold) =>
        gold.end - gold.start > predicted.end - predicted.start &&
        gold.start <= predicted.start &&
        predicted.end <= gold.end,
    );
    const nil = over.find((gold) => gold.nil);
    const required = over.find((gold) => !gold.optional && !gold.nil);
    if (over.length === 0) judged('spurious');
    else if (nil && !longer) judged('namesake', nil);
    else if (longer) judged('neutral', longer);
    else if (required) judged('wrong', required);
    else judged('optional-wrong', over[0]);
  }
  for (const gold of text.mentions) {
    if (gold.optional || gold.nil || found.has(gold)) continue;
    judgements.push({ outcome: 'missed', text, start: gold.start, end: gold.end, kind: gold.kind, gold });
  }
  return judgements;
}

/** Whether the annotation's entity is the gold's. */
export function namesSame(
  predicted: Pick<Annotation, 'name' | 'aliases'>,
  gold: GoldMention,
  same: SameEntity,
): boolean {
  const ours = [predicted.name.fa, predicted.name.en, ...predicted.aliases].map(nameKey);
  const theirs = [gold.name.fa, gold.name.en].map(nameKey);
  if (ours.some((key) => theirs.includes(key))) return true;
  const groups = new Set(ours.flatMap((key) => [...(same.get(key) ?? [])]));
  return theirs.some((key) => [...(same.get(key) ?? [])].some((group) => groups.has(group)));
}

export interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly right: number;
  readonly spurious: number;
  readonly wrong: number;
  readonly namesake: number;
  readonly missed: number;
}

/** Precision, recall and F1 of judgements; a share of nothing is 1. */
export function figuresOf(judgements: readonly Judgement[]): Figures {
  const count = (outcome: Outcome) => judgements.filter((one) => one.outcome === outcome).length;
  const right = count('right');
  const [spurious, wrong, namesake, missed] = [count('spurious'), count('wrong'), count('namesake'), count('missed')];
  // two predictions can be right about one gold mention; a mention of somebody obscure may be named right
  const found = new Set(judgements.flatMap((one) => (one.outcome === 'right' && !one.gold?.nil ? [one.gold] : [])))
    .size;
  const precision = share(right, right + spurious + wrong + namesake);
  const recall = share(found, found + missed);
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    right,
    spurious,
    wrong,
    namesake,
    missed,
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

/**
 * Whether a judgement counts for what the engine is answerable for: a missed mention does only when the store
 * has its entity.
 */
export function answerable(entities: Iterable<Entity>, same: SameEntity): (judgement: Judgement) => boolean {
  const keys = new Set<string>();
  const groups = new Set<number>();
  for (const { name, names } of entities) {
    const certain = names.filter(({ trust }) => trust === 'certain').map(({ text }) => text);
    for (const key of [name.fa, name.en, ...certain].map(nameKey)) {
      keys.add(key);
      for (const group of same.get(key) ?? []) groups.add(group);
    }
  }
  const isKnown = ({ name }: GoldMention) =>
    [name.fa, name.en]
      .map(nameKey)
      .some((key) => keys.has(key) || [...(same.get(key) ?? [])].some((group) => groups.has(group)));
  return ({ outcome, gold }) => outcome !== 'missed' || (gold !== undefined && isKnown(gold));
}
