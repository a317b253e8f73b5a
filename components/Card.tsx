import { useEffect, useRef, useState } from 'preact/hooks';
import type { CardContent, ListedEntity } from '../core/card/card-content.ts';
import type { Evidence } from '../core/recognition/evidence.ts';
import { EntityBody } from './EntityBody.tsx';
import { CALENDAR_OF, type Calendar, formatDate, formatNumber } from './format.ts';
import { Icon } from './Icon.tsx';
import { KIND_TEXTS } from './kinds.ts';
import { Mute } from './Mute.tsx';
import type { Language, Texts } from './texts.ts';
import { Why } from './Why.tsx';

/** What the card can show. */
export type CardBody =
  | { readonly state: 'loading' }
  /** The store knows no such entity any more. */
  | { readonly state: 'unknown' }
  /** The store can't be read. */
  | { readonly state: 'failed' }
  | { readonly state: 'ready'; readonly content: CardContent };

export interface CardProps {
  readonly body: CardBody;
  /** Why the name was taken for the entity; empty for one that was reached from another card. */
  readonly evidence: readonly Evidence[];
  readonly canGoBack: boolean;
  readonly isPinned: boolean;
  readonly language: Language;
  readonly t: Texts;
  onClose(): void;
  onPin(): void;
  onBack(): void;
  /** The reader asks for another entity in this card. */
  onEntity(id: string): void;
  onMute(id: string, where: 'page' | 'everywhere'): void;
  onCopy(): void;
  /** The reader asks for the saved passages that mention the entity. */
  onHighlights(id: string): void;
  onRetry(): void;
  /** A part was opened or closed: the card has another height. */
  onResize(): void;
}

/** The background of one entity: who or what it is, what it was when the article was published, and how we know. */
export function Card(props: CardProps) {
  const { body, t, onResize } = props;
  const name = body.state === 'ready' ? body.content.name : '';
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = card.current;
    element?.addEventListener('toggle', onResize, { capture: true });
    return () => element?.removeEventListener('toggle', onResize, { capture: true });
  }, [onResize]);
  return (
    <section
      ref={card}
      class="card"
      role="dialog"
      aria-label={t('cardLabel', name)}
      aria-busy={body.state === 'loading'}
      tabIndex={-1}
    >
      <Head {...props} />
      {body.state === 'loading' && <p class="card-note">{t('cardLoading')}</p>}
      {body.state === 'unknown' && <p class="card-note">{t('cardUnknown')}</p>}
      {body.state === 'failed' && (
        <p class="card-note" role="alert">
          {t('cardFailed')}{' '}
          <button type="button" class="card-link" onClick={props.onRetry}>
            {t('retry')}
          </button>
        </p>
      )}
      {body.state === 'ready' && <Content {...props} content={body.content} />}
    </section>
  );
}

function Head({ body, canGoBack, isPinned, language, t, onBack, onPin, onCopy, onClose }: CardProps) {
  const content = body.state === 'ready' ? body.content : undefined;
  return (
    <header class="card-head">
      <div class="card-names">
        {content && (
          <>
            <h2 class="card-name">{content.name}</h2>{' '}
            <bdi class="card-other" lang={language === 'fa' ? 'en' : 'fa'}>
              {content.otherName}
            </bdi>{' '}
            <span class="card-kind">{t(KIND_TEXTS[content.kind])}</span>
          </>
        )}
      </div>
      <div class="card-tools">
        {canGoBack && <Tool icon="back" label={t('cardBack')} onClick={onBack} />}
        {content && <Tool icon="copy" label={t('cardCopy')} onClick={onCopy} />}
        <Tool icon="pin" label={t('cardPin')} isPressed={isPinned} onClick={onPin} />
        <Tool icon="close" label={t('close')} onClick={onClose} />
      </div>
    </header>
  );
}

interface ToolProps {
  readonly icon: 'back' | 'copy' | 'pin' | 'close';
  readonly label: string;
  readonly isPressed?: boolean;
  onClick(): void;
}

function Tool({ icon, label, isPressed, onClick }: ToolProps) {
  return (
    <button
      type="button"
      class={`card-tool card-${icon}`}
      aria-label={label}
      title={label}
      aria-pressed={isPressed}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}

function Content(props: CardProps & { readonly content: CardContent }) {
  const { content, evidence, language, t, onEntity, onMute, onHighlights } = props;
  const [calendar, setCalendar] = useState<Calendar>(CALENDAR_OF[language]);
  return (
    <>
      <EntityBody content={content} language={language} calendar={calendar} t={t} />
      {content.related.length > 0 && (
        <nav class="card-related" aria-label={t('cardRelated')}>
          <span aria-hidden="true">{t('cardRelated')}:</span>
          {content.related.map((one) => (
            <EntityLink
              key={one.id}
              entity={one}
              title={one.isInArticle ? t('cardInArticle', one.gloss) : one.gloss}
              isMarked={one.isInArticle}
              onEntity={onEntity}
            />
          ))}
        </nav>
      )}
      {content.highlights > 0 && (
        <button type="button" class="card-link card-highlights" onClick={() => onHighlights(content.id)}>
          <Icon name="note" /> {t('cardHighlights', formatNumber(content.highlights, language))}
        </button>
      )}
      <footer class="card-foot">
        <span>{t('cardAsOf', formatDate(content.asOf, language, calendar))}</span>
        <button
          type="button"
          class="card-link"
          onClick={() => setCalendar(calendar === 'persian' ? 'gregory' : 'persian')}
        >
          {t(calendar === 'persian' ? 'calendarGregorian' : 'calendarPersian')}
        </button>
        <Mute t={t} onMute={(where) => onMute(content.id, where)} />
        <Sources content={content} t={t} />
        <Why evidence={evidence} t={t} />
        {content.others.length > 0 && (
          <details class="card-others">
            <summary>{t('cardOthers')}</summary>
            <ul>
              {content.others.map((one) => (
                <li key={one.id}>
                  <EntityLink entity={one} title={one.gloss} isMarked={false} onEntity={onEntity} /> {one.gloss}
                </li>
              ))}
            </ul>
          </details>
        )}
      </footer>
    </>
  );
}

interface EntityLinkProps {
  readonly entity: ListedEntity;
  readonly title: string;
  readonly isMarked: boolean;
  onEntity(id: string): void;
}

function EntityLink({ entity, title, isMarked, onEntity }: EntityLinkProps) {
  return (
    <button
      type="button"
      class={isMarked ? 'card-link card-in-article' : 'card-link'}
      title={title}
      onClick={() => onEntity(entity.id)}
    >
      {entity.name}
    </button>
  );
}

function Sources({ content, t }: { readonly content: CardContent; readonly t: Texts }) {
  return (
    <details class="card-sources">
      <summary>{t('cardSources')}</summary>
      <ul>
        {content.sources.map(({ title, url }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noreferrer noopener" dir="auto">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
