import type { ComponentChildren } from 'preact';
import { marksIn } from '../../core/highlights/library/search-text.ts';

export interface MarkedProps {
  readonly text: string;
  /** Folded words that are marked: see `queryWords`. */
  readonly words: readonly string[];
}

/** A text in which the words that the reader looks for are marked. */
export function Marked({ text, words }: MarkedProps) {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const { start, end } of marksIn(text, words)) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
