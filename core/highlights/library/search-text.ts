import { endOffset, type Folded, foldKey, foldWhile } from '../../language/fold.ts';

/** Parts of a text, in UTF-16 offsets, `end` exclusive. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

/** The words of a query, folded; those without letters are left out. */
export function queryWords(query: string): string[] {
  return [...new Set(query.split(/\s+/).map(foldKey))].filter((word) => word !== '');
}

/**
 * Where the words of a query stand in a text, in order, those that touch as one. Empty when none does.
 */
export function marksIn(text: string, words: readonly string[]): Mark[] {
  if (words.length === 0) return [];
  return foldWhile(text, (folded) => merged(words.flatMap((word) => placesOf(folded, word))));
}

/** Fields as they are searched: folded, a line each. */
export interface SearchText {
  /** With a space before each word. */
  readonly spaced: string;
  /** Without spaces. */
  readonly joined: string;
}

export function searchText(fields: readonly string[]): SearchText {
  const lines = fields.map((field) => foldWhile(field, lineOf));
  return {
    spaced: lines.map(({ spaced }) => spaced).join('\n'),
    joined: lines.map(({ joined }) => joined).join('\n'),
  };
}

function lineOf(folded: Folded): SearchText {
  const joined = folded.letters;
  let spaced = '';
  for (let word = 0; word < folded.wordCount; word++) {
    const end = word + 1 < folded.wordCount ? folded.words[word + 1] : folded.length;
    spaced += ` ${joined.slice(folded.words[word], end)}`;
  }
  return { spaced, joined };
}

/** Letters that the last part of a word found across joints needs: with one, «ماه» would be in «ما همه». */
const SHORTEST_REST = 2;

/**
 * Whether a word stands in a spaced text: within one of its words, or from the beginning of one across joints, as
 * «هم‌میهن» does in «هم میهن». Never from the middle of one word into the next.
 */
export function hasWord(text: string, word: string): boolean {
  return text.includes(word) || hasAcross(text, word);
}

/** The same across joints alone. */
export function hasAcross(text: string, word: string): boolean {
  const beginning = ` ${word.charAt(0)}`;
  for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
    let read = 0;
    let rest = 0;
    let i = at + 1;
    for (; i < text.length && read < word.length; i++) {
      if (text.charAt(i) === ' ') rest = 0;
      else if (text.charAt(i) !== word.charAt(read)) break;
      else {
        read++;
        rest++;
      }
    }
    if (read === word.length && (rest >= SHORTEST_REST || !isLetter(text.charAt(i)))) return true;
  }
  return false;
}

function isLetter(unit: string): boolean {
  return unit !== '' && unit !== ' ' && unit !== '\n';
}

/** Where a word stands in folded text, by the same rule as `hasWord`. */
function placesOf(folded: Folded, word: string): Mark[] {
  const starts = new Set(folded.words.subarray(0, folded.wordCount));
  const places: Mark[] = [];
  for (let at = folded.letters.indexOf(word); at >= 0; at = folded.letters.indexOf(word, at + 1)) {
    const end = at + word.length;
    let lastStart = end - 1;
    while (lastStart > at && !starts.has(lastStart)) lastStart--;
    const isWithinWord = lastStart === at;
    const isAcross = starts.has(at) && (end - lastStart >= SHORTEST_REST || end === folded.length || starts.has(end));
    if (isWithinWord || isAcross) places.push({ start: folded.offsets[at] ?? 0, end: endOffset(folded, end - 1) });
  }
  return places;
}

function merged(marks: readonly Mark[]): Mark[] {
  const all: Mark[] = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last && mark.start <= last.end) all[all.length - 1] = { start: last.start, end: Math.max(last.end, mark.end) };
    else all.push(mark);
  }
  return all;
}
