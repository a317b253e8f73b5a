import { tidyPassage } from '../citation.ts';
import type { Highlight } from '../highlight.ts';
import type { ExportContext } from './export.ts';

/**
 * The columns, in this order and under these names whatever the reader's language, so that tables made at
 * different times fit together. Times are ISO 8601; `colour` and `state` are the words that JSON-LD has too.
 */
const COLUMNS: readonly (readonly [name: string, cell: (highlight: Highlight, context: ExportContext) => string])[] = [
  ['id', ({ id }) => id],
  ['passage', ({ selectors }) => tidyPassage(selectors.quote.exact)],
  ['note', ({ note }) => note],
  ['tags', ({ tags }) => tags.join('; ')],
  ['colour', ({ color }) => color],
  ['mentions', ({ entities }, { entityName }) => entities.map((id) => entityName(id) ?? id).join('; ')],
  ['page title', ({ page }) => page.title],
  ['page address', ({ page }) => page.address],
  ['site', ({ page }) => page.site],
  ['article date', ({ page }) => page.date ?? ''],
  ['saved', ({ created }) => created],
  ['changed', ({ modified }) => modified],
  ['removed', ({ removed }) => removed ?? ''],
  ['state', ({ anchoring }) => (anchoring.state === 'orphaned' ? anchoring.reason : anchoring.state)],
];

/** Without it Excel reads UTF-8 as a code page of Windows. */
const BYTE_ORDER_MARK = '\ufeff';

/** A table by RFC 4180, one highlight a row. */
export function toCsv(highlights: readonly Highlight[], context: ExportContext): string {
  const rows = [
    COLUMNS.map(([name]) => name),
    ...highlights.map((highlight) => COLUMNS.map(([, cell]) => cell(highlight, context))),
  ];
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(quoteCell).join(',')}\r\n`).join('');
}

function quoteCell(text: string): string {
  return `"${harmless(text).replaceAll('"', '""')}"`;
}

/**
 * What a spreadsheet would run as a formula gets an apostrophe before it, which shows it as text: the signs
 * that OWASP names under "CSV injection", their full-width forms too, with invisible marks before them or not.
 */
function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

const FORMULA = /^(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@＝＋－＠])/u;
