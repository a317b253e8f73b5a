import { SHELVES, type Shelf } from '../../core/highlights/library/filter.ts';
import { formatNumber } from '../format.ts';
import type { TextKey } from '../texts.ts';
import type { Locale } from './language.ts';

const SHELF_TEXTS = {
  all: 'libraryShelfAll',
  orphans: 'libraryShelfOrphans',
  bin: 'libraryShelfBin',
} as const satisfies Record<Shelf, TextKey>;

export interface ShelvesProps extends Locale {
  readonly shelf: Shelf;
  readonly counts: Readonly<Record<Shelf, number>>;
  onShelf(shelf: Shelf): void;
}

/** Leads to all passages, to those that were not found again, or to the bin. */
export function Shelves({ shelf, counts, language, t, onShelf }: ShelvesProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons that are pressed or not, no fields of a form
    <div class="shelves" role="group" aria-label={t('libraryShelves')}>
      {SHELVES.map((one) => (
        <button key={one} type="button" aria-pressed={one === shelf} onClick={() => onShelf(one)}>
          {t(SHELF_TEXTS[one])} <span class="count">{formatNumber(counts[one], language)}</span>
        </button>
      ))}
    </div>
  );
}
