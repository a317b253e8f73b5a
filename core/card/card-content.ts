import type { Entity, Fact, Kind, Role, Source } from '../knowledge/entity.ts';
import { whatIsTrueAt } from '../knowledge/true-at.ts';

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
  /** The person had died, the organisation had ended, on this date. */
  readonly ended: string | undefined;
  readonly facts: readonly Fact[];
  readonly sources: readonly Source[];
  readonly asOf: string;
  readonly articleDate: string | undefined;
}

/** Facts shown at most: the latest before the article's day. */
const MOST_FACTS = 3;

/**
 * The content of an entity's card.
 * @param articleDate the day the article was published, YYYY-MM-DD; undefined when it is not known
 * @param today YYYY-MM-DD
 */
export function describeEntity(
  entity: Entity,
  articleDate: string | undefined,
  today: string,
  language: 'fa' | 'en',
): CardContent {
  const title = (role: Role) => role.title[language];
  const now = whatIsTrueAt(entity, today);
  const then = articleDate === undefined ? undefined : whatIsTrueAt(entity, articleDate);
  const nowTitles = now.existence === 'after' ? [] : now.roles.map(title);
  const thenTitles = (then?.roles ?? []).map(title);
  const hasChanged = String(thenTitles) !== String(nowTitles);
  return {
    id: entity.id,
    kind: entity.kind,
    name: entity.name[language],
    otherName: entity.name[language === 'fa' ? 'en' : 'fa'],
    gloss: entity.gloss[language],
    background: entity.background,
    rolesThen: thenTitles,
    rolesNow: hasChanged ? nowTitles : [],
    ended: entity.period?.to !== undefined && now.existence === 'after' ? entity.period.to : undefined,
    facts: (then ?? now).facts.slice(0, MOST_FACTS),
    sources: entity.sources,
    asOf: entity.asOf,
    articleDate,
  };
}
