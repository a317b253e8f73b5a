import type { Page } from './highlight.ts';

/**
 * A passage as it is shown or copied: runs of white space made one space, the ends of its paragraphs line ends,
 * none at its own ends. Letters, ZWNJ and marks stay as they are. In the text of a page a line end is the end
 * of a paragraph: those of the page's source are spaces already.
 */
export function tidyPassage(exact: string): string {
  return exact.replace(WHITE_SPACE, (run) => (LINE_END.test(run) ? '\n' : ' ')).replace(/^[ \n]+|[ \n]+$/g, '');
}

/** All but the zero-width space that begins a file: it is no space between words. */
const WHITE_SPACE = /[^\S\ufeff]+/g;
const LINE_END = /[\n\r\u2028\u2029]/;

/**
 * A passage as it is copied: in quotation marks, a line that says where it is from, and the address.
 * `formatDate` writes a day (YYYY-MM-DD) in the reader's calendar.
 */
export function cite(
  exact: string,
  page: Pick<Page, 'title' | 'address' | 'site' | 'date'>,
  formatDate: (day: string) => string,
): string {
  const origin = [
    page.title.replace(/\s+/g, ' ').trim(),
    page.site,
    page.date === undefined ? '' : formatDate(page.date),
  ].filter((part) => part !== '');
  const comma = origin.some(isPersian) ? '، ' : ', ';
  return [quoted(tidyPassage(exact)), ...(origin.length > 0 ? [`— ${origin.join(comma)}`] : []), page.address].join(
    '\n',
  );
}

/**
 * In the quotation marks of its language; its own of that kind become the inner ones. Which those are says the
 * Unicode CLDR (characters, delimiters): «‹›» for Persian, “‘’” for English.
 */
function quoted(passage: string): string {
  return LATIN.test(passage) && !isPersian(passage)
    ? `“${passage.replaceAll('“', '‘').replaceAll('”', '’')}”`
    : `«${passage.replaceAll('«', '‹').replaceAll('»', '›')}»`;
}

const LATIN = /\p{Script=Latin}/u;
const ARABIC_SCRIPT = /\p{Script=Arabic}/u;

function isPersian(text: string): boolean {
  return ARABIC_SCRIPT.test(text);
}
