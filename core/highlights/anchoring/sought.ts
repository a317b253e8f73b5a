import { type Folded, fold, foldKey } from '../../language/fold.ts';
import type { Selectors } from '../highlight.ts';

/** A saved passage, made ready to be looked for. Lengths are in folded letters. */
export interface Sought {
  /** The passage, folded. */
  readonly quote: Folded;
  /** Its letters. */
  readonly key: string;
  /** Letters that stood before and after it. */
  readonly prefix: string;
  readonly suffix: string;
  /** How many letters of the context stood in the passage's own sentences. */
  readonly ownBefore: number;
  readonly ownAfter: number;
  /** Whether it began or ended in the midst of a word. */
  readonly startsInWord: boolean;
  readonly endsInWord: boolean;
  /** The UTF-16 offset where it stood, when that was kept. */
  readonly position: number | undefined;
}

export function seek({ quote, position }: Selectors): Sought {
  const folded = fold(quote.exact);
  return {
    quote: folded,
    key: folded.letters,
    prefix: foldKey(quote.prefix),
    suffix: foldKey(quote.suffix),
    ownBefore: foldKey(/[^.؟?!\n]*$/.exec(quote.prefix)?.[0] ?? '').length,
    ownAfter: /[.؟?!][»"'”]?$/.test(quote.exact) ? 0 : foldKey(/^[^.؟?!\n]*/.exec(quote.suffix)?.[0] ?? '').length,
    startsInWord: /[\p{L}\p{N}\u200c]$/u.test(quote.prefix) && /^[\p{L}\p{N}\u200c]/u.test(quote.exact),
    endsInWord: /[\p{L}\p{N}\u200c]$/u.test(quote.exact) && /^[\p{L}\p{N}\u200c]/u.test(quote.suffix),
    position: position?.start,
  };
}
