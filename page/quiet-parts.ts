/** A list with fewer links is text that happens to hold some. */
const FEWEST_LINKS = 3;
/** The share of letters inside links from which a list is a way to somewhere, not text to read. */
const LINK_SHARE = 0.75;
const LISTS = new Set(['ul', 'ol', 'dl', 'aside', 'table']);
const SOMEBODY = /(^|[-_\s])(author|user|username|nick|nickname|commenter|name)([-_\s]|$)/i;

/**
 * Whether names in this part are left unmarked though it is text: lists of links, and the names of those who
 * commented.
 */
export function isQuiet(element: Element): boolean {
  if (LISTS.has(element.localName) || element.getAttribute('role') === 'list') return isListOfLinks(element);
  const names = element.getAttribute('class');
  return names !== null && SOMEBODY.test(names) && element.closest('[class*="comment" i], [id*="comment" i]') !== null;
}

function isListOfLinks(list: Element): boolean {
  const links = list.getElementsByTagName('a');
  if (links.length < FEWEST_LINKS) return false;
  let linked = 0;
  for (const link of links) linked += lettersIn(link);
  return linked >= LINK_SHARE * lettersIn(list);
}

function lettersIn(element: Element): number {
  return (element.textContent ?? '').replace(/\s+/g, '').length;
}
