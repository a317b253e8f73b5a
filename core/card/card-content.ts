import type { Entity, Fact, Kind, Role, Source } from '../knowledge/entity.ts';
import type { PartialDate } from '../knowledge/partial-date.ts';
import { whatIsTrueAt } from '../knowledge/true-at.ts';
import type { Brief } from '../messages/brief.ts';
import type { CardAnswer } from '../messages/requests.ts';

/** What the card says of an entity, for an article of one day. Texts are picked for one language. */
export interface CardContent {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  /** The name in the other script. */
  readonly otherName: string;
  readonly gloss: string;
  readonly background: string | undefined;
  /** What the entity was when the article was published; empty when that is not known. */
  readonly rolesThen: readonly string[];
  /** What it is now, as far as `asOf` vouches; empty unless it differs from then. */
  readonly rolesNow: readonly string[];
  /** All dated roles, the latest first; empty where the lines above tell them all. */
  readonly roles: readonly DatedRole[];
  /** Birth and death, founding and end. */
  readonly begun: PartialDate | undefined;
  readonly ended: PartialDate | undefined;
  readonly facts: readonly Fact[];
  readonly related: readonly Related[];
  /** What else the name may mean. */
  readonly others: readonly ListedEntity[];
  /** How many of the reader's saved passages mention it. */
  readonly highlights: number;
  readonly sources: readonly Source[];
  readonly asOf: string;
  readonly articleDate: string | undefined;
}

export interface DatedRole {
  readonly title: string;
  readonly from: PartialDate | undefined;
  readonly to: PartialDate | undefined;
}

export interface ListedEntity {
  readonly id: string;
  readonly name: string;
  readonly gloss: string;
}

export interface Related extends ListedEntity {
  /** Named in the article too. */
  readonly isInArticle: boolean;
}

/** Facts shown at most: the latest before the article's day. */
const MOST_FACTS = 3;

export interface CardContext {
  /** The day the article was published, YYYY-MM-DD; undefined when it is not known. */
  readonly articleDate: string | undefined;
  /** YYYY-MM-DD */
  readonly today: string;
  readonly language: 'fa' | 'en';
  /** Ids of the entities that the article names. */
  readonly inArticle: ReadonlySet<string>;
}

/** The content of an entity's card. */
export function describeCard({ entity, related, others, highlights }: CardAnswer, context: CardContext): CardContent {
  const { articleDate, today, language, inArticle } = context;
  const title = (role: Role) => role.title[language];
  const now = whatIsTrueAt(entity, today);
  const then = articleDate === undefined ? undefined : whatIsTrueAt(entity, articleDate);
  const nowTitles = now.existence === 'after' ? [] : now.roles.map(title);
  const thenTitles = (then?.roles ?? []).map(title);
  const hasChanged = String(thenTitles) !== String(nowTitles);
  const listed = (one: Brief): ListedEntity => ({ id: one.id, name: one.name[language], gloss: one.gloss[language] });
  return {
    id: entity.id,
    kind: entity.kind,
    name: entity.name[language],
    otherName: entity.name[language === 'fa' ? 'en' : 'fa'],
    gloss: entity.gloss[language],
    background: entity.background,
    rolesThen: thenTitles,
    rolesNow: hasChanged ? nowTitles : [],
    roles: rolesOf(entity, language),
    begun: entity.period?.from,
    ended: now.existence === 'after' ? entity.period?.to : undefined,
    facts: (then ?? now).facts.slice(0, MOST_FACTS),
    related: related
      .map((one) => ({ ...listed(one), isInArticle: inArticle.has(one.id) }))
      .sort((a, b) => Number(b.isInArticle) - Number(a.isInArticle)),
    others: others.map(listed),
    highlights,
    sources: entity.sources,
    asOf: entity.asOf,
    articleDate,
  };
}

function rolesOf(entity: Entity, language: 'fa' | 'en'): DatedRole[] {
  const start = (role: Role) => role.from ?? role.to ?? '';
  return [...entity.roles]
    .sort((a, b) => start(b).localeCompare(start(a)))
    .map(({ title, from, to }) => ({ title: title[language], from, to }));
}

/**
 * The card as plain text, for copying: name, gloss, background, and where it comes from.
 * @param signature the line that names the extension and the day to which the text is true
 */
export function cardText(content: CardContent, signature: string): string {
  const sources = content.sources.map(({ title, url }) => `${title}: ${url}`);
  return [`${content.name}: ${content.gloss}`, content.background, signature, ...sources]
    .filter((line) => line !== undefined)
    .join('\n');
}
