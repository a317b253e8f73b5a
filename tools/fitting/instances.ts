import type { Signal } from '../../core/recognition/evidence.ts';
import { judgeDocument } from '../../core/recognition/judging.ts';
import type { Annotator } from '../evaluation/annotate.ts';
import { namesSame, type SameEntity } from '../evaluation/score.ts';
import type { GoldText } from '../evaluation/texts.ts';

/** A candidate of a mention: what speaks for it or against it, and whether gold says that it is meant. */
export interface Instance {
  readonly signals: readonly Signal[];
  readonly isMeant: boolean;
}

/**
 * The instances of a gold text. Left out is what gold does not decide: candidates over optional gold, and those
 * inside a longer gold mention of something else.
 */
export function instancesOf(text: GoldText, annotator: Annotator, same: SameEntity): Instance[] {
  const instances: Instance[] = [];
  const document = { blocks: text.text.split('\n'), date: text.date ?? undefined };
  for (const { start, end, judged } of judgeDocument(annotator.lexicon, document)) {
    const over = text.mentions.filter((gold) => start < gold.end && gold.start < end);
    for (const { candidate, evidence } of judged) {
      const named = annotator.named(candidate.entity.id);
      const matched = over.find((gold) => namesSame(named, gold, same));
      if (matched ? matched.optional : over.some((gold) => gold.optional || gold.end - gold.start > end - start))
        continue;
      instances.push({ signals: evidence.map(({ signal }) => signal), isMeant: matched !== undefined });
    }
  }
  return instances;
}
