import type { HighlightColor } from '../colors.ts';
import type { Highlight } from '../highlight.ts';
import { toCsv } from './csv.ts';
import { toHtml } from './html.ts';
import { toJsonLd } from './json-ld.ts';
import { toMarkdown } from './markdown.ts';
import { dayOf } from './moments.ts';

/** JSON-LD is the one that can be imported again: it holds everything. */
export const EXPORT_FORMATS = ['json-ld', 'markdown', 'csv', 'html'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportFile {
  /** As `pishineh-2026-11-28.jsonld`. */
  readonly name: string;
  /** The media type. */
  readonly type: string;
  readonly content: string;
}

/** The words that stand in exported files, in the reader's language. */
export interface ExportWords {
  /** What the whole is: heads the file. */
  readonly title: string;
  /** Labels; a colon is put after them. */
  readonly note: string;
  readonly tags: string;
  readonly mentions: string;
  /** Before the day a passage was saved, and before the day its page was published. */
  readonly savedOn: string;
  readonly publishedOn: string;
  /** Said of passages that lie in the bin. */
  readonly removed: string;
  readonly colors: Readonly<Record<HighlightColor, string>>;
}

export interface ExportContext {
  /** Now, ISO 8601 with time. */
  readonly exported: string;
  readonly language: 'fa' | 'en';
  readonly words: ExportWords;
  /** Writes a day (YYYY-MM-DD) in the reader's calendar. */
  formatDate(day: string): string;
  /** The name of an entity in the reader's language; undefined when it is not known. */
  entityName(id: string): string | undefined;
}

/** Writes highlights into one file. Those in the bin are written too, and marked as such: leave them out before. */
export function exportHighlights(
  highlights: readonly Highlight[],
  format: ExportFormat,
  context: ExportContext,
): ExportFile {
  const { write, ending, type } = WRITERS[format];
  return { name: `pishineh-${dayOf(context.exported)}.${ending}`, type, content: write(highlights, context) };
}

interface Writer {
  readonly write: (highlights: readonly Highlight[], context: ExportContext) => string;
  readonly ending: string;
  readonly type: string;
}

const WRITERS: Readonly<Record<ExportFormat, Writer>> = {
  'json-ld': { write: toJsonLd, ending: 'jsonld', type: 'application/ld+json' },
  markdown: { write: toMarkdown, ending: 'md', type: 'text/markdown;charset=utf-8' },
  csv: { write: toCsv, ending: 'csv', type: 'text/csv;charset=utf-8' },
  html: { write: toHtml, ending: 'html', type: 'text/html;charset=utf-8' },
};
