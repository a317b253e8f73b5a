import type { TextKey } from './texts.ts';

/** Whose work the knowledge builds on, as its licence asks to be told; NOTICE tells the same at length. */
export interface Credit {
  readonly text: TextKey;
  readonly licence: string;
  readonly link: string;
}

export const CREDITS: readonly Credit[] = [
  {
    text: 'creditEntries',
    licence: 'CC BY-SA 4.0',
    link: 'https://creativecommons.org/licenses/by-sa/4.0/',
  },
  { text: 'creditCldr', licence: 'Unicode License v3', link: 'https://www.unicode.org/license.txt' },
  {
    text: 'creditNaturalEarth',
    licence: 'Public domain',
    link: 'https://www.naturalearthdata.com/about/terms-of-use/',
  },
  { text: 'creditWikidata', licence: 'CC0 1.0', link: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  { text: 'creditHazm', licence: 'MIT', link: 'https://github.com/roshan-research/hazm' },
  { text: 'creditGivenNames', licence: 'MIT', link: 'https://opensource.org/license/mit' },
  { text: 'creditVazirmatn', licence: 'SIL OFL 1.1', link: 'https://openfontlicense.org/' },
];
