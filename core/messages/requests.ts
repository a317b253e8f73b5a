import * as v from 'valibot';
import type { Anchor } from '../highlights/anchor.ts';
import {
  AnchoringSchema,
  type Highlight,
  HighlightIdSchema,
  HighlightSchema,
  PageSchema,
  RemarksSchema,
  SelectorsSchema,
} from '../highlights/highlight.ts';
import { LONGEST_PAGE, MOST_FOUND_AT_ONCE, MOST_IMPORTED_AT_ONCE } from '../highlights/limits.ts';
import type { Entity } from '../knowledge/entity.ts';
import { EntityIdSchema } from '../knowledge/entity.ts';
import type { Link } from '../recognition/document.ts';
import type { Brief } from './brief.ts';

/** Entities that one request may ask for: more than any page names. */
const MOST_ENTITIES = 2000;
const HighlightIds = v.array(HighlightIdSchema);
/** Letters of a query: a longer one finds nothing. */
const LONGEST_QUERY = 200;

/**
 * Everything that pages and the extension's own screens may ask of the background. The background validates
 * each request at its door; expected failures travel as values. All of it is plain JSON: Chrome's messages
 * carry nothing else.
 */
export const RequestSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('recognise'),
    blocks: v.array(v.string()),
    /** What the page says of its date, the surest first. */
    dateTexts: v.array(v.string()),
    present: v.array(v.string()),
  }),
  v.strictObject({ type: v.literal('get-card'), id: EntityIdSchema, others: v.array(EntityIdSchema) }),
  v.strictObject({
    type: v.literal('describe-entities'),
    ids: v.pipe(v.array(EntityIdSchema), v.maxLength(MOST_ENTITIES)),
  }),
  v.strictObject({ type: v.literal('search-knowledge'), query: v.pipe(v.string(), v.maxLength(LONGEST_QUERY)) }),
  v.strictObject({ type: v.literal('load-companion') }),
  v.strictObject({ type: v.literal('get-font') }),
  v.strictObject({ type: v.literal('report-state'), on: v.boolean() }),
  v.strictObject({
    type: v.literal('save-highlight'),
    /** Made by who asks, so that a request that is sent twice saves once. */
    id: HighlightIdSchema,
    page: PageSchema,
    selectors: SelectorsSchema,
    remarks: RemarksSchema,
    /** What the page has marked in the passage; null where it marks nothing: then the background looks itself. */
    entities: v.nullable(v.array(EntityIdSchema)),
  }),
  v.strictObject({ type: v.literal('page-highlights'), key: v.pipe(v.string(), v.nonEmpty()) }),
  /** Looks in a page's text for passages that have changed: too long a task for the page itself. */
  v.strictObject({
    type: v.literal('find-passages'),
    text: v.pipe(v.string(), v.maxLength(LONGEST_PAGE)),
    passages: v.pipe(v.array(SelectorsSchema), v.maxLength(MOST_FOUND_AT_ONCE)),
  }),
  v.strictObject({
    type: v.literal('report-anchoring'),
    reports: v.array(v.strictObject({ id: HighlightIdSchema, anchoring: AnchoringSchema })),
  }),
  v.strictObject({ type: v.literal('change-highlight'), id: HighlightIdSchema, remarks: v.partial(RemarksSchema) }),
  /** Puts them into the bin. */
  v.strictObject({ type: v.literal('remove-highlights'), ids: HighlightIds }),
  /** Takes them out of the bin. */
  v.strictObject({ type: v.literal('restore-highlights'), ids: HighlightIds }),
  /** Deletes for good what lies in the bin. */
  v.strictObject({ type: v.literal('purge-highlights'), ids: HighlightIds }),
  /** Adds those that are not there; none is ever overwritten. */
  v.strictObject({
    type: v.literal('import-highlights'),
    highlights: v.pipe(v.array(HighlightSchema), v.maxLength(MOST_IMPORTED_AT_ONCE)),
  }),
  v.strictObject({ type: v.literal('check-highlights') }),
  /** The reader knows that some are missing and wants to hear no more of it. */
  v.strictObject({ type: v.literal('accept-loss') }),
  v.strictObject({ type: v.literal('note-export') }),
  /** Opens the page of a highlight where its passage stands. */
  v.strictObject({ type: v.literal('open-highlight'), id: HighlightIdSchema }),
  v.strictObject({ type: v.literal('open-library'), entity: v.optional(EntityIdSchema) }),
]);
export type Request = v.InferOutput<typeof RequestSchema>;
export type RequestType = Request['type'];
export type RequestOf<T extends RequestType> = Extract<Request, { type: T }>;

/** Why the store of highlights did not do what it was asked. Nothing was changed. */
export type Refusal =
  /** A private window: nothing of it is written. */
  | 'private-window'
  /** The database can't be opened, read or written. */
  | 'storage'
  /** The disk is full. */
  | 'disk-full'
  /** There is no such highlight. */
  | 'unknown';

/** Done, with what came of it; or not, and why. */
export type Outcome<T = object> = ({ readonly ok: true } & T) | { readonly ok: false; readonly reason: Refusal };

/** A copy of all highlights that is kept in the extension's own storage. */
export interface BackupInfo {
  readonly id: string;
  /** When it was made, ISO 8601 with time. */
  readonly made: string;
  /** How many highlights it holds. */
  readonly count: number;
}

/** How the store of highlights is. */
export interface Health {
  /** How many it holds, the bin included. */
  readonly count: number;
  /** How many are missing against what it should hold: 0, unless browser or disk have lost some. */
  readonly missing: number;
  /** The latest first. */
  readonly backups: readonly BackupInfo[];
  /** How many were saved since the last export, and when that was; null when there was none. */
  readonly sinceExport: number;
  readonly lastExport: string | null;
}

/** What a card is made of. */
export interface CardAnswer {
  readonly entity: Entity;
  /** What is named with it. */
  readonly related: readonly Brief[];
  /** What else the name may mean. */
  readonly others: readonly Brief[];
  /** How many saved passages mention it. */
  readonly highlights: number;
}

export interface Answers {
  recognise: {
    readonly links: readonly Link[];
    readonly present: readonly string[];
    /** The article date, YYYY-MM-DD; null when the page does not tell. */
    readonly date: string | null;
  };
  /** Null when the store knows no such entity. */
  'get-card': CardAnswer | null;
  /** Those that are known, in the order of the ids. */
  'describe-entities': readonly Brief[];
  /** The best first. */
  'search-knowledge': readonly Brief[];
  /** False when the browser lets us put no script into the page. */
  'load-companion': boolean;
  /** The bytes of the typeface, in base64; null when they can't be read. */
  'get-font': string | null;
  'report-state': null;
  'save-highlight': Outcome<{ readonly highlight: Highlight }>;
  'page-highlights': Outcome<{
    readonly highlights: readonly Highlight[];
    /** The one that the reader opened the page for; null when they came otherwise. */
    readonly wanted: string | null;
  }>;
  /** In the order of the passages. */
  'find-passages': readonly Anchor[];
  'report-anchoring': null;
  'change-highlight': Outcome<{ readonly highlight: Highlight }>;
  'remove-highlights': Outcome;
  'restore-highlights': Outcome;
  'purge-highlights': Outcome;
  'import-highlights': Outcome<{ readonly added: number; readonly same: number }>;
  'check-highlights': Outcome<{ readonly health: Health }>;
  'accept-loss': Outcome;
  'note-export': null;
  'open-highlight': Outcome;
  'open-library': null;
}
