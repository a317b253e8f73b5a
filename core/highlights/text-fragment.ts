/** Letters of a passage's beginning and end that the browser looks for: enough to be found once. */
const ENDS = 40;

/**
 * The part of an address that has the browser itself find a passage and scroll to it (URL Fragment Text Directives,
 * WICG): for pages that we may not read. Understood since Chrome 80 and Firefox 131; others open the page at its top.
 */
export function textFragment(exact: string): string {
  const words = exact.trim().split(/\s+/);
  const start = takeWords(words);
  const end = takeWords(words.slice(start.length).reverse()).reverse();
  const parts = [start, end].filter((part) => part.length > 0);
  return `#:~:text=${parts.map((part) => encode(part.join(' '))).join(',')}`;
}

/** So many words from the beginning as have `ENDS` letters. */
function takeWords(words: readonly string[]): string[] {
  const taken: string[] = [];
  for (let length = 0; length < ENDS && taken.length < words.length; length += taken.at(-1)?.length ?? 0) {
    taken.push(words[taken.length] as string);
  }
  return taken;
}

/** The dash has a meaning of its own in the directive. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}
