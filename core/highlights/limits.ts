/** UTF-16 units of a passage that can be saved: longer than any article. What is there already may be longer. */
export const LONGEST_PASSAGE = 100_000;
export const LONGEST_STORED_PASSAGE = 1_000_000;
export const LONGEST_NOTE = 20_000;
export const LONGEST_TAG = 60;
export const MOST_TAGS = 50;
/** UTF-16 units of context on one side, of a title, of an address; entities of a passage: far more than we make. */
export const LONGEST_CONTEXT = 1000;
export const LONGEST_TITLE = 2000;
export const LONGEST_ADDRESS = 20_000;
export const MOST_ENTITIES_OF_PASSAGE = 500;

/** UTF-16 units of a page in which changed passages are looked for, and how many of them in one message. */
export const LONGEST_PAGE = 1_000_000;
export const MOST_FOUND_AT_ONCE = 20;
/** Highlights of one message; more are sent in several. */
export const MOST_IMPORTED_AT_ONCE = 1000;
