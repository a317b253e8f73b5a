import type { Annotations } from '../../page/annotations.ts';
import { toRange } from '../../page/pointing.ts';

/** More than a passage of readable length names; the heaviest are kept. */
const MOST_NAMED = 100;

/** The ids of the entities that are marked in the ranges, the heaviest of the page first. */
export function namedIn(ranges: readonly StaticRange[], annotations: Annotations): string[] {
  const live = ranges.flatMap((range) => toRange(range) ?? []);
  const ruler = document.createRange();
  const touches = (other: StaticRange) => {
    const mention = toRange(other, ruler);
    return live.some(
      (range) =>
        mention !== undefined &&
        range.compareBoundaryPoints(Range.START_TO_END, mention) > 0 &&
        range.compareBoundaryPoints(Range.END_TO_START, mention) < 0,
    );
  };
  const named = annotations.briefing().map(({ id }) => id);
  return named.filter((id) => annotations.mentionsOf(id).some(({ range }) => touches(range))).slice(0, MOST_NAMED);
}
