/** Our elements in the page, each with one shadow root: the card with notices, and what saves and edits passages. */
export const CARD_TAG = 'pishineh-card';
export const PASSAGE_TAG = 'pishineh-passage';

/** Whether the node is one of them: what comes and goes with them is no change of the page. */
export function isOurs(node: Node): boolean {
  const { localName } = node as Partial<Element>;
  return localName === CARD_TAG || localName === PASSAGE_TAG;
}
