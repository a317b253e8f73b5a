import { tidyPassage } from '../citation.ts';
import type { Highlight, Page } from '../highlight.ts';
import type { ExportContext } from './export.ts';
import { dayOf } from './moments.ts';
import { groupByPage } from './page-groups.ts';
import { webAddress } from './web-address.ts';

/** A text in CommonMark: a heading for each page, and under it the passages as quotations. */
export function toMarkdown(highlights: readonly Highlight[], context: ExportContext): string {
  const blocks = [
    `# ${escapeLine(context.words.title)}`,
    ...groupByPage(highlights).flatMap((group) => [
      ...pageBlocks(group.page, context),
      ...group.highlights.flatMap((highlight) => passageBlocks(highlight, context)),
    ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function pageBlocks(page: Page, { words, formatDate }: ExportContext): string[] {
  const title = escapeLabel(page.title) || escapeLabel(page.site) || escapeLabel(page.address);
  const address = webAddress(page.address);
  const about = [
    escapeLine(page.site),
    ...(page.date === undefined ? [] : [`${escapeLine(words.publishedOn)}: ${escapeLine(formatDate(page.date))}`]),
  ].filter((part) => part !== '');
  return [
    `## ${address === undefined ? title : `[${title}](<${escapeAddress(address)}>)`}`,
    ...(about.length > 0 ? [about.join(' · ')] : []),
  ];
}

function passageBlocks(highlight: Highlight, { words, language, formatDate, entityName }: ExportContext): string[] {
  const label = (word: string, text: string) => `**${escapeLine(word)}:** ${text}`;
  const comma = language === 'fa' ? '، ' : ', ';
  const { note, tags, entities, color, created, removed, selectors } = highlight;
  const saved = `${escapeLine(words.savedOn)}: ${escapeLine(formatDate(dayOf(created)))}`;
  return [
    tidyPassage(selectors.quote.exact)
      .split('\n')
      .map((paragraph) => `> ${escapeLine(paragraph)}`)
      .join('\n>\n'),
    ...(note.trim() === '' ? [] : [label(words.note, escapeLines(note))]),
    ...(tags.length === 0 ? [] : [label(words.tags, tags.map(hashTag).join(' '))]),
    ...(entities.length === 0
      ? []
      : [label(words.mentions, entities.map((id) => escapeLine(entityName(id) ?? id)).join(comma))]),
    [escapeLine(words.colors[color]), saved, ...(removed === undefined ? [] : [escapeLine(words.removed)])].join(' · '),
  ];
}

/** A tag as note-taking programs read it: one word. */
function hashTag(tag: string): string {
  return `#${escapeLine(tag).replace(/\s+/g, '-')}`;
}

/** Several lines, each of which stays one. */
function escapeLines(text: string): string {
  return text
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map(escapeLine)
    .filter((line) => line !== '')
    .join('  \n');
}

/**
 * One line in which nothing is markup: by CommonMark 0.31 (2.4 Backslash escapes), and for what GitHub, Pandoc
 * and Obsidian add to it. Signs that mean something only in a certain place are left alone elsewhere.
 */
function escapeLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(MARKUP, '\\$&');
}

const MARKUP = new RegExp(
  [
    /[\\`*_{}[\]<>#&|~^=$@]/, // wherever they stand
    /^[-+:]/, // lists, rules, definitions
    /(?<=^\d+)[.)]/, // numbered lists
    /:(?=\/\/|[\w+-]+:)|(?<=www)\./, // bare addresses, emoji by name
    /%(?=%)/, // comments
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
);

/** The text of a link; some programs read escaped brackets within it as brackets. */
function escapeLabel(text: string): string {
  return escapeLine(text).replaceAll('\\[', '&#91;').replaceAll('\\]', '&#93;');
}

/** An address between angle brackets, in which nothing ends the link or stands for another character. */
function escapeAddress(href: string): string {
  return href
    .replaceAll('\\', '%5C')
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E')
    .replace(/&(?=#?\w+;)/g, '&amp;');
}
