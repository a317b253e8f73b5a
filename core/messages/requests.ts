import * as v from 'valibot';
import {
  AnchoringSchema,
  type Highlight,
  HighlightSchema,
  PageSchema,
  SelectorsSchema,
} from '../highlights/highlight.ts';
import type { Entity } from '../knowledge/entity.ts';
import { EntityIdSchema } from '../knowledge/entity.ts';
import type { Link } from '../recognition/document.ts';
import type { Brief } from './brief.ts';

/** Entities that one request may ask for: more than any page names. */
const MOST_ENTITIES = 2000;
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
  v.strictObject({ type: v.literal('save-highlight'), page: PageSchema, selectors: SelectorsSchema }),
  v.strictObject({ type: v.literal('page-highlights'), key: v.pipe(v.string(), v.nonEmpty()) }),
  v.strictObject({
    type: v.literal('report-anchoring'),
    reports: v.array(v.strictObject({ id: v.string(), anchoring: AnchoringSchema })),
  }),
  v.strictObject({ type: v.literal('all-highlights') }),
  v.strictObject({ type: v.literal('delete-highlight'), id: v.string() }),
  v.strictObject({ type: v.literal('restore-highlight'), highlight: HighlightSchema }),
  v.strictObject({ type: v.literal('open-library') }),
]);
export type Request = v.InferOutput<typeof RequestSchema>;
export type RequestType = Request['type'];
export type RequestOf<T extends RequestType> = Extract<Request, { type: T }>;

/** Why the store of highlights did not do what it was asked. */
export type Refusal =
  /** A private window: nothing of it is written. */
  | 'private-window'
  /** The database can't be read or written; nothing was changed. */
  | 'storage';

/** What a card is made of. */
export interface CardAnswer {
  readonly entity: Entity;
  /** What is named with it. */
  readonly related: readonly Brief[];
  /** What else the name may mean. */
  readonly others: readonly Brief[];
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
  'save-highlight':
    | { readonly ok: true; readonly highlight: Highlight }
    | { readonly ok: false; readonly reason: Refusal };
  'page-highlights':
    | { readonly ok: true; readonly highlights: readonly Highlight[] }
    | { readonly ok: false; readonly reason: Refusal };
  'report-anchoring': null;
  'all-highlights':
    | {
        readonly ok: true;
        readonly highlights: readonly Highlight[] /** How many are missing against the last count. */;
        readonly missing: number;
      }
    | { readonly ok: false; readonly reason: Refusal };
  'delete-highlight': { readonly ok: boolean };
  'restore-highlight': { readonly ok: boolean };
  'open-library': null;
}
