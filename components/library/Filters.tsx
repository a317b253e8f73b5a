import { HIGHLIGHT_COLORS } from '../../core/highlights/colors.ts';
import { type Choice, choicesIn, type Facets, type LibraryFilter } from '../../core/highlights/library/filter.ts';
import type { MonthCalendar } from '../../core/highlights/library/months.ts';
import { COLOR_TEXTS } from '../color-names.ts';
import { formatMonth, formatNumber } from '../format.ts';
import type { Locale } from './language.ts';

export interface FiltersProps extends Locale {
  readonly filter: LibraryFilter;
  readonly facets: Facets;
  /** The names of entities by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly calendar: MonthCalendar;
  /** Whether they are open to begin with: where there is room. */
  readonly isOpen: boolean;
  onFilter(changes: Partial<LibraryFilter>): void;
  onClear(): void;
}

/** What narrows the list, each choice with how many it shows. */
export function Filters(props: FiltersProps) {
  const { filter, facets, names, calendar, isOpen, language, t, onFilter, onClear } = props;
  const chosen = choicesIn(filter);
  return (
    <details class="filters" open={isOpen}>
      <summary>
        {t('libraryFilters')}
        {chosen > 0 && <span class="filters-count">{formatNumber(chosen, language)}</span>}
      </summary>
      <ColorFilter {...props} />
      <div class="filters-choices">
        <ChoiceSelect
          label={t('libraryFilterSite')}
          choices={facets.sites}
          value={filter.site}
          onChoose={(site) => onFilter({ site })}
          language={language}
          t={t}
        />
        <ChoiceSelect
          label={t('libraryFilterTag')}
          choices={facets.tags}
          value={filter.tag}
          onChoose={(tag) => onFilter({ tag })}
          language={language}
          t={t}
        />
        <ChoiceSelect
          label={t('libraryFilterEntity')}
          choices={facets.entities.filter(({ value }) => names.has(value))}
          value={filter.entity}
          show={(id) => names.get(id) ?? id}
          onChoose={(entity) => onFilter({ entity })}
          language={language}
          t={t}
        />
        <ChoiceSelect
          label={t('libraryFilterMonth')}
          choices={facets.months}
          value={filter.month}
          show={(month) => formatMonth(month, language, calendar)}
          onChoose={(month) => onFilter({ month })}
          language={language}
          t={t}
        />
      </div>
      {chosen > 0 && (
        <button type="button" class="filters-clear" onClick={onClear}>
          {t('libraryClear')}
        </button>
      )}
    </details>
  );
}

function ColorFilter({ filter, facets, language, t, onFilter }: FiltersProps) {
  const counts = new Map(facets.colors.map(({ value, count }) => [value, count]));
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons that are pressed or not, no fields of a form
    <div class="filters-colors" role="group" aria-label={t('colorChoice')}>
      {HIGHLIGHT_COLORS.map((color) => (
        <button
          key={color}
          type="button"
          aria-pressed={filter.color === color}
          onClick={() => onFilter({ color: filter.color === color ? undefined : color })}
        >
          <span class={`swatch swatch-${color}`} />
          {t(COLOR_TEXTS[color])} <span class="count">{formatNumber(counts.get(color) ?? 0, language)}</span>
        </button>
      ))}
    </div>
  );
}

interface ChoiceSelectProps extends Locale {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string | undefined;
  show?(value: string): string;
  onChoose(value: string | undefined): void;
}

/** Choices listed at most: the search finds the others. */
const MOST_LISTED = 100;

function ChoiceSelect({ label, choices, value, show = (one) => one, language, t, onChoose }: ChoiceSelectProps) {
  const listed = choices.slice(0, MOST_LISTED);
  const left = choices.length - listed.length;
  // what is chosen is always there, even when nothing has it any more
  if (value !== undefined && !listed.some((choice) => choice.value === value)) {
    listed.unshift(choices.find((choice) => choice.value === value) ?? { value, count: 0 });
  }
  return (
    <label class="filters-choice">
      <span>{label}</span>
      <select value={value ?? ''} onChange={(event) => onChoose(event.currentTarget.value || undefined)}>
        <option value="">{t('libraryFilterAny')}</option>
        {listed.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {`${show(choice.value)} (${formatNumber(choice.count, language)})`}
          </option>
        ))}
        {left > 0 && <option disabled>{t('libraryFilterMore', formatNumber(left, language))}</option>}
      </select>
    </label>
  );
}
