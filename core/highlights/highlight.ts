import * as v from 'valibot';
import { EntityIdSchema } from '../knowledge/entity.ts';
import { HIGHLIGHT_COLORS } from './colors.ts';
import {
  LONGEST_ADDRESS,
  LONGEST_CONTEXT,
  LONGEST_NOTE,
  LONGEST_STORED_PASSAGE,
  LONGEST_TAG,
  LONGEST_TITLE,
  MOST_ENTITIES_OF_PASSAGE,
  MOST_TAGS,
} from './limits.ts';

const text = v.string();
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const moment = v.pipe(text, v.isoTimestamp());

/** W3C Web Annotation: the passage itself with what stands before and after it. */
export const QuoteSelectorSchema = v.strictObject({
  type: v.literal('TextQuoteSelector'),
  exact: v.pipe(text, v.nonEmpty(), v.maxLength(LONGEST_STORED_PASSAGE)),
  prefix: v.pipe(text, v.maxLength(LONGEST_CONTEXT)),
  suffix: v.pipe(text, v.maxLength(LONGEST_CONTEXT)),
});

/** W3C Web Annotation: UTF-16 offsets in the text of the page, `end` exclusive. */
export const PositionSelectorSchema = v.strictObject({
  type: v.literal('TextPositionSelector'),
  start: offset,
  end: offset,
});

export const SelectorsSchema = v.strictObject({
  quote: QuoteSelectorSchema,
  /** Missing in what comes from other tools that keep none. */
  position: v.optional(PositionSelectorSchema),
});
export type Selectors = v.InferOutput<typeof SelectorsSchema>;

/** The page that a passage was saved from. */
export const PageSchema = v.strictObject({
  /** What tells the page from others: see `pageKey`. */
  key: v.pipe(text, v.nonEmpty(), v.maxLength(LONGEST_ADDRESS)),
  /** Where the reader found it, without its fragment and trackers: a page of the web, or our own welcome page. */
  address: v.pipe(text, v.url(), v.regex(/^(https?|(chrome|moz)-extension):\/\//i), v.maxLength(LONGEST_ADDRESS)),
  title: v.pipe(text, v.maxLength(LONGEST_TITLE)),
  /** The host without `www.`. */
  site: text,
  /** The article date, YYYY-MM-DD, where known. */
  date: v.optional(v.pipe(text, v.isoDate())),
});
export type Page = v.InferOutput<typeof PageSchema>;

/** Why a passage is not found: see `anchor`. */
export const ORPHAN_REASONS = ['not-found', 'ambiguous', 'page-changed'] as const;
export type OrphanReason = (typeof ORPHAN_REASONS)[number];

/**
 * Whether a highlight's passage was found when its page was last open: `anchored`, `looking` until somebody
 * has opened the page, `orphaned` with the reason.
 */
export const AnchoringSchema = v.variant('state', [
  v.strictObject({ state: v.literal('looking') }),
  v.strictObject({ state: v.literal('anchored') }),
  v.strictObject({ state: v.literal('orphaned'), reason: v.picklist(ORPHAN_REASONS) }),
]);
export type Anchoring = v.InferOutput<typeof AnchoringSchema>;

const note = v.pipe(text, v.maxLength(LONGEST_NOTE));
const tags = v.pipe(v.array(v.pipe(text, v.trim(), v.nonEmpty(), v.maxLength(LONGEST_TAG))), v.maxLength(MOST_TAGS));

/** What the reader says of a passage, and may change later. */
export const RemarksSchema = v.strictObject({ color: v.picklist(HIGHLIGHT_COLORS), note, tags });
export type Remarks = v.InferOutput<typeof RemarksSchema>;

/** An id: ours is a UUID; what comes from elsewhere keeps the id it has there after the name of its maker. */
export const HighlightIdSchema = v.pipe(text, v.regex(/^[\w:.-]{1,120}$/));

/** A passage the reader saved. */
export const HighlightSchema = v.strictObject({
  id: HighlightIdSchema,
  page: PageSchema,
  selectors: SelectorsSchema,
  ...RemarksSchema.entries,
  /** Ids of the entities that the passage mentions. */
  entities: v.pipe(v.array(EntityIdSchema), v.maxLength(MOST_ENTITIES_OF_PASSAGE)),
  /** When it was saved, ISO 8601 with time. */
  created: moment,
  /** When colour, note or tags were last changed. */
  modified: moment,
  /** When the reader removed it: it lies in the bin, from which it can be taken back. */
  removed: v.optional(moment),
  anchoring: AnchoringSchema,
});
export type Highlight = v.InferOutput<typeof HighlightSchema>;
