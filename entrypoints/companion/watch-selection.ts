/** Milliseconds without change after which a selection made by keys or touch counts as made. */
const SETTLED_AFTER = 350;

export interface SelectionEvents {
  /** The reader has selected something, and is done with it. */
  settled(by: 'pointer' | 'key' | 'touch'): void;
  /** Whether an event is in what we show ourselves: it says nothing of the selection. */
  isOurs(event: Event): boolean;
  /** Nothing is selected any more, or the reader begins anew. */
  gone(): void;
}

/**
 * Tells when a selection is made: by pointer when the button is let go, else when it rests. Returns a function that
 * stops it.
 */
export function watchSelection(page: Document, { settled, isOurs, gone }: SelectionEvents): () => void {
  let isDown = false;
  // what was pressed before we were there is not known
  let by: 'pointer' | 'key' | 'touch' = matchMedia('(pointer: coarse)').matches ? 'touch' : 'key';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopping = new AbortController();
  const options = { capture: true, passive: true, signal: stopping.signal };

  const isAny = () => page.getSelection()?.isCollapsed === false;
  const soon = (after: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (isAny() && !isDown) settled(by);
    }, after);
  };
  page.addEventListener(
    'pointerdown',
    (event) => {
      if (isOurs(event)) return;
      const { pointerType } = event;
      by = pointerType === 'touch' ? 'touch' : 'pointer';
      isDown = by === 'pointer'; // a finger is lifted before the handles are drawn out
    },
    options,
  );
  // a click may still take the selection away
  page.addEventListener('pointerup', (event) => lifted(event), options);
  page.addEventListener('pointercancel', (event) => lifted(event), options);
  const lifted = (event: Event) => {
    if (isOurs(event)) return;
    isDown = false;
    if (isAny()) soon(by === 'touch' ? SETTLED_AFTER : 30);
  };
  page.addEventListener(
    'keydown',
    () => {
      by = 'key';
    },
    options,
  );
  page.addEventListener(
    'selectionchange',
    () => {
      if (!isAny()) {
        clearTimeout(timer);
        gone();
      } else if (!isDown) soon(SETTLED_AFTER);
    },
    options,
  );
  // a button that was pressed before we were there
  page.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerType !== 'touch' && event.buttons === 1 && !isOurs(event)) isDown = true;
    },
    options,
  );
  if (isAny()) soon(SETTLED_AFTER);
  return () => {
    clearTimeout(timer);
    stopping.abort();
  };
}
