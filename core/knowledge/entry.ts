import * as v from 'valibot';
import { type Entity, EntitySchema, type Name, TRUSTS, type Trust } from './entity.ts';
import { PartialDateSchema } from './partial-date.ts';

/**
 * An entry is an entity as people write it in `knowledge/`: names grouped by trust, plain strings where
 * nothing more is to be said.
 */
const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
/** A name as it stands, or with what bounds it and what speaks for it or against it. */
const NameFormSchema = v.union(
  [
    text,
    v.strictObject({
      name: text,
      from: v.optional(PartialDateSchema),
      to: v.optional(PartialDateSchema),
      for: v.optional(v.array(text)),
      against: v.optional(v.array(text)),
    }),
  ],
  'must be a name, or { name, from, to, for, against }',
);

export const EntrySchema = v.strictObject({
  ...EntitySchema.entries,
  names: v.optional(
    v.strictObject({
      certain: v.optional(v.array(NameFormSchema)),
      default: v.optional(v.array(NameFormSchema)),
      short: v.optional(v.array(NameFormSchema)),
      ambiguous: v.optional(v.array(NameFormSchema)),
    }),
    {},
  ),
});
export type Entry = v.InferOutput<typeof EntrySchema>;

/**
 * The entity that an entry describes. The main Persian name is `certain`, unless the entry lists it under
 * another trust.
 */
export function entityOf(entry: Entry): Entity {
  const names: Name[] = [];
  for (const trust of TRUSTS) {
    for (const form of entry.names[trust] ?? []) names.push(nameOf(form, trust));
  }
  if (!names.some((name) => name.text === entry.name.fa)) {
    names.unshift({ text: entry.name.fa, trust: 'certain' });
  }
  return { ...entry, names };
}

function nameOf(form: string | ({ name: string } & Omit<Name, 'text' | 'trust'>), trust: Trust): Name {
  if (typeof form === 'string') return { text: form, trust };
  const { name, ...rest } = form;
  return { text: name, trust, ...rest };
}
