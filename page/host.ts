/** Our elements in the page, each with one shadow root: the card with notices, and what saves and edits passages. */
export const CARD_TAG = 'pishineh-card';
export const PASSAGE_TAG = 'pishineh-passage';
