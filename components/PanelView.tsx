import type { CardContent } from '../core/card/card-content.ts';
import { groupOf, KIND_GROUPS } from '../core/knowledge/kind-group.ts';
import type { Brief } from '../core/messages/brief.ts';
import { EntityBody } from './EntityBody.tsx';
import { CALENDAR_OF, formatNumber } from './format.ts';
import { GROUP_TEXTS } from './kinds.ts';
import type { Language, Texts } from './texts.ts';

/** An entity of the article, the heaviest first. */
export interface BriefedEntity extends Brief {
  readonly count: number;
}

export type PanelPage =
  | { readonly state: 'reading' }
  | { readonly state: 'nothing-to-read' }
  | { readonly state: 'not-persian' }
  | { readonly state: 'read'; readonly entities: readonly BriefedEntity[] };

export interface PanelProps {
  readonly page: PanelPage;
  readonly query: string;
  /** What the query found; undefined while there is no query. */
  readonly found: readonly Brief[] | undefined;
  /** The entity whose background is open, with what is known of it. */
  readonly open: { readonly id: string; readonly content: CardContent | undefined } | undefined;
  /** Which mention the page shows now, from 0; undefined when it was not asked to show one. */
  readonly shownMention: { readonly id: string; readonly mention: number } | undefined;
  readonly language: Language;
  readonly t: Texts;
  onQuery(query: string): void;
  onOpen(id: string | undefined): void;
  onMention(id: string): void;
  onScrollBack(): void;
}

/** The article's briefing: who and what it names, by kind and weight, each with its background; and search in all knowledge. */
export function PanelView(props: PanelProps) {
  const { query, found, t, onQuery } = props;
  return (
    <main class="panel">
      <h1 class="panel-title">{t('panelTitle')}</h1>
      <label class="panel-search">
        <span>{t('panelSearch')}</span>
        <input
          type="search"
          // empty, it is as its hint is written: Firefox takes an empty "auto" for left to right
          dir={query === '' ? undefined : 'auto'}
          value={query}
          placeholder={t('panelSearchHint')}
          onInput={(event) => onQuery(event.currentTarget.value)}
        />
      </label>
      {found === undefined ? <Briefing {...props} /> : <Found {...props} found={found} />}
    </main>
  );
}

function Found(props: PanelProps & { readonly found: readonly Brief[] }) {
  const { found, language, t } = props;
  return (
    <section aria-labelledby="found">
      <h2 id="found" class="panel-group">
        <span role="status">
          {found.length === 0 ? t('panelFoundNone') : t('panelFound', formatNumber(found.length, language))}
        </span>
      </h2>
      <ul class="panel-list">
        {found.map((entity) => (
          <Row key={entity.id} {...props} entity={entity} />
        ))}
      </ul>
    </section>
  );
}

function Briefing(props: PanelProps) {
  const { page, shownMention, t, onScrollBack } = props;
  switch (page.state) {
    case 'reading':
      return <p class="panel-note">{t('popupReading')}</p>;
    case 'nothing-to-read':
      return <p class="panel-note">{t('panelNothing')}</p>;
    case 'not-persian':
      return <p class="panel-note">{t('popupNotPersian')}</p>;
    case 'read': {
      if (page.entities.length === 0) return <p class="panel-note">{t('popupNamesNone')}</p>;
      const groups = KIND_GROUPS.map((group) => ({
        group,
        entities: page.entities.filter(({ kind }) => groupOf(kind) === group),
      }));
      return (
        <>
          {shownMention && (
            <button type="button" class="panel-back" onClick={onScrollBack}>
              {t('panelScrollBack')}
            </button>
          )}
          {groups
            .filter(({ entities }) => entities.length > 0)
            .map(({ group, entities }) => (
              <section key={group} aria-labelledby={`group-${group}`}>
                <h2 id={`group-${group}`} class={`panel-group mark mark-${group}`}>
                  {t(GROUP_TEXTS[group])}
                </h2>
                <ul class="panel-list">
                  {entities.map((entity) => (
                    <Row key={entity.id} {...props} entity={entity} count={entity.count} />
                  ))}
                </ul>
              </section>
            ))}
        </>
      );
    }
  }
}

interface RowProps extends PanelProps {
  readonly entity: Brief;
  /** How often the article names it; left out for what the article may not name at all. */
  readonly count?: number;
}

function Row({ entity, count, open, shownMention, language, t, onOpen, onMention }: RowProps) {
  const { id, name, gloss } = entity;
  const isOpen = open?.id === id;
  const mention = shownMention?.id === id ? shownMention.mention + 1 : undefined;
  const times = formatNumber(count ?? 0, language);
  const way =
    mention === undefined
      ? t('panelMention', times)
      : t('panelMentionOf', `${formatNumber(mention, language)} / ${times}`);
  return (
    <li class="panel-row">
      <button type="button" class="panel-name" aria-expanded={isOpen} onClick={() => onOpen(isOpen ? undefined : id)}>
        <span class="panel-word">{name[language]}</span>
        <span class="panel-gloss">{gloss[language]}</span>
      </button>
      {isOpen && (
        <div class="panel-body">
          {open.content === undefined ? (
            <p class="panel-note">{t('cardLoading')}</p>
          ) : (
            <EntityBody content={open.content} language={language} calendar={CALENDAR_OF[language]} t={t} />
          )}
        </div>
      )}
      {count !== undefined && (
        <button
          type="button"
          class="panel-mention"
          aria-label={`${way}: ${name[language]}`}
          onClick={() => onMention(id)}
        >
          {way}
        </button>
      )}
    </li>
  );
}
