/** What can speak for or against a mention's meaning an entity. Each has a weight (`weights.ts`). */
export type Signal =
  /** How far the name alone can be trusted. */
  | 'certain-name'
  | 'default-name'
  | 'short-name'
  | 'ambiguous-name'
  /** A cue stands right before or after the name. */
  | 'cue-beside'
  /** A cue stands in the same sentence. */
  | 'cue-near'
  /** The entity's full name stands elsewhere in the document. */
  | 'full-name-in-document'
  /** The full name of an entity that is related to it stands in the document. */
  | 'related-in-document'
  /** A title stands before the person's name. */
  | 'title'
  /** A verb of saying follows the person's name. */
  | 'speech'
  /** The person held an office on the article's date. */
  | 'in-office'
  /** The document is on the entity's topic. */
  | 'topic'
  /** The document is on another topic. */
  | 'other-topic'
  /** The name stands alone in quotation marks. */
  | 'quoted'
  /** The document names somebody unknown who bears this name. */
  | 'others-surname'
  /** The document names in full another entity that bears this name. */
  | 'namesake-in-document';

/** One reason for a link, or against it. */
export interface Evidence {
  readonly signal: Signal;
  /** How much it weighs, in log-odds; negative when it speaks against. */
  readonly weight: number;
  /** The cue, or the id of the related entity. */
  readonly detail?: string;
}
