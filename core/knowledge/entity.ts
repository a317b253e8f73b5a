import * as v from 'valibot';
import { DaySchema, PartialDateSchema } from './partial-date.ts';

/** What the store can know something about. */
export const KINDS = ['person', 'place', 'organization', 'group', 'event', 'work', 'law', 'concept', 'weapon'] as const;
export type Kind = (typeof KINDS)[number];

/** What an entity's news is mostly about, where that tells it from namesakes. */
export const TOPICS = ['sport', 'war', 'economy', 'courts', 'religion'] as const;
export type Topic = (typeof TOPICS)[number];

/** What sort of place it is, where that decides what a name means. `country`: with a government of its own. */
export const PLACE_TYPES = ['country', 'province'] as const;

/**
 * How far a name alone can be trusted to mean its entity.
 * - `certain`: enough alone.
 * - `default`: shared with others, but this entity is meant unless the document says otherwise.
 * - `short`: needs the entity's full name in the document, or strong evidence.
 * - `ambiguous`: an ordinary word too; its cues speak for it or against it.
 */
export const TRUSTS = ['certain', 'default', 'short', 'ambiguous'] as const;
export type Trust = (typeof TRUSTS)[number];

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const both = v.strictObject({ fa: text, en: text });

export const ID_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const EntityIdSchema = v.pipe(
  text,
  v.regex(ID_PATTERN, 'must be lower-case Latin letters and digits joined by hyphens'),
);

/** A string that can mention an entity, with what bounds and what speaks for it. */
export const NameSchema = v.strictObject({
  text,
  trust: v.picklist(TRUSTS),
  /** First and last date of articles in which the name means this entity. */
  from: v.optional(PartialDateSchema),
  to: v.optional(PartialDateSchema),
  /** Cues: words near the name that speak for this entity; `_` in a cue stands for the name itself. */
  for: v.optional(v.array(text)),
  /** Cues that speak against it. */
  against: v.optional(v.array(text)),
});
export type Name = v.InferOutput<typeof NameSchema>;

export const RoleSchema = v.strictObject({
  title: both,
  from: v.optional(PartialDateSchema),
  to: v.optional(PartialDateSchema),
});
export type Role = v.InferOutput<typeof RoleSchema>;

/** Something that happened on a date, or held for a period. */
export const FactSchema = v.strictObject({
  fa: text,
  en: v.optional(text),
  on: v.optional(PartialDateSchema),
  from: v.optional(PartialDateSchema),
  to: v.optional(PartialDateSchema),
});
export type Fact = v.InferOutput<typeof FactSchema>;

export const SourceSchema = v.strictObject({
  title: text,
  url: v.pipe(text, v.regex(/^https?:\/\/[^\s/]+\.[^\s]*$/, 'must be an http or https address')),
  /** The day on which somebody read the page. */
  read: DaySchema,
});
export type Source = v.InferOutput<typeof SourceSchema>;

/** An entity as the store holds it: one row of the knowledge database, one element of a pack. */
export const EntitySchema = v.strictObject({
  id: EntityIdSchema,
  kind: v.picklist(KINDS),
  name: both,
  names: v.pipe(v.array(NameSchema), v.minLength(1, 'must hold at least one name')),
  placeType: v.optional(v.picklist(PLACE_TYPES)),
  topic: v.optional(v.picklist(TOPICS)),
  gloss: both,
  /** Two to four Persian sentences; absent in a brief entry. */
  background: v.optional(text),
  /** Birth and death, founding and end, first and last day. */
  period: v.optional(v.strictObject({ from: v.optional(PartialDateSchema), to: v.optional(PartialDateSchema) })),
  roles: v.optional(v.array(RoleSchema), []),
  facts: v.optional(v.array(FactSchema), []),
  related: v.optional(v.array(EntityIdSchema), []),
  sources: v.pipe(v.array(SourceSchema), v.minLength(1, 'must name at least one source that was read')),
  /** The day on which the entry was true. */
  asOf: DaySchema,
});
export type Entity = v.InferOutput<typeof EntitySchema>;

/** A versioned set of entities. */
export const PackSchema = v.strictObject({
  format: v.literal('pishineh-pack/1'),
  id: EntityIdSchema,
  version: text,
  entities: v.array(EntitySchema),
});
export type Pack = v.InferOutput<typeof PackSchema>;
