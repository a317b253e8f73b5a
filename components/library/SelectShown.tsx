import { formatNumber } from '../format.ts';
import type { Locale } from './language.ts';

export interface SelectShownProps extends Locale {
  /** How many passages the filters show, and how many of them are selected. */
  readonly shown: number;
  readonly selected: number;
  onSelect(isSelected: boolean): void;
}

/** How many passages are shown, and a choice that selects them all, those too that are not scrolled to. */
export function SelectShown({ shown, selected, language, t, onSelect }: SelectShownProps) {
  return (
    <div class="library-shown">
      {shown > 0 && (
        <label class="choice">
          <input
            type="checkbox"
            checked={selected === shown}
            indeterminate={selected > 0 && selected < shown}
            onChange={(event) => onSelect(event.currentTarget.checked)}
          />
          <span>{t('librarySelectShown')}</span>
        </label>
      )}
      <span role="status" class="library-count">
        {t('libraryCount', formatNumber(shown, language))}
      </span>
    </div>
  );
}
