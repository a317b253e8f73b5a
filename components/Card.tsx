import type { CardContent } from '../core/card/card-content.ts';
import type { Kind } from '../core/knowledge/entity.ts';
import type { Evidence } from '../core/recognition/evidence.ts';
import { formatDate } from './format.ts';
import type { Language, TextKey, Texts } from './texts.ts';
import { Why } from './Why.tsx';

export interface CardProps {
  readonly content: CardContent;
  /** Why the name was taken for the entity. */
  readonly evidence: readonly Evidence[];
  readonly language: Language;
  readonly t: Texts;
  onClose(): void;
}

const KIND_TEXTS: Readonly<Record<Kind, TextKey>> = {
  person: 'kindPerson',
  place: 'kindPlace',
  organization: 'kindOrganization',
  group: 'kindGroup',
  event: 'kindEvent',
  work: 'kindWork',
  law: 'kindLaw',
  concept: 'kindConcept',
  weapon: 'kindWeapon',
};

/** The background of one entity: who or what it is, what it was when the article was published, and how we know. */
export function Card({ content, evidence, language, t, onClose }: CardProps) {
  const otherLanguage = language === 'fa' ? 'en' : 'fa';
  return (
    <section class="card" role="dialog" aria-label={t('cardLabel', content.name)} tabIndex={-1}>
      <header class="card-head">
        <h2 class="card-name">{content.name}</h2>
        <bdi class="card-other" lang={otherLanguage}>
          {content.otherName}
        </bdi>
        <span class="card-kind">{t(KIND_TEXTS[content.kind])}</span>
        <button type="button" class="card-close" aria-label={t('close')} title={t('close')} onClick={onClose}>
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path
              d="M3 3l10 10M13 3L3 13"
              fill="none"
              stroke="currentColor"
              stroke-width="1.8"
              stroke-linecap="round"
            />
          </svg>
        </button>
      </header>
      <Roles content={content} language={language} t={t} />
      <p class="card-gloss">{content.gloss}</p>
      {content.background !== undefined && (
        <p class="card-background" lang="fa" dir="rtl">
          {content.background}
        </p>
      )}
      <Facts content={content} language={language} />
      <footer class="card-foot">
        <span>{t('cardAsOf', formatDate(content.asOf, language))}</span>
        <span class="card-sources">
          {t('cardSources')}:{' '}
          {content.sources.map((source, index) => (
            <>
              {index > 0 && (language === 'fa' ? '، ' : ', ')}
              <a key={source.url} href={source.url} target="_blank" rel="noreferrer noopener" dir="auto">
                {source.title}
              </a>
            </>
          ))}
        </span>
        <Why evidence={evidence} t={t} />
      </footer>
    </section>
  );
}

/** What it was at the article's date, and what it is now where that differs. */
function Roles({ content, language, t }: Omit<CardProps, 'onClose' | 'evidence'>) {
  const { rolesThen, rolesNow, ended, asOf } = content;
  const separator = language === 'fa' ? '؛ ' : '; ';
  return (
    <>
      {rolesThen.length > 0 && (
        <p class="card-then">
          <b>{t('cardThen')}</b> {rolesThen.join(separator)}
        </p>
      )}
      {rolesNow.length > 0 && (
        <p class="card-now">
          <b>{t('cardNow', formatDate(asOf, language))}</b> {rolesNow.join(separator)}
        </p>
      )}
      {ended !== undefined && (
        <p class="card-now">{t(content.kind === 'person' ? 'cardDied' : 'cardEnded', formatDate(ended, language))}</p>
      )}
    </>
  );
}

function Facts({ content, language }: Pick<CardProps, 'content' | 'language'>) {
  if (content.facts.length === 0) return null;
  return (
    <ul class="card-facts">
      {content.facts.map((fact) => {
        const date = fact.on ?? fact.from;
        return (
          <li key={fact.fa}>
            {date !== undefined && <time dateTime={date}>{formatDate(date, language)}: </time>}
            {language === 'en' && fact.en !== undefined ? fact.en : <span lang="fa">{fact.fa}</span>}
          </li>
        );
      })}
    </ul>
  );
}
