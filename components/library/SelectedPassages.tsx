import { formatNumber } from '../format.ts';
import { ConfirmButton } from './ConfirmButton.tsx';
import type { Locale } from './language.ts';

export interface SelectedPassagesProps extends Locale {
  readonly count: number;
  readonly isInBin: boolean;
  onRemove(): void;
  onRestore(): void;
  onPurge(): void;
  onExport(): void;
  onNone(): void;
}

/** What can be done with the selected passages; not there while none is. */
export function SelectedPassages({ count, isInBin, language, t, ...on }: SelectedPassagesProps) {
  if (count === 0) return null;
  const number = formatNumber(count, language);
  return (
    <section class="selection-bar" aria-label={t('librarySelection')}>
      <strong>{t('librarySelected', number)}</strong>
      {isInBin ? (
        <>
          <button type="button" onClick={on.onRestore}>
            {t('libraryRestoreSelected')}
          </button>
          <ConfirmButton
            label={t('libraryPurgeSelected')}
            question={t('libraryPurgeManyQuestion', number)}
            t={t}
            onConfirm={on.onPurge}
          />
        </>
      ) : (
        <button type="button" onClick={on.onRemove}>
          {t('libraryRemoveSelected')}
        </button>
      )}
      <button type="button" onClick={on.onExport}>
        {t('libraryExportSelection')}
      </button>
      <button type="button" onClick={on.onNone}>
        {t('librarySelectNone')}
      </button>
    </section>
  );
}
