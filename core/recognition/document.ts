import type { Kind, Trust } from '../knowledge/entity.ts';
import type { Evidence } from './evidence.ts';

/** Ends a block inside the text of a document: no name and no sentence reaches across. */
export const BLOCK_END = '\0';

/** What is read at once: the blocks of an article, in order. */
export interface ReadDocument {
  readonly blocks: readonly string[];
  /** The article date, YYYY-MM-DD, when it is known. */
  readonly date?: string | undefined;
  /** Ids of entities whose full names stand in parts of the article that are not among the blocks. */
  readonly present?: readonly string[] | undefined;
}

/** A mention resolved to one entity. */
export interface Link {
  /** Index of the block. */
  readonly block: number;
  /** UTF-16 offsets in the block, `end` exclusive: the name alone, without suffixes. */
  readonly start: number;
  readonly end: number;
  readonly entity: string;
  readonly kind: Kind;
  /** How far the name alone could be trusted. */
  readonly trust: Trust;
  /** 0 to 1. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
  /** Ids of the other entities that bear the name, where it is shared. */
  readonly others: readonly string[];
}

/** What recognition says of a document. */
export interface Recognition {
  /** In the order of the text; no two overlap. */
  readonly links: readonly Link[];
  /** Ids of the entities whose full names stand in the document, to pass on with its later parts. */
  readonly present: readonly string[];
}
