import * as v from 'valibot';
import { KINDS } from '../../core/knowledge/entity.ts';
import { isPartialDate } from '../../core/knowledge/partial-date.ts';

/** A text to annotate. */
export const TextSchema = v.object({
  id: v.union([v.string(), v.number()]),
  text: v.string(),
  date: v.optional(
    v.nullable(
      v.pipe(
        v.string(),
        v.check((date) => date.length === 10 && isPartialDate(date), 'must be a day YYYY-MM-DD'),
      ),
    ),
  ),
});
export type Text = v.InferOutput<typeof TextSchema>;

export const GoldMentionSchema = v.object({
  start: v.pipe(v.number(), v.integer(), v.minValue(0)),
  end: v.pipe(v.number(), v.integer()),
  surface: v.string(),
  name: v.object({ fa: v.string(), en: v.string() }),
  kind: v.picklist(KINDS),
  optional: v.optional(v.boolean()),
  nil: v.optional(v.boolean()),
});
export type GoldMention = v.InferOutput<typeof GoldMentionSchema>;

/** A text with the annotations that people made. */
export const GoldTextSchema = v.object({ ...TextSchema.entries, mentions: v.array(GoldMentionSchema) });
export type GoldText = v.InferOutput<typeof GoldTextSchema>;
