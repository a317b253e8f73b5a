import { KIND_GROUPS, type KindGroup } from '../core/knowledge/kind-group.ts';
import type { Brief } from '../core/messages/brief.ts';
import { formatNumber } from './format.ts';
import { GROUP_TEXTS } from './kinds.ts';
import { Switch } from './Switch.tsx';
import type { Language, Texts } from './texts.ts';

/** An entity of the page, with how often it is named. */
export interface PageEntity extends Brief {
  readonly count: number;
}

/** What the popup knows of the page in front of the reader. */
export type PopupPage =
  | { readonly state: 'reading' }
  /** We may not read the site, or not yet: the reader can ask for it. `site` is undefined where its name is not known. */
  | { readonly state: 'no-access'; readonly site: string | undefined; readonly isListed: boolean }
  /** The browser lets no extension in. */
  | { readonly state: 'unreadable' }
  | { readonly state: 'not-persian'; readonly site: string }
  | { readonly state: 'read'; readonly site: string; readonly entities: readonly PageEntity[] };

export interface PopupProps {
  readonly page: PopupPage;
  /** In a private window nothing is written that tells which sites were visited. */
  readonly isPrivate: boolean;
  /** Whether names are underlined anywhere, and on this site. */
  readonly annotate: boolean;
  readonly annotateSite: boolean;
  readonly kindsOff: readonly KindGroup[];
  readonly mentions: 'first' | 'all';
  /** Whether saved passages are missing, or their database can't be opened. */
  readonly isTroubled: boolean;
  /** Whether the browser has a panel beside the page. */
  readonly hasPanel: boolean;
  readonly language: Language;
  readonly t: Texts;
  onAnnotate(on: boolean): void;
  onAnnotateSite(on: boolean): void;
  onKind(group: KindGroup, on: boolean): void;
  onMentions(mentions: 'first' | 'all'): void;
  onShow(entity: PageEntity): void;
  /** Reads the page once, as long as it is open. */
  onReadPage(): void;
  /** Asks for the site, for good. */
  onAllowSite(): void;
  onPanel(): void;
  onLibrary(): void;
  onOptions(): void;
}

/** The toolbar popup: on and off, what is marked, and the names of the page. */
export function PopupView(props: PopupProps) {
  const { page, isPrivate, annotate, annotateSite, hasPanel, t } = props;
  const hasSite = page.state === 'read' || page.state === 'not-persian';
  return (
    <main class="popup">
      <h1 class="popup-title">{t('extensionName')}</h1>
      {props.isTroubled && (
        <p class="popup-trouble" role="alert">
          {t('popupTrouble')}{' '}
          <button type="button" onClick={props.onLibrary}>
            {t('popupTroubleOpen')}
          </button>
        </p>
      )}
      <Switch label={t('popupAnnotate')} on={annotate} onChange={props.onAnnotate} />
      {hasSite && (
        <Switch
          label={t('popupOnSite', page.site)}
          on={annotate && annotateSite}
          disabled={!annotate || isPrivate}
          onChange={props.onAnnotateSite}
        />
      )}
      {isPrivate && (hasSite || page.state === 'no-access') && <p class="popup-report">{t('popupPrivate')}</p>}
      <Marks {...props} />
      <PageReport {...props} />
      <div class="popup-screens">
        {hasPanel && (
          <button type="button" class="popup-panel" onClick={props.onPanel}>
            {t('popupPanel')}
          </button>
        )}
        <button type="button" class="popup-library" onClick={props.onLibrary}>
          {t('popupLibrary')}
        </button>
        <button type="button" class="popup-options" onClick={props.onOptions}>
          {t('popupOptions')}
        </button>
      </div>
    </main>
  );
}

/** Which names are marked: by kind, and the first mention or all. */
function Marks({ annotate, kindsOff, mentions, t, onKind, onMentions }: PopupProps) {
  return (
    <details class="popup-marks">
      <summary>{t('popupMarks')}</summary>
      <fieldset disabled={!annotate}>
        <legend>{t('marksKinds')}</legend>
        {KIND_GROUPS.map((group) => (
          <label key={group} class="choice">
            <input
              type="checkbox"
              checked={!kindsOff.includes(group)}
              onChange={(event) => onKind(group, event.currentTarget.checked)}
            />
            <span class={`mark mark-${group}`}>{t(GROUP_TEXTS[group])}</span>
          </label>
        ))}
      </fieldset>
      <Switch
        label={t('marksAll')}
        on={mentions === 'all'}
        disabled={!annotate}
        onChange={(all) => onMentions(all ? 'all' : 'first')}
      />
    </details>
  );
}

function PageReport(props: PopupProps) {
  const { page, annotate, annotateSite, language, t, onShow } = props;
  switch (page.state) {
    case 'no-access':
      return <NoAccess {...props} site={page.site} isListed={page.isListed} />;
    case 'reading':
      return <p class="popup-report">{t('popupReading')}</p>;
    case 'unreadable':
      return <p class="popup-report">{t('popupUnreadable')}</p>;
    case 'not-persian':
      return <p class="popup-report">{t('popupNotPersian')}</p>;
    case 'read': {
      if (!annotate || !annotateSite) return <p class="popup-report">{t('popupOff')}</p>;
      if (page.entities.length === 0) return <p class="popup-report">{t('popupNamesNone')}</p>;
      return (
        <section class="popup-report" aria-labelledby="names">
          <h2 id="names" class="popup-count">
            {t('popupNamesCount', formatNumber(page.entities.length, language))}
          </h2>
          <ul class="popup-names">
            {page.entities.map((entity) => (
              <li key={entity.id}>
                <button type="button" title={t('popupShow', entity.name[language])} onClick={() => onShow(entity)}>
                  <span class="popup-name">{entity.name[language]}</span>
                  <span class="popup-times">{t('popupMentions', formatNumber(entity.count, language))}</span>
                  <span class="popup-gloss">{entity.gloss[language]}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      );
    }
  }
}

/** Says which access is missing, with one button that gives it. */
function NoAccess({
  site,
  isListed,
  isPrivate,
  t,
  onAllowSite,
  onReadPage,
}: PopupProps & { readonly site: string | undefined; readonly isListed: boolean }) {
  return (
    <div class="popup-report">
      <p>{t(isListed ? 'popupRefused' : 'popupUnread')}</p>
      {site !== undefined && !isPrivate && (
        <button type="button" class="popup-allow" onClick={onAllowSite}>
          {t('popupAllow', site)}
        </button>
      )}
      {(!isListed || isPrivate) && (
        <button type="button" class="popup-read" onClick={onReadPage}>
          {t('popupReadPage')}
        </button>
      )}
    </div>
  );
}
