import { tidyPassage } from '../citation.ts';
import type { Highlight } from '../highlight.ts';
import { checkItem, type ItemFault } from './check-item.ts';
import { field, hasType, listOf } from './json.ts';
import { readAnnotation } from './read-annotation.ts';
import { readHypothesis } from './read-hypothesis.ts';

/** UTF-16 units of a file: some 150,000 highlights. More might not fit into memory. */
export const LARGEST_IMPORT = 200_000_000;
/** Items of a file: each refused one is remembered, too. */
export const MOST_IMPORTED = 500_000;
/** UTF-16 units that are shown of an item that was refused. */
const LONGEST_EXCERPT = 80;

/** Why nothing of a file can be taken. */
export type ImportFault =
  /** There is nothing in it. */
  | 'empty'
  /** It is no JSON, or not all of it is there. */
  | 'not-json'
  /** It is JSON, but neither ours nor Hypothesis's. */
  | 'unknown-format'
  /** See `LARGEST_IMPORT` and `MOST_IMPORTED`. */
  | 'too-large'
  /** It is of a known form but holds no items. */
  | 'nothing-usable';

/** An item that was not taken. */
export interface RefusedItem {
  /** Its place in the file, from 1. */
  readonly index: number;
  /** What tells it from others: the beginning of its passage, note or id; empty when it has none of them. */
  readonly excerpt: string;
  readonly fault: ItemFault;
}

export type ImportReading =
  | { readonly ok: false; readonly fault: ImportFault }
  | {
      readonly ok: true;
      readonly from: ImportSource;
      /** No two have the same id. Empty when all items were refused. */
      readonly highlights: readonly Highlight[];
      readonly refused: readonly RefusedItem[];
    };
export type ImportSource = 'pishineh' | 'hypothesis';

/**
 * Reads a file of highlights: our JSON-LD (whole, or its page or its list of annotations alone), or what Hypothesis
 * exports or its service answers a search with. Never throws, whatever the content.
 */
export function readImport(content: string): ImportReading {
  if (content.length > LARGEST_IMPORT) return { ok: false, fault: 'too-large' };
  const text = content.replace(/^\ufeff/, '');
  if (text.trim() === '') return { ok: false, fault: 'empty' };
  const parsed = parse(text);
  if (parsed === undefined) return { ok: false, fault: 'not-json' };
  const found = itemsOf(parsed.value);
  if (found === undefined) return { ok: false, fault: 'unknown-format' };
  if (found.items.length === 0) return { ok: false, fault: 'nothing-usable' };
  if (found.items.length > MOST_IMPORTED) return { ok: false, fault: 'too-large' };
  return { ok: true, from: found.from, ...readItems(found.items, READERS[found.from]) };
}

/** The JSON value in an object of its own, since it may be null; undefined when the text is no JSON. */
function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

const READERS: Readonly<Record<ImportSource, (item: unknown) => object | ItemFault>> = {
  pishineh: readAnnotation,
  hypothesis: readHypothesis,
};

/** The items of a file and whose they are; undefined when it is nobody's that we know. */
function itemsOf(file: unknown): { readonly from: ImportSource; readonly items: readonly unknown[] } | undefined {
  const ours = annotationsOf(file);
  if (ours !== undefined) return { from: 'pishineh', items: ours };
  const theirs = [field(file, 'annotations'), field(file, 'rows')].find(Array.isArray);
  return theirs === undefined ? undefined : { from: 'hypothesis', items: theirs };
}

function annotationsOf(file: unknown): readonly unknown[] | undefined {
  if (Array.isArray(file)) return file.length === 0 || file.some(isAnnotation) ? file : undefined;
  // not recursive: a file may nest a hundred thousand collections
  const page = hasType(file, 'AnnotationCollection') ? field(file, 'first') : file;
  const items = hasType(page, 'AnnotationPage') ? field(page, 'items') : undefined;
  return Array.isArray(items) ? items : undefined;
}

function isAnnotation(item: unknown): boolean {
  return hasType(item, 'Annotation');
}

function readItems(items: readonly unknown[], read: (item: unknown) => object | ItemFault) {
  const highlights = new Map<string, Highlight>();
  const refused: RefusedItem[] = [];
  for (const [at, item] of items.entries()) {
    const candidate = read(item);
    const checked = typeof candidate === 'string' ? candidate : checkItem(candidate);
    if (typeof checked !== 'string' && !highlights.has(checked.id)) highlights.set(checked.id, checked);
    else {
      const fault = typeof checked === 'string' ? checked : 'repeated';
      refused.push({ index: at + 1, excerpt: excerptOf(item), fault });
    }
  }
  return { highlights: [...highlights.values()], refused };
}

function excerptOf(item: unknown): string {
  const target = listOf(field(item, 'target'))[0];
  const texts = [
    ...listOf(field(target, 'selector')).map((selector) => field(selector, 'exact')),
    field(item, 'text'),
    ...listOf(field(item, 'body')).map((body) => field(body, 'value')),
    field(item, 'id'),
    item,
  ];
  const text = texts.find((one) => typeof one === 'string' && one.trim() !== '');
  if (typeof text !== 'string') return '';
  // a few more, as white space may be left out; no half of a pair at the end
  const shown = tidyPassage(text.trimStart().slice(0, LONGEST_EXCERPT * 4)).replaceAll('\n', ' ');
  return shown.slice(0, LONGEST_EXCERPT).replace(/[\ud800-\udbff]$/, '');
}
