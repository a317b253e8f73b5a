import type { Folded } from '../language/fold.ts';
import type { Lexicon } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import type { SpottedText } from './spotting.ts';

/** What the whole document tells. */
export interface Survey {
  /** Entities whose full name stands in the document. */
  readonly present: ReadonlySet<number>;
  /** The topic that most of its certain names are of; 0 when none stands out. */
  readonly topic: number;
  /** Whether a person unknown to us bears the mention's letters as a surname in this document. */
  isOthersSurname(folded: Folded, mention: Mention): boolean;
}

/** A topic stands out when so many certain names are of it, and such a share of those that have one. */
const FEWEST_OF_TOPIC = 3;
const SHARE_OF_TOPIC = 0.6;

/** Gathers what stands for itself. `known` are ids of entities that are known to be in the document. */
export function surveyDocument(lexicon: Lexicon, spotted: SpottedText, known: readonly string[]): Survey {
  const { folded } = spotted;
  const present = new Set<number>();
  for (const id of known) {
    const index = lexicon.indexOf(id);
    if (index !== -1) present.add(index);
  }
  const othersSurnames = new Set<string>();
  const topics = new Map<number, number>();
  let topical = 0;
  for (const { candidates, isOthers, mention } of spotted.mentions) {
    if (isOthers && candidates.length === 0) othersSurnames.add(folded.slice(mention.start, mention.end));
    const [only] = candidates;
    if (candidates.length !== 1 || only?.name.trust !== 'certain') {
      const certain = candidates.filter(({ name }) => name.trust === 'certain' && name.isFull);
      if (certain.length === 1) present.add((certain[0] as (typeof certain)[number]).index);
      continue;
    }
    if (only.name.isFull) present.add(only.index);
    if (only.entity.topic !== 0) {
      topical++;
      topics.set(only.entity.topic, (topics.get(only.entity.topic) ?? 0) + 1);
    }
  }
  const [main] = [...topics].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return {
    present,
    topic: main && main[1] >= FEWEST_OF_TOPIC && main[1] >= topical * SHARE_OF_TOPIC ? main[0] : 0,
    isOthersSurname: (text, { start, end }) => othersSurnames.size > 0 && othersSurnames.has(text.slice(start, end)),
  };
}
