import type { Language, Texts } from '../texts.ts';

/** The reader's language, which all parts of the library need. */
export interface Locale {
  readonly language: Language;
  readonly t: Texts;
}

const PERSIAN_LETTER = /[\u0621-\u06cc]/;
const LONGEST_EXCERPT = 60;

/** The language of a text, for screen readers; undefined where it has no Persian letters. */
export function langOf(text: string): 'fa' | undefined {
  return PERSIAN_LETTER.test(text) ? 'fa' : undefined;
}

/** The beginning of a passage, by which a button says what it acts on. */
export function excerptOf(passage: string): string {
  const line = passage.trim().replace(/\s+/g, ' ');
  return line.length <= LONGEST_EXCERPT ? line : `${[...line].slice(0, LONGEST_EXCERPT).join('').trimEnd()}…`;
}
