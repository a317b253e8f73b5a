import type { Box } from '../../core/card/place-card.ts';

/** The line in which the reader has ended the selection; undefined when nothing is selected. */
export function endOfSelection(): Box | undefined {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  const boxes = [...selection.getRangeAt(0).getClientRects()].filter(({ width }) => width > 0);
  return boxes.at(-1);
}

/** Tells later whether the same is selected still: the reader may have begun anew meanwhile. */
export function noteSelection(): () => boolean {
  const ends = () => {
    const selection = document.getSelection();
    return [selection?.anchorNode, selection?.anchorOffset, selection?.focusNode, selection?.focusOffset];
  };
  const before = ends();
  return () => ends().every((end, index) => end === before[index]);
}

/** Whether the reader selects in a text that they write. */
export function isWriting(): boolean {
  const node = document.getSelection()?.anchorNode;
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest('input, textarea, [contenteditable]') != null;
}
