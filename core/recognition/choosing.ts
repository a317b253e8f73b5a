import type { Judged } from './judging.ts';
import type { Spotted } from './spotting.ts';
import { MARGIN, THRESHOLD } from './weights.ts';

/** A mention with what was decided of it. */
export interface Decided {
  readonly spotted: Spotted;
  /** Null for a guard, which takes its span and leaves nothing behind. */
  readonly judged: Judged | null;
}

/** A mention with the candidate that it is linked to. */
export interface Chosen {
  readonly spotted: Spotted;
  readonly judged: Judged;
}

/** The candidate that is meant, if any: when in doubt, nobody is. */
export function decide(judged: readonly Judged[]): Judged | undefined {
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
export function choose(decided: readonly Decided[]): Chosen[] {
  const chosen: Chosen[] = [];
  for (let from = 0; from < decided.length; ) {
    // a cluster of spans that overlap one another
    let to = from + 1;
    let { end } = (decided[from] as Decided).spotted.mention;
    while (to < decided.length && (decided[to] as Decided).spotted.mention.start < end) {
      end = Math.max(end, (decided[to] as Decided).spotted.mention.end);
      to++;
    }
    const first = decided[from] as Decided;
    if (to - from > 1) {
      for (const { spotted, judged } of longest(decided.slice(from, to))) if (judged) chosen.push({ spotted, judged });
    } else if (first.judged) chosen.push(first as Chosen);
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
