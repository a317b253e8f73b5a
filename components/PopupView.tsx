import type { PageEntity } from '../core/messages.ts';
import { formatNumber } from './format.ts';
import { Switch } from './Switch.tsx';
import type { Language, Texts } from './texts.ts';

/** What the popup knows of the page in front of the reader. */
export type PopupPage =
  | { readonly state: 'reading' }
  /** Not on our list; the reader can ask for this page. */
  | { readonly state: 'unread' }
  /** The browser lets no extension in. */
  | { readonly state: 'unreadable' }
  | { readonly state: 'not-persian'; readonly site: string }
  | { readonly state: 'read'; readonly site: string; readonly entities: readonly PageEntity[] };

export interface PopupProps {
  readonly page: PopupPage;
  /** Whether names are underlined anywhere, and on this site. */
  readonly annotate: boolean;
  readonly annotateSite: boolean;
  readonly language: Language;
  readonly t: Texts;
  onAnnotate(on: boolean): void;
  onAnnotateSite(on: boolean): void;
  onShow(entity: PageEntity): void;
  onReadPage(): void;
  onLibrary(): void;
  onOptions(): void;
}

/** The toolbar popup: on and off, and the names of the page. */
export function PopupView(props: PopupProps) {
  const { page, annotate, annotateSite, t } = props;
  const hasSite = page.state === 'read' || page.state === 'not-persian';
  return (
    <main class="popup">
      <h1 class="popup-title">{t('extensionName')}</h1>
      <Switch label={t('popupAnnotate')} on={annotate} onChange={props.onAnnotate} />
      {hasSite && (
        <Switch
          label={t('popupOnSite', page.site)}
          on={annotate && annotateSite}
          disabled={!annotate}
          onChange={props.onAnnotateSite}
        />
      )}
      <PageReport {...props} />
      <div class="popup-screens">
        <button type="button" onClick={props.onLibrary}>
          {t('popupLibrary')}
        </button>
        <button type="button" onClick={props.onOptions}>
          {t('popupOptions')}
        </button>
      </div>
    </main>
  );
}

function PageReport({ page, annotate, annotateSite, language, t, onShow, onReadPage }: PopupProps) {
  if (page.state === 'unread') {
    return (
      <div class="popup-report">
        <p>{t('popupUnread')}</p>
        <button type="button" class="popup-read" onClick={onReadPage}>
          {t('popupReadPage')}
        </button>
      </div>
    );
  }
  if (page.state === 'reading') return <p class="popup-report">{t('popupReading')}</p>;
  if (page.state === 'unreadable') return <p class="popup-report">{t('popupUnreadable')}</p>;
  if (page.state === 'not-persian') return <p class="popup-report">{t('popupNotPersian')}</p>;
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
