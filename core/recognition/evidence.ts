/** Why a link was made: the rule that decided, and what it saw. */
export type Evidence =
  /** The name is enough alone. */
  | { readonly rule: 'certain-name' }
  /** The name is shared, and nothing in the document speaks for another. */
  | { readonly rule: 'default-name' }
  /** The entity's full name stands elsewhere in the document. */
  | { readonly rule: 'full-name-in-document' }
  /** Words near the name speak for the entity. */
  | { readonly rule: 'cue'; readonly cue: string }
  /** A title before a surname, and a related entity in the document. */
  | { readonly rule: 'title-and-related'; readonly related: string };

/** How sure each rule is, 0 to 1. An order, not a probability: fitted weights come with their own measure. */
export const SCORES: Readonly<Record<Evidence['rule'], number>> = {
  'certain-name': 1,
  'full-name-in-document': 0.95,
  cue: 0.9,
  'default-name': 0.85,
  'title-and-related': 0.75,
};
