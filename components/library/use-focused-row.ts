import type { RefObject } from 'preact';
import { useMemo, useRef } from 'preact/hooks';

/** Keeps the focus in a list whose rows come and go. */
export interface FocusedRow {
  /** The key of the row that has the focus. */
  readonly key: { current: string | undefined };
  /** True while a row is to take the focus as soon as it is there. */
  readonly isAwaited: { current: boolean };
  onFocusIn(event: FocusEvent): void;
  onFocusOut(event: FocusEvent): void;
  /** To be called after each render: gives the focus back when what had it is gone. */
  keep(indexOf: (key: string) => number | undefined, count: number): void;
}

export function useFocusedRow(list: RefObject<HTMLElement | null>): FocusedRow {
  const key = useRef<string | undefined>(undefined);
  const index = useRef(0);
  const isAwaited = useRef(false);
  return useMemo(() => {
    const rowAt = (place: number) => list.current?.querySelector<HTMLElement>(`:scope > [data-index="${place}"]`);
    return {
      key,
      isAwaited,
      onFocusIn(event) {
        const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]') : null;
        key.current = row?.dataset.key;
        index.current = Number(row?.dataset.index ?? 0);
        isAwaited.current = false;
      },
      onFocusOut({ target, relatedTarget }) {
        if (relatedTarget !== null) {
          if (!list.current?.contains(relatedTarget as Node)) key.current = undefined;
          return;
        }
        // Some browsers tell of it while they remove what had the focus; by the next turn it is known which it was.
        setTimeout(() => {
          const wasLeft = target instanceof Node && target.isConnected && document.activeElement === document.body;
          if (wasLeft) key.current = undefined;
        });
      },
      keep(indexOf, count) {
        if (key.current === undefined) return;
        const isLost = document.activeElement === document.body || document.activeElement === null;
        if (!isLost && !isAwaited.current) return;
        const place = indexOf(key.current) ?? Math.min(index.current, count - 1);
        const row = rowAt(place);
        if (row) row.focus({ preventScroll: true });
        else if (!isAwaited.current) key.current = undefined;
      },
    };
  }, [list]);
}
