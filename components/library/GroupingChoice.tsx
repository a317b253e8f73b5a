import { GROUPINGS, type Grouping } from '../../core/highlights/library/rows.ts';
import type { TextKey, Texts } from '../texts.ts';

const GROUPING_TEXTS = { page: 'libraryByPage', day: 'libraryByDay' } as const satisfies Record<Grouping, TextKey>;

export interface GroupingChoiceProps {
  readonly grouping: Grouping;
  readonly t: Texts;
  onGrouping(grouping: Grouping): void;
}

/** Whether passages stand by their page, or by the day on which they were saved. */
export function GroupingChoice({ grouping, t, onGrouping }: GroupingChoiceProps) {
  return (
    <label class="library-grouping">
      <span>{t('libraryGrouping')}</span>
      <select value={grouping} onChange={(event) => onGrouping(event.currentTarget.value as Grouping)}>
        {GROUPINGS.map((one) => (
          <option key={one} value={one}>
            {t(GROUPING_TEXTS[one])}
          </option>
        ))}
      </select>
    </label>
  );
}
