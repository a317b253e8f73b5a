import * as v from 'valibot';
import {
  AnchoringSchema,
  type Highlight,
  HighlightSchema,
  PageSchema,
  SelectorsSchema,
} from './highlights/highlight.ts';
import type { Entity } from './knowledge/entity.ts';
import { EntityIdSchema } from './knowledge/entity.ts';
import { DaySchema } from './knowledge/partial-date.ts';
import type { Link } from './recognition/document.ts';

/**
 * Everything that pages and the extension's own screens may ask of the background. The background validates
 * each request at its door; expected failures travel as values. All of it is plain JSON: Chrome's messages
 * carry nothing else.
 */
export const RequestSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('recognise'),
    blocks: v.array(v.string()),
    date: v.optional(DaySchema),
    present: v.array(v.string()),
  }),
  v.strictObject({ type: v.literal('get-entity'), id: EntityIdSchema }),
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

export interface Answers {
  recognise: { readonly links: readonly Link[]; readonly present: readonly string[] };
  'get-entity': Entity | null;
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

/** What the background and the popup may ask of the page being read. */
export const PageRequestSchema = v.variant('type', [
  v.strictObject({ type: v.literal('describe-page') }),
  v.strictObject({ type: v.literal('show-entity'), id: EntityIdSchema }),
  v.strictObject({
    type: v.literal('command'),
    name: v.picklist(['next-annotation', 'previous-annotation', 'save-highlight']),
  }),
  v.strictObject({ type: v.literal('highlight-deleted'), id: v.string() }),
]);
export type PageRequest = v.InferOutput<typeof PageRequestSchema>;
export type PageRequestType = PageRequest['type'];
export type PageCommand = Extract<PageRequest, { type: 'command' }>['name'];

/** One entity of the page, for lists. */
export interface PageEntity {
  readonly id: string;
  readonly name: { readonly fa: string; readonly en: string };
  readonly gloss: { readonly fa: string; readonly en: string };
  readonly kind: Entity['kind'];
  /** How often it is named. */
  readonly count: number;
}

export interface PageAnswers {
  'describe-page': {
    readonly site: string;
    readonly isPersian: boolean;
    readonly entities: readonly { readonly id: string; readonly count: number }[];
  };
  'show-entity': boolean;
  command: null;
  'highlight-deleted': null;
}
