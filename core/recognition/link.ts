import { endOffset } from '../language/fold.ts';
import { choose, type Decided, decide } from './choosing.ts';
import { BLOCK_END, type Link, type ReadDocument, type Recognition } from './document.ts';
import { judge, withPrepared } from './judging.ts';
import type { Lexicon } from './lexicon.ts';
import type { Candidate } from './spotting.ts';
import { WEIGHTS, type Weights } from './weights.ts';

/**
 * Finds the names of a document and links them. Two passes: what stands for itself is gathered first, so
 * that the rest can be resolved by the whole document, whether the full name comes earlier or later. When
 * in doubt a mention is left alone.
 */
export function recognise(lexicon: Lexicon, document: ReadDocument, weights: Weights = WEIGHTS): Recognition {
  return withPrepared(lexicon, document, (prepared) => {
    const { folded } = prepared.spotted;
    const decided: Decided[] = [];
    for (const spotted of prepared.spotted.mentions) {
      const judged = spotted.isGuard ? null : decide(judge(lexicon, prepared, spotted, weights));
      if (judged !== undefined) decided.push({ spotted, judged });
    }
    const links: Link[] = [];
    const starts = blockStarts(document.blocks);
    let block = 0;
    for (const { spotted, judged } of choose(decided)) {
      const { start, end } = spotted.mention;
      const from = folded.offsets[start] as number;
      while (block + 1 < starts.length && (starts[block + 1] as number) <= from) block++;
      const offset = starts[block] as number;
      const { entity, name } = judged.candidate;
      links.push({
        block,
        start: from - offset,
        end: endOffset(folded, end - 1) - offset,
        entity: entity.id,
        kind: entity.kind,
        trust: name.trust,
        score: Math.round(100 / (1 + Math.exp(-judged.sum))) / 100,
        evidence: judged.evidence,
        others: otherCandidates(spotted.candidates, entity.id),
      });
    }
    return { links, present: [...prepared.survey.present].map((index) => lexicon.entity(index).id) };
  });
}

/** Other entities shown to a reader who asks what else a name may mean. */
const MOST_OTHERS = 5;

function otherCandidates(candidates: readonly Candidate[], chosen: string): readonly string[] {
  if (candidates.length === 1) return NONE;
  const ids = new Set(candidates.map(({ entity }) => entity.id));
  ids.delete(chosen);
  return [...ids].slice(0, MOST_OTHERS);
}
const NONE: readonly string[] = [];

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
