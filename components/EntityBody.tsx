import type { CardContent } from '../core/card/card-content.ts';
import type { PartialDate } from '../core/knowledge/partial-date.ts';
import { type Calendar, formatDate } from './format.ts';
import type { Language, Texts } from './texts.ts';

export interface EntityBodyProps {
  readonly content: CardContent;
  readonly language: Language;
  /** The calendar in which dates are shown. */
  readonly calendar: Calendar;
  readonly t: Texts;
}

/** Who or what an entity is: at the article's date and now, its background, its roles and what happened. */
export function EntityBody(props: EntityBodyProps) {
  const { content, language } = props;
  return (
    <>
      <TrueThenAndNow {...props} />
      <p class="card-gloss">{content.gloss}</p>
      {content.background !== undefined && (
        <p class="card-background" lang="fa" dir="rtl">
          {content.background}
        </p>
      )}
      <Roles {...props} />
      {content.facts.length > 0 && (
        <ul class="card-facts">
          {content.facts.map((fact) => (
            <li key={fact.fa}>
              <Dated date={fact.on ?? fact.from} {...props} />
              {language === 'en' && fact.en !== undefined ? fact.en : <span lang="fa">{fact.fa}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What it was at the article's date, and what it is now where that differs. */
function TrueThenAndNow({ content, language, calendar, t }: EntityBodyProps) {
  const { rolesThen, rolesNow, asOf } = content;
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
          <b>{t('cardNow', formatDate(asOf, language, calendar))}</b> {rolesNow.join(separator)}
        </p>
      )}
      <Life content={content} language={language} calendar={calendar} t={t} />
    </>
  );
}

/** Born and died, or founded and ended. */
function Life({ content, language, calendar, t }: EntityBodyProps) {
  const { kind, begun, ended } = content;
  const isPerson = kind === 'person';
  // a place or a term seldom has a beginning worth a line; it stands among the facts where it has
  const hasBeginning = begun !== undefined && (isPerson || kind === 'organization' || kind === 'group');
  if (!hasBeginning && ended === undefined) return null;
  const lines = [
    hasBeginning && t(isPerson ? 'cardBorn' : 'cardFounded', formatDate(begun, language, calendar)),
    ended !== undefined && t(isPerson ? 'cardDied' : 'cardEnded', formatDate(ended, language, calendar)),
  ];
  return <p class="card-life">{lines.filter(Boolean).join(language === 'fa' ? '؛ ' : '; ')}</p>;
}

/** Roles that the first lines don't tell, in their order. */
function Roles({ content, language, calendar, t }: EntityBodyProps) {
  if (content.roles.length < 2) return null;
  return (
    <details class="card-roles">
      <summary>{t('cardRoles')}</summary>
      <ul>
        {content.roles.map(({ title, from, to }) => (
          <li key={title + from}>
            {title}
            {(from !== undefined || to !== undefined) && (
              <span class="card-span">{` (${span(from, to, language, calendar, t)})`}</span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function span(
  from: PartialDate | undefined,
  to: PartialDate | undefined,
  language: Language,
  calendar: Calendar,
  t: Texts,
): string {
  const date = (one: PartialDate) => formatDate(one, language, calendar);
  if (from === undefined) return t('spanTo', date(to ?? ''));
  return to === undefined ? t('spanFrom', date(from)) : `${date(from)} – ${date(to)}`;
}

function Dated({ date, language, calendar }: EntityBodyProps & { readonly date: PartialDate | undefined }) {
  if (date === undefined) return null;
  return <time dateTime={date}>{formatDate(date, language, calendar)}: </time>;
}
