import { defaultRangeExtractor, type Range } from '@tanstack/virtual-core';
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useFocusedRow } from './use-focused-row.ts';
import { useTopOf } from './use-top-of.ts';
import { useVirtualizer } from './use-virtualizer.ts';

export interface VirtualListProps<T> {
  readonly items: readonly T[];
  readonly label: string;
  /** Keys of rows that stay rendered wherever the reader scrolls: something is being typed in them. */
  readonly kept: readonly string[];
  /** The key of the row to scroll to, once. */
  readonly wanted?: string | undefined;
  keyOf(item: T): string;
  /** How high a row is likely to be, in CSS pixels. */
  estimate(item: T): number;
  children(item: T): ComponentChildren;
}

/** Rows rendered above and below the window. */
const OVERSCAN = 4;

/**
 * A list of any length of which only what is near the window is rendered. Each row tells its place in the whole list.
 * The focus is never lost: its row stays rendered, and when the row goes the one in its place takes the focus.
 */
export function VirtualList<T>({ items, label, kept, wanted, keyOf, estimate, children }: VirtualListProps<T>) {
  const list = useRef<HTMLDivElement>(null);
  const focus = useFocusedRow(list);
  const scrollMargin = useTopOf(list);
  const indexOf = useMemo(() => indexer(items, keyOf), [items, keyOf]);
  const isBeginningSeen = window.scrollY <= scrollMargin && focus.key.current === undefined && wanted === undefined;
  const laidOut = useBeginningFirst(items, isBeginningSeen && kept.length === 0);
  // asked for all rows at once whenever one turns out higher
  const heights = useMemo(() => laidOut.map(estimate), [laidOut, estimate]);
  const getItemKey = useCallback((index: number) => keyOf(items[index] as T), [items, keyOf]);

  const rangeExtractor = (range: Range) => {
    const stay = [...kept, focus.key.current].flatMap((key) => indexOf(key) ?? []);
    return [...new Set([...defaultRangeExtractor(range), ...stay])].sort((a, b) => a - b);
  };
  const virtualizer = useVirtualizer({
    count: laidOut.length,
    getItemKey,
    estimateSize: (index) => heights[index] ?? 0,
    rangeExtractor,
    scrollMargin,
    overscan: OVERSCAN,
    // Rows that come and go above what the reader looks at do not push it away ('end' keeps the row at the top of the
    // window in its place); while the beginning of the list is in sight, new rows are to be seen.
    anchorTo: window.scrollY > scrollMargin ? 'end' : 'start',
  });

  const hasScrolled = useRef(false);
  useLayoutEffect(() => {
    if (hasScrolled.current) return;
    const index = indexOf(wanted);
    if (index === undefined) return;
    hasScrolled.current = true;
    focus.key.current = wanted;
    focus.isAwaited.current = true;
    virtualizer.scrollToIndex(index, { align: 'center' });
  }, [wanted, indexOf, virtualizer, focus]);
  useLayoutEffect(() => focus.keep(indexOf, items.length));

  const height = (virtualizer.getTotalSize() * items.length) / Math.max(1, laidOut.length);
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows stand at places of their own, and not all are there
    <div
      ref={list}
      role="list"
      aria-label={label}
      class="rows"
      style={{ blockSize: `${height}px` }}
      onFocusIn={focus.onFocusIn}
      onFocusOut={focus.onFocusOut}
    >
      {virtualizer.getVirtualItems().map(({ key, index, start }) => (
        // biome-ignore lint/a11y/useSemanticElements: see above
        <div
          key={key}
          ref={virtualizer.measureElement}
          role="listitem"
          class="row"
          // takes the focus when what had it is gone
          tabIndex={-1}
          data-index={index}
          data-key={key}
          aria-setsize={items.length}
          aria-posinset={index + 1}
          style={{ transform: `translateY(${start - scrollMargin}px)` }}
        >
          {children(items[index] as T)}
        </div>
      ))}
    </div>
  );
}

/** Rows that are laid out at once: many more than a window shows. */
const BEGINNING = 200;

/** The beginning of a new list, and all of it when that is drawn: to lay out tens of thousands takes its time. */
function useBeginningFirst<T>(items: readonly T[], mayWait: boolean): readonly T[] {
  const [drawn, setDrawn] = useState<readonly T[]>();
  useEffect(() => setDrawn(items), [items]);
  const isBeginning = mayWait && drawn !== items && items.length > BEGINNING;
  return useMemo(() => (isBeginning ? items.slice(0, BEGINNING) : items), [items, isBeginning]);
}

/** Tells where the row with a key stands. The keys are read when the first is asked for: most lists never are. */
function indexer<T>(items: readonly T[], keyOf: (item: T) => string): (key: string | undefined) => number | undefined {
  let indexes: Map<string, number> | undefined;
  return (key) => {
    if (key === undefined) return undefined;
    indexes ??= new Map(items.map((item, index) => [keyOf(item), index]));
    return indexes.get(key);
  };
}
