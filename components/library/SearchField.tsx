import type { Texts } from '../texts.ts';

export interface SearchFieldProps {
  readonly query: string;
  readonly t: Texts;
  onQuery(query: string): void;
}

/** Looks for words while they are typed. */
export function SearchField({ query, t, onQuery }: SearchFieldProps) {
  return (
    <label class="library-search">
      <span>{t('librarySearch')}</span>
      <input
        type="search"
        // empty, it is as its hint is written: Firefox takes an empty "auto" for left to right
        dir={query === '' ? undefined : 'auto'}
        placeholder={t('librarySearchHint')}
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
      />
    </label>
  );
}
