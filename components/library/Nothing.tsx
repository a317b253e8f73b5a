import { choicesIn, type LibraryFilter, type Shelf } from '../../core/highlights/library/filter.ts';
import type { TextKey, Texts } from '../texts.ts';

export interface NothingProps {
  /** How many passages there are, the bin included. */
  readonly all: number;
  readonly filter: LibraryFilter;
  readonly t: Texts;
  onClear(): void;
}

/** In place of a list that would be empty: why it is, and what the reader can do. */
export function Nothing({ all, filter, t, onClear }: NothingProps) {
  const isNarrowed = all > 0 && choicesIn(filter) > 0;
  return (
    <div class="library-empty">
      <p>{t(reasonOf(all, isNarrowed, filter.shelf))}</p>
      {isNarrowed && (
        <button type="button" onClick={onClear}>
          {t('libraryClear')}
        </button>
      )}
    </div>
  );
}

const EMPTY_SHELF_TEXTS = {
  all: 'libraryAllInBin',
  orphans: 'libraryNoOrphans',
  bin: 'libraryBinEmpty',
} as const satisfies Record<Shelf, TextKey>;

function reasonOf(all: number, isNarrowed: boolean, shelf: Shelf): TextKey {
  if (all === 0) return 'libraryEmpty';
  return isNarrowed ? 'libraryNothingFits' : EMPTY_SHELF_TEXTS[shelf];
}
