import type { Highlight } from '../core/highlights/highlight.ts';
import { formatDate, formatNumber } from './format.ts';
import type { Language, TextKey, Texts } from './texts.ts';

export type LibraryState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed' }
  | { readonly state: 'ready'; readonly highlights: readonly Highlight[]; readonly missing: number };

export interface LibraryProps {
  readonly library: LibraryState;
  /** The highlight deleted last, while it can be brought back. */
  readonly deleted: Highlight | undefined;
  readonly language: Language;
  readonly t: Texts;
  onDelete(highlight: Highlight): void;
  onUndo(): void;
}

/** All saved passages, the latest first. */
export function LibraryView(props: LibraryProps) {
  const { library, language, t } = props;
  return (
    <main class="library">
      <header class="library-head">
        <h1>{t('libraryTitle')}</h1>
        {library.state === 'ready' && library.highlights.length > 0 && (
          <span class="library-count">{t('libraryCount', formatNumber(library.highlights.length, language))}</span>
        )}
      </header>
      {library.state === 'failed' && (
        <p class="library-warning" role="alert">
          {t('libraryStorage')}
        </p>
      )}
      {library.state === 'ready' && library.missing > 0 && (
        <p class="library-warning" role="alert">
          {t('libraryMissing', formatNumber(library.missing, language))}
        </p>
      )}
      {library.state === 'ready' && <Passages {...props} highlights={library.highlights} />}
      <div class="library-undo" role="status" aria-live="polite">
        {props.deleted && (
          <>
            <span>{t('libraryDeleted')}</span>
            <button type="button" onClick={props.onUndo}>
              {t('libraryUndo')}
            </button>
          </>
        )}
      </div>
    </main>
  );
}

function Passages({ highlights, language, t, onDelete }: LibraryProps & { readonly highlights: readonly Highlight[] }) {
  if (highlights.length === 0) return <p class="library-empty">{t('libraryEmpty')}</p>;
  return (
    <ul class="library-list">
      {highlights.map((highlight) => (
        <li key={highlight.id} class="library-item">
          <blockquote dir="auto" lang="fa">
            {highlight.selectors.quote.exact}
          </blockquote>
          <Orphaned highlight={highlight} t={t} />
          <p class="library-source">
            <a href={highlight.page.address} target="_blank" rel="noreferrer noopener" title={t('libraryOpen')}>
              <bdi>{highlight.page.title || highlight.page.address}</bdi>
            </a>
            <span class="library-date">{t('librarySaved', formatDate(highlight.created.slice(0, 10), language))}</span>
            <button
              type="button"
              class="library-delete"
              aria-label={t('libraryDeleteLabel', highlight.selectors.quote.exact.slice(0, 60))}
              onClick={() => onDelete(highlight)}
            >
              {t('libraryDelete')}
            </button>
          </p>
        </li>
      ))}
    </ul>
  );
}

const ORPHAN_TEXTS = {
  'not-found': 'libraryOrphanNotFound',
  ambiguous: 'libraryOrphanAmbiguous',
} as const satisfies Record<string, TextKey>;

function Orphaned({ highlight, t }: { readonly highlight: Highlight; readonly t: Texts }) {
  if (highlight.anchoring.state !== 'orphaned') return null;
  return <p class="library-orphan">{t(ORPHAN_TEXTS[highlight.anchoring.reason])}</p>;
}
