import * as v from 'valibot';

const text = v.string();
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

/** W3C Web Annotation: the passage itself with what stands before and after it. */
export const QuoteSelectorSchema = v.strictObject({
  type: v.literal('TextQuoteSelector'),
  exact: v.pipe(text, v.nonEmpty()),
  prefix: text,
  suffix: text,
});

/** W3C Web Annotation: UTF-16 offsets in the text of the page, `end` exclusive. */
export const PositionSelectorSchema = v.strictObject({
  type: v.literal('TextPositionSelector'),
  start: offset,
  end: offset,
});

export const SelectorsSchema = v.strictObject({ quote: QuoteSelectorSchema, position: PositionSelectorSchema });
export type Selectors = v.InferOutput<typeof SelectorsSchema>;

/** The page that a passage was saved from. */
export const PageSchema = v.strictObject({
  /** What tells the page from others: see `pageKey`. */
  key: v.pipe(text, v.nonEmpty()),
  /** Where the reader found it. */
  address: v.pipe(text, v.url()),
  title: text,
  /** The article date, YYYY-MM-DD, where known. */
  date: v.optional(v.pipe(text, v.isoDate())),
});
export type Page = v.InferOutput<typeof PageSchema>;

/**
 * Whether a highlight's passage was found when its page was last open: `anchored`, `looking` until somebody
 * has opened the page, `orphaned` with the reason.
 */
export const AnchoringSchema = v.variant('state', [
  v.strictObject({ state: v.literal('looking') }),
  v.strictObject({ state: v.literal('anchored') }),
  v.strictObject({ state: v.literal('orphaned'), reason: v.picklist(['not-found', 'ambiguous']) }),
]);
export type Anchoring = v.InferOutput<typeof AnchoringSchema>;

/** A passage the reader saved. */
export const HighlightSchema = v.strictObject({
  id: v.pipe(text, v.uuid()),
  page: PageSchema,
  selectors: SelectorsSchema,
  /** When it was saved, ISO 8601 with time. */
  created: v.pipe(text, v.isoTimestamp()),
  anchoring: AnchoringSchema,
});
export type Highlight = v.InferOutput<typeof HighlightSchema>;
