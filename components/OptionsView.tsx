import { KIND_GROUPS, type KindGroup } from '../core/knowledge/kind-group.ts';
import type { Brief } from '../core/messages/brief.ts';
import { type Settings, TEXT_SIZES, type TextSize } from '../core/settings/settings.ts';
import { CREDITS } from './credits.ts';
import { formatNumber } from './format.ts';
import { GROUP_TEXTS } from './kinds.ts';
import { Switch } from './Switch.tsx';
import type { Language, TextKey, Texts } from './texts.ts';

export interface OptionsProps {
  readonly settings: Settings;
  /** Sites that the reader added to the listed ones. */
  readonly addedSites: readonly string[];
  /** The entities that are muted everywhere. */
  readonly muted: readonly Brief[];
  readonly language: Language;
  readonly t: Texts;
  onChange(changes: Partial<Settings>): void;
  onKind(group: KindGroup, on: boolean): void;
  onSiteOn(site: string): void;
  onReleaseSite(site: string): void;
  onUnmute(id: string): void;
  onForgetPages(): void;
  onShortcuts(): void;
  onExport(): void;
}

/** The settings, each with its reason, and whose work the knowledge builds on. */
export function OptionsView(props: OptionsProps) {
  const { t } = props;
  return (
    <main class="options">
      <h1>{t('optionsTitle')}</h1>
      <Reading {...props} />
      <Look {...props} />
      <Sites {...props} />
      <Muted {...props} />
      <section aria-labelledby="keys">
        <h2 id="keys">{t('optionsKeys')}</h2>
        <p>{t('optionsKeysAbout')}</p>
        <button type="button" class="options-shortcuts" onClick={props.onShortcuts}>
          {t('optionsShortcuts')}
        </button>
      </section>
      <section aria-labelledby="own">
        <h2 id="own">{t('optionsOwn')}</h2>
        <p>{t('optionsOwnAbout')}</p>
        <button type="button" class="options-export" onClick={props.onExport}>
          {t('optionsExport')}
        </button>
      </section>
      <Credits t={t} />
    </main>
  );
}

function Reading({ settings, t, onChange, onKind }: OptionsProps) {
  return (
    <section aria-labelledby="reading">
      <h2 id="reading">{t('optionsReading')}</h2>
      <Switch label={t('popupAnnotate')} on={settings.annotate} onChange={(annotate) => onChange({ annotate })} />
      <Switch
        label={t('marksAll')}
        on={settings.mentions === 'all'}
        onChange={(all) => onChange({ mentions: all ? 'all' : 'first' })}
      />
      <p class="options-reason">{t('marksAllReason')}</p>
      <Switch
        label={t('optionsSelectionBar')}
        on={settings.selectionBar}
        onChange={(selectionBar) => onChange({ selectionBar })}
      />
      <p class="options-reason">{t('optionsSelectionBarReason')}</p>
      <fieldset>
        <legend>{t('marksKinds')}</legend>
        {KIND_GROUPS.map((group) => (
          <label key={group} class="choice">
            <input
              type="checkbox"
              checked={!settings.kindsOff.includes(group)}
              onChange={(event) => onKind(group, event.currentTarget.checked)}
            />
            <span class={`mark mark-${group}`}>{t(GROUP_TEXTS[group])}</span>
          </label>
        ))}
      </fieldset>
    </section>
  );
}

const THEMES: readonly { value: Settings['theme']; text: TextKey }[] = [
  { value: 'auto', text: 'themeAuto' },
  { value: 'light', text: 'themeLight' },
  { value: 'dark', text: 'themeDark' },
];

function Look({ settings, language, t, onChange }: OptionsProps) {
  return (
    <section aria-labelledby="look">
      <h2 id="look">{t('optionsLook')}</h2>
      <label class="options-row">
        <span>{t('optionsTextSize')}</span>
        <select
          value={settings.textSize}
          onChange={(event) => onChange({ textSize: Number(event.currentTarget.value) as TextSize })}
        >
          {TEXT_SIZES.map((size) => (
            <option key={size} value={size}>
              {t('percent', formatNumber(size, language))}
            </option>
          ))}
        </select>
      </label>
      <label class="options-row">
        <span>{t('optionsTheme')}</span>
        <select
          value={settings.theme}
          onChange={(event) => onChange({ theme: event.currentTarget.value as Settings['theme'] })}
        >
          {THEMES.map(({ value, text }) => (
            <option key={value} value={value}>
              {t(text)}
            </option>
          ))}
        </select>
      </label>
      <Switch
        label={t('optionsSystemFont')}
        on={settings.font === 'system'}
        onChange={(system) => onChange({ font: system ? 'system' : 'vazirmatn' })}
      />
    </section>
  );
}

function Sites({ settings, addedSites, t, onSiteOn, onReleaseSite }: OptionsProps) {
  return (
    <section aria-labelledby="sites">
      <h2 id="sites">{t('optionsSites')}</h2>
      <h3>{t('optionsSitesOff')}</h3>
      <List
        items={settings.sitesOff}
        none={t('optionsSitesNone')}
        action={t('optionsSiteOn')}
        label={(site) => t('optionsSiteOnLabel', site)}
        onAction={onSiteOn}
      />
      <h3>{t('optionsSitesAdded')}</h3>
      <List
        items={addedSites}
        none={t('optionsSitesAddedNone')}
        action={t('optionsSiteRelease')}
        label={(site) => t('optionsSiteReleaseLabel', site)}
        onAction={onReleaseSite}
      />
    </section>
  );
}

function Muted({ settings, muted, language, t, onUnmute, onForgetPages }: OptionsProps) {
  const names = new Map(muted.map(({ id, name }) => [id, name[language]]));
  const onPages = settings.mutedOnPages.length;
  return (
    <section aria-labelledby="muted">
      <h2 id="muted">{t('optionsMuted')}</h2>
      <p class="options-reason">{t('optionsMutedAbout')}</p>
      <List
        items={settings.muted}
        none={t('optionsMutedNone')}
        show={(id) => names.get(id) ?? id}
        action={t('optionsUnmute')}
        label={(id) => t('optionsUnmuteLabel', names.get(id) ?? id)}
        onAction={onUnmute}
      />
      {onPages > 0 && (
        <p class="options-row">
          {t('optionsMutedPages', formatNumber(onPages, language))}
          <button type="button" class="options-forget" onClick={onForgetPages}>
            {t('optionsForgetPages')}
          </button>
        </p>
      )}
    </section>
  );
}

interface ListProps {
  readonly items: readonly string[];
  readonly none: string;
  readonly action: string;
  show?(item: string): string;
  label(item: string): string;
  onAction(item: string): void;
}

function List({ items, none, action, show = (item) => item, label, onAction }: ListProps) {
  if (items.length === 0) return <p class="options-none">{none}</p>;
  return (
    <ul class="options-list">
      {items.map((item) => (
        <li key={item}>
          <bdi>{show(item)}</bdi>
          <button type="button" aria-label={label(item)} onClick={() => onAction(item)}>
            {action}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Credits({ t }: { readonly t: Texts }) {
  return (
    <section aria-labelledby="credits">
      <h2 id="credits">{t('optionsCredits')}</h2>
      <p>{t('optionsCreditsAbout')}</p>
      <ul class="options-credits">
        {CREDITS.map(({ text, licence, link }) => (
          <li key={text}>
            {t(text)}{' '}
            <a href={link} target="_blank" rel="noreferrer noopener" lang="en" dir="ltr">
              {licence}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
