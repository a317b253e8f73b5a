import type { Highlight } from '../highlight.ts';
import { hasAcross, hasWord, queryWords, type SearchText, searchText } from './search-text.ts';

/** For each highlight of a list, in its order, 1 when it has what was looked for, else 0. */
export type Found = Uint8Array;

/** Finds highlights by what is in them, whatever the spelling. */
export interface LibraryIndex {
  /**
   * Folds a part of a list ahead of a query, from one index to another, exclusive, so that the first query does not
   * wait. What was folded before, and has not changed since, is passed over.
   */
  prepare(highlights: readonly Highlight[], from: number, to: number): void;
  /** Lets highlights be found by the names of the entities they mention, by id; an entity may have several names. */
  nameEntities(names: ReadonlyMap<string, readonly string[]>): void;
  /** Each word must be in quote, note, tags, title, site or the name of an entity. A query without letters fits all. */
  find(highlights: readonly Highlight[], query: string): Found;
}

export function createLibraryIndex(): LibraryIndex {
  /** By id, each with the `modified` of the highlight, with which it changes. */
  const texts = new Map<string, { readonly modified: string; readonly text: SearchText }>();
  const entityNames = new Map<string, string>();
  /** The list that was looked through last, as one text: to look through many is much slower. */
  let last: { readonly highlights: readonly Highlight[]; readonly spaced: Pile; readonly joined: Pile } | undefined;

  const textOf = (highlight: Highlight): SearchText => {
    const { id, modified, selectors, note, tags, page } = highlight;
    const known = texts.get(id);
    if (known?.modified === modified) return known.text;
    const text = searchText([selectors.quote.exact, note, ...tags, page.title, page.site]);
    texts.set(id, { modified, text });
    return text;
  };
  const pilesOf = (highlights: readonly Highlight[]) => {
    if (last?.highlights !== highlights) {
      const all = highlights.map(textOf);
      last = {
        highlights,
        spaced: pileUp(all.map(({ spaced }) => spaced)),
        joined: pileUp(all.map(({ joined }) => joined)),
      };
    }
    return last;
  };
  const findWord = (highlights: readonly Highlight[], word: string): Found => {
    const found = new Uint8Array(highlights.length);
    const { spaced, joined } = pilesOf(highlights);
    eachWith(spaced, word, (index) => {
      found[index] = 1;
    });
    // one letter alone stands across nothing
    if (word.length > 1) {
      eachWith(joined, word, (index) => {
        const highlight = highlights[index];
        if (!found[index] && highlight && hasAcross(textOf(highlight).spaced, word)) found[index] = 1;
      });
    }
    const entities = new Set([...entityNames].filter(([, name]) => hasWord(name, word)).map(([id]) => id));
    if (entities.size === 0) return found;
    for (const [index, highlight] of highlights.entries()) {
      if (!found[index] && highlight.entities.some((id) => entities.has(id))) found[index] = 1;
    }
    return found;
  };

  return {
    prepare(highlights, from, to) {
      for (const highlight of highlights.slice(from, to)) textOf(highlight);
      // looked through once, as browsers put a long text together only when it is first read
      if (to >= highlights.length) findWord(highlights, 'نا');
    },
    nameEntities(names) {
      for (const [id, all] of names) entityNames.set(id, searchText(all).spaced);
    },
    find(highlights, query) {
      const all = queryWords(query).map((word) => findWord(highlights, word));
      const found = new Uint8Array(highlights.length).fill(1);
      for (const one of all) for (let i = 0; i < found.length; i++) found[i] = (found[i] ?? 0) & (one[i] ?? 0);
      return found;
    },
  };
}

/** Texts in one, each with a line end after it, and where each ends. */
interface Pile {
  readonly text: string;
  readonly ends: Uint32Array;
}

function pileUp(texts: readonly string[]): Pile {
  const ends = new Uint32Array(texts.length);
  let end = 0;
  for (const [index, text] of texts.entries()) {
    end += text.length + 1;
    ends[index] = end;
  }
  return { text: texts.join('\n'), ends };
}

/** Calls back with the index of each text of a pile that holds a word; the word has no line end. */
function eachWith({ text, ends }: Pile, word: string, use: (index: number) => void): void {
  let index = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, ends[index])) {
    while ((ends[index] ?? Number.POSITIVE_INFINITY) <= at) index++;
    use(index);
  }
}
