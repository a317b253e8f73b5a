import { useMemo, useState } from 'preact/hooks';
import type { Highlight } from '../../core/highlights/highlight.ts';

export interface Selection {
  /** Ids of all that the reader has selected, those too that the filters hide. */
  readonly ids: ReadonlySet<string>;
  /** Those that are shown: what is hidden can't be acted on unseen. */
  readonly highlights: readonly Highlight[];
  select(ids: readonly string[], isSelected: boolean): void;
  clear(): void;
}

const NONE: ReadonlySet<string> = new Set();

export function useSelection(shown: readonly Highlight[]): Selection {
  const [ids, setIds] = useState(NONE);
  const highlights = useMemo(() => (ids.size === 0 ? [] : shown.filter(({ id }) => ids.has(id))), [shown, ids]);
  return {
    ids,
    highlights,
    select: (changed, isSelected) =>
      setIds((now) => (isSelected ? now.union(new Set(changed)) : without(now, changed))),
    clear: () => setIds(NONE),
  };
}

function without(ids: ReadonlySet<string>, gone: readonly string[]): ReadonlySet<string> {
  const left = new Set(ids);
  for (const id of gone) left.delete(id);
  return left;
}
