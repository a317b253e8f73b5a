import { tidyPassage } from '../citation.ts';
import type { Highlight, Page } from '../highlight.ts';
import type { ExportContext } from './export.ts';
import { STYLE, STYLE_HASH } from './html-style.ts';
import { dayOf } from './moments.ts';
import { groupByPage } from './page-groups.ts';
import { webAddress } from './web-address.ts';

/** Nothing is loaded, nothing is run; of styles only ours. */
const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** A page of its own, to read, keep and print: no script, nothing from elsewhere. */
export function toHtml(highlights: readonly Highlight[], context: ExportContext): string {
  const { language, words } = context;
  const title = escapeText(words.title);
  return `<!doctype html>
<html lang="${language}" dir="${language === 'fa' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Pishineh">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
${groupByPage(highlights)
  .map(
    (group) => `<section>
${pageHead(group.page, context)}
${group.highlights.map((highlight) => passage(highlight, context)).join('\n')}
</section>`,
  )
  .join('\n')}
</body>
</html>
`;
}

function pageHead(page: Page, { words, formatDate }: ExportContext): string {
  const title = escapeText(page.title.trim() || page.site || page.address);
  const address = webAddress(page.address);
  const about = [
    ...(page.site === '' ? [] : [`<bdi>${escapeText(page.site)}</bdi>`]),
    ...(page.date === undefined ? [] : [`${escapeText(words.publishedOn)}: ${time(page.date, formatDate(page.date))}`]),
  ];
  return [
    `<h2 dir="auto">${address === undefined ? title : `<a href="${escapeText(address)}" rel="noreferrer noopener">${title}</a>`}</h2>`,
    ...(about.length > 0 ? [`<p class="about">${about.join(' · ')}</p>`] : []),
    `<p class="address"><bdi dir="ltr">${escapeText(page.address)}</bdi></p>`,
  ].join('\n');
}

function passage(highlight: Highlight, { words, language, formatDate, entityName }: ExportContext): string {
  const { note, tags, entities, color, created, removed, selectors } = highlight;
  const comma = language === 'fa' ? '، ' : ', ';
  const labelled = (word: string, content: string) => `<p class="remark"><b>${escapeText(word)}:</b> ${content}</p>`;
  const about = [
    `<span class="colour">${escapeText(words.colors[color])}</span>`,
    `${escapeText(words.savedOn)}: ${time(created, formatDate(dayOf(created)))}`,
    ...(removed === undefined ? [] : [escapeText(words.removed)]),
  ];
  return [
    `<article class="${color}">`,
    `<blockquote>${paragraphs(tidyPassage(selectors.quote.exact))}</blockquote>`,
    ...(note.trim() === '' ? [] : [labelled(words.note, bdi(note.trim()))]),
    ...(tags.length === 0 ? [] : [labelled(words.tags, tags.map((tag) => bdi(tag)).join(comma))]),
    ...(entities.length === 0
      ? []
      : [labelled(words.mentions, entities.map((id) => bdi(entityName(id) ?? id)).join(comma))]),
    `<p class="about">${about.join(' · ')}</p>`,
    '</article>',
  ].join('\n');
}

/** Each in the direction of its first letters. */
function paragraphs(text: string): string {
  return text
    .split('\n')
    .map((line) => `<p dir="auto">${escapeText(line)}</p>`)
    .join('\n');
}

/** Set apart from the direction of what is around it. */
function bdi(text: string): string {
  return `<bdi>${escapeText(text)}</bdi>`;
}

function time(machine: string, shown: string): string {
  return `<time datetime="${escapeText(machine)}">${escapeText(shown)}</time>`;
}

/** For text and for attributes in double quotes. */
function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
