import type { ItemFault } from '../../core/highlights/exchange/check-item.ts';
import { type ExportContext, exportHighlights } from '../../core/highlights/exchange/export.ts';
import type { ImportFault, ImportReading } from '../../core/highlights/exchange/import.ts';
import type { Highlight } from '../../core/highlights/highlight.ts';
import { LONGEST_STORED_PASSAGE } from '../../core/highlights/limits.ts';

/** A file of which nothing may be taken. */
export interface BrokenImport {
  readonly name: string;
  readonly content: string;
  /** What is wrong with the whole, or with each item. */
  readonly fault: ImportFault | ItemFault;
}

export const EXPORT_CONTEXT: ExportContext = {
  exported: '2026-11-28T10:00:00.000Z',
  language: 'fa',
  words: {
    title: 'گزیده‌های من',
    note: 'یادداشت',
    tags: 'برچسب‌ها',
    mentions: 'نام‌ها',
    savedOn: 'ذخیره‌شده در',
    publishedOn: 'تاریخ خبر',
    removed: 'در سطل',
    colors: { yellow: 'زرد', green: 'سبز', blue: 'آبی', pink: 'صورتی', purple: 'بنفش' },
  },
  formatDate: (day) => `روز ${day}`,
  entityName: (id) => (id === 'iran' ? 'ایران' : undefined),
};

/** Three highlights in which everything is there that one may have. */
export const SAVED: readonly Highlight[] = [
  {
    id: '6f1c2a52-7a0e-4b8e-9d55-0d3b1f0a7c11',
    page: {
      key: 'isna.ir/news/1403091912345',
      address: 'https://www.isna.ir/news/1403091912345/sample',
      title: 'بازار نفت در پاییز',
      site: 'isna.ir',
      date: '2024-12-09',
    },
    selectors: {
      quote: {
        type: 'TextQuoteSelector',
        exact: 'بهای نفت پایین می‌آید.\nتا بهار همین است.',
        prefix: 'کارشناسان گفتند ',
        suffix: '\n',
      },
      position: { type: 'TextPositionSelector', start: 412, end: 452 },
    },
    color: 'green',
    note: 'برای مقاله‌ام\nخط دوم',
    tags: ['نفت', 'بازار انرژی'],
    entities: ['iran', 'opec'],
    created: '2026-11-20T10:00:00.000Z',
    modified: '2026-11-21T10:00:00.000Z',
    anchoring: { state: 'anchored' },
  },
  {
    id: 'a7b1f1de-30f7-4a0c-8a36-52a54d5d0c22',
    page: {
      key: 'isna.ir/news/1403091912345',
      address: 'https://www.isna.ir/news/1403091912345/sample',
      title: 'بازار نفت در پاییز',
      site: 'isna.ir',
      date: '2024-12-09',
    },
    selectors: {
      quote: { type: 'TextQuoteSelector', exact: 'وزیر گفت: «صبر کنید.»', prefix: '', suffix: '' },
      position: { type: 'TextPositionSelector', start: 20, end: 41 },
    },
    color: 'yellow',
    note: '',
    tags: [],
    entities: [],
    created: '2026-11-19T10:00:00.000Z',
    modified: '2026-11-19T10:00:00.000Z',
    removed: '2026-11-22T10:00:00.000Z',
    anchoring: { state: 'orphaned', reason: 'page-changed' },
  },
  {
    id: 'hypothesis:Qx3_aB-kEe2Zf9s1tLm0Yg',
    page: {
      key: 'bbc.com/persian/articles/c1',
      address: 'https://bbc.com/persian/articles/c1',
      title: '',
      site: 'bbc.com',
    },
    selectors: { quote: { type: 'TextQuoteSelector', exact: 'باران ادامه دارد', prefix: '', suffix: '' } },
    color: 'purple',
    note: '',
    tags: [],
    entities: [],
    created: '2026-11-18T10:00:00.000Z',
    modified: '2026-11-18T10:00:00.000Z',
    anchoring: { state: 'looking' },
  },
];

/** Whether nothing of the file was taken: it was refused whole, or each of its items was. */
export function tookNothing(reading: ImportReading): boolean {
  return !reading.ok || (reading.highlights.length === 0 && reading.refused.length > 0);
}

/** A JSON value that a test changes as it likes. */
// biome-ignore lint/suspicious/noExplicitAny: what is broken on purpose has no type
type Json = any;

function validFile(): Json {
  return JSON.parse(exportHighlights(SAVED, 'json-ld', EXPORT_CONTEXT).content);
}

/** Our own file with one annotation, changed. */
function ours(name: string, fault: BrokenImport['fault'], change: (annotation: Json) => void): BrokenImport {
  const file = validFile();
  const annotation = file.first.items[0];
  change(annotation);
  file.first.items = [annotation];
  return { name, fault, content: JSON.stringify(file) };
}

/** A file of Hypothesis's client with one annotation, changed. */
function theirs(name: string, fault: BrokenImport['fault'], change: (annotation: Json) => void): BrokenImport {
  const annotation = {
    id: 'Qx3_aB-kEe2Zf9s1tLm0Yg',
    created: '2024-12-09T07:17:52.482913+00:00',
    updated: '2024-12-09T07:17:52.482913+00:00',
    uri: 'https://example.org/news/1',
    text: '',
    tags: [],
    target: [
      {
        source: 'https://example.org/news/1',
        selector: [{ type: 'TextQuoteSelector', exact: 'یک جمله', prefix: '', suffix: '' }],
      },
    ],
    document: { title: ['یک خبر'] },
  };
  change(annotation);
  return { name, fault, content: JSON.stringify({ client_version: '1.1500.0', annotations: [annotation] }) };
}

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const valid = exportHighlights(SAVED, 'json-ld', EXPORT_CONTEXT).content;

/** Made by hand: what readers choose by mistake, what breaks on the way, and what somebody does on purpose. */
export const BROKEN_IMPORTS: readonly BrokenImport[] = [
  { name: 'an empty file', content: '', fault: 'empty' },
  { name: 'white space', content: ' \n\t\r\n', fault: 'empty' },
  { name: 'a byte order mark alone', content: '\ufeff', fault: 'empty' },
  { name: 'a web page', content: '<!doctype html><title>خبر</title>', fault: 'not-json' },
  { name: 'our own table', content: exportHighlights(SAVED, 'csv', EXPORT_CONTEXT).content, fault: 'not-json' },
  { name: 'our own Markdown', content: exportHighlights(SAVED, 'markdown', EXPORT_CONTEXT).content, fault: 'not-json' },
  { name: 'half of a file', content: valid.slice(0, valid.length / 2), fault: 'not-json' },
  { name: 'a file that is there twice', content: valid + valid, fault: 'not-json' },
  { name: 'a file read in the wrong encoding', content: valid.replaceAll(/./g, '$&\0'), fault: 'not-json' },
  { name: 'bytes of a picture', content: '\ufffdPNG\r\n\u001a\n\0\0\0\rIHDR', fault: 'not-json' },
  { name: 'JSON with a comment', content: `// mine\n${valid}`, fault: 'not-json' },
  { name: 'a comma too many', content: valid.replace('"total"', ',"total"'), fault: 'not-json' },
  { name: 'not a number', content: valid.replace('"startIndex": 0', '"startIndex": NaN'), fault: 'not-json' },
  { name: 'null', content: 'null', fault: 'unknown-format' },
  { name: 'a number', content: '5', fault: 'unknown-format' },
  { name: 'a text', content: '"AnnotationCollection"', fault: 'unknown-format' },
  { name: 'lists in lists, 100,000 deep', content: nested(100_000), fault: 'unknown-format' },
  {
    name: 'collections in collections, 20,000 deep',
    content: `${'{"type":"AnnotationCollection","first":'.repeat(20_000)}0${'}'.repeat(20_000)}`,
    fault: 'unknown-format',
  },
  { name: 'settings of another programme', content: '{"version":3,"bookmarks":[]}', fault: 'unknown-format' },
  {
    name: 'a knowledge pack',
    content: '{"format":"pishineh-pack/1","id":"x","version":"1","entities":[]}',
    fault: 'unknown-format',
  },
  { name: 'a list of numbers', content: '[1, 2, 3]', fault: 'unknown-format' },
  {
    name: 'a collection whose page is elsewhere',
    content: '{"type":"AnnotationCollection","first":"https://example.org/page1"}',
    fault: 'unknown-format',
  },
  { name: 'items that are no list', content: '{"type":"AnnotationPage","items":{"0":{}}}', fault: 'unknown-format' },
  { name: 'annotations that are no list', content: '{"annotations":{}}', fault: 'unknown-format' },
  {
    name: 'names that would change all objects',
    content: '{"__proto__":{"type":"AnnotationPage","items":[]},"constructor":{"prototype":{"rows":[]}}}',
    fault: 'unknown-format',
  },
  { name: 'an empty list', content: '[]', fault: 'nothing-usable' },
  {
    name: 'an export of nothing',
    content: exportHighlights([], 'json-ld', EXPORT_CONTEXT).content,
    fault: 'nothing-usable',
  },
  { name: 'a search of Hypothesis that found nothing', content: '{"total":0,"rows":[]}', fault: 'nothing-usable' },
  { name: 'more items than are read', content: `{"annotations":[${'0,'.repeat(500_000)}0]}`, fault: 'too-large' },

  {
    name: 'items that are nothing',
    content: '{"type":"AnnotationPage","items":[null,1,"x",[],{}]}',
    fault: 'not-a-highlight',
  },
  ours('an annotation of another tool', 'no-page', (a) => {
    for (const name of Object.keys(a.target).filter((key) => key.startsWith('pishineh:'))) delete a.target[name];
  }),
  ours('another type', 'not-a-highlight', (a) => {
    a.type = 'Note';
  }),
  ours('no id', 'not-a-highlight', (a) => {
    delete a.id;
  }),
  ours('an id that is none', 'not-a-highlight', (a) => {
    a.id = 'urn:uuid:5';
  }),
  ours('an id with markup', 'not-a-highlight', (a) => {
    a.id = 'urn:pishineh:<script>';
  }),
  ours('an id of 10,000 letters', 'not-a-highlight', (a) => {
    a.id = `urn:pishineh:${'a'.repeat(10_000)}`;
  }),
  ours('no target', 'no-page', (a) => {
    delete a.target;
  }),
  ours('two targets', 'no-page', (a) => {
    a.target = [a.target, a.target];
  }),
  ours('no address', 'no-page', (a) => {
    delete a.target.source;
  }),
  ours('an address that runs', 'no-page', (a) => {
    a.target.source = 'javascript:alert(1)';
  }),
  ours('an address that runs, in disguise', 'no-page', (a) => {
    a.target.source = ' \u0001java\nscript:alert(1)';
  }),
  ours('an address that is a document', 'no-page', (a) => {
    a.target.source = 'data:text/html,<script>alert(1)</script>';
  }),
  ours('a file of the machine', 'no-page', (a) => {
    a.target.source = 'file:///etc/hosts';
  }),
  ours('half an address', 'no-page', (a) => {
    a.target.source = '//isna.ir/news';
  }),
  ours('a page without key', 'no-page', (a) => {
    a.target['pishineh:page']['pishineh:key'] = '';
  }),
  ours('an article date that is none', 'no-page', (a) => {
    a.target['pishineh:page']['pishineh:date'] = 'yesterday';
  }),
  ours('no selectors', 'no-passage', (a) => {
    delete a.target.selector;
  }),
  ours('an empty passage', 'no-passage', (a) => {
    a.target.selector[0].exact = '';
  }),
  ours('a passage that is a number', 'no-passage', (a) => {
    a.target.selector[0].exact = 5;
  }),
  ours('a passage longer than any', 'too-long', (a) => {
    a.target.selector[0].exact = 'ا'.repeat(LONGEST_STORED_PASSAGE + 1);
  }),
  ours('context longer than any passage', 'too-long', (a) => {
    a.target.selector[0].prefix = 'ا'.repeat(LONGEST_STORED_PASSAGE + 1);
  }),
  ours('no context', 'not-a-highlight', (a) => {
    delete a.target.selector[0].prefix;
  }),
  ours('two quotes', 'not-a-highlight', (a) => {
    a.target.selector.push(a.target.selector[0]);
  }),
  ours('a selector that we do not write', 'not-a-highlight', (a) => {
    a.target.selector.push({ type: 'XPathSelector', value: '/html' });
  }),
  ours('a place before the beginning', 'not-a-highlight', (a) => {
    a.target.selector[1].start = -1;
  }),
  ours('a place that ends before it begins', 'not-a-highlight', (a) => {
    a.target.selector[1].end = 1;
  }),
  ours('a place that is a text', 'not-a-highlight', (a) => {
    a.target.selector[1].start = '412';
  }),
  ours('a colour that we have not', 'unknown-color', (a) => {
    a.target.styleClass = 'red';
  }),
  ours('a colour named like a property of all objects', 'unknown-color', (a) => {
    a.target.styleClass = 'constructor';
  }),
  ours('no time', 'bad-time', (a) => {
    delete a.created;
  }),
  ours('a time in words', 'bad-time', (a) => {
    a.created = 'yesterday';
  }),
  ours('a time that never was', 'bad-time', (a) => {
    a.modified = '2026-13-40T25:61:00Z';
  }),
  ours('a time that is a number', 'bad-time', (a) => {
    a.modified = 1_764_300_000_000;
  }),
  ours('a time of removal that is null', 'bad-time', (a) => {
    a['pishineh:removed'] = null;
  }),
  ours('no state', 'not-a-highlight', (a) => {
    delete a['pishineh:anchoring'];
  }),
  ours('a state with a reason that is none', 'not-a-highlight', (a) => {
    a['pishineh:anchoring'] = 'orphaned';
    a['pishineh:reason'] = 'tired';
  }),
  ours('a note longer than is kept', 'too-long', (a) => {
    a.body[0].value = 'ا'.repeat(20_001);
  }),
  ours('a note that is an object', 'not-a-highlight', (a) => {
    a.body[0].value = { toString: 'x' };
  }),
  ours('two notes', 'not-a-highlight', (a) => {
    a.body.push(a.body[0]);
  }),
  ours('an empty tag', 'not-a-highlight', (a) => {
    a.body[1].value = '  ';
  }),
  ours('a tag longer than is kept', 'too-long', (a) => {
    a.body[1].value = 'ب'.repeat(61);
  }),
  ours('more tags than are kept', 'too-long', (a) => {
    a.body = Array.from({ length: 51 }, (_, at) => ({ type: 'TextualBody', purpose: 'tagging', value: `t${at}` }));
  }),
  ours('more entities than any passage names', 'too-long', (a) => {
    a.body = Array.from({ length: 1001 }, (_, at) => ({
      type: 'SpecificResource',
      purpose: 'identifying',
      source: `urn:pishineh:entity:e${at}`,
    }));
  }),
  ours('an entity that is none', 'not-a-highlight', (a) => {
    a.body.at(-1).source = 'https://example.org/entity';
  }),
  ours('a body that is a text', 'not-a-highlight', (a) => {
    a.body = 'a note';
  }),

  theirs('a note on a whole page', 'no-passage', (a) => {
    delete a.target[0].selector;
  }),
  theirs('a passage of white space', 'no-passage', (a) => {
    a.target[0].selector[0].exact = ' \n ';
  }),
  theirs('an answer to another one', 'reply', (a) => {
    a.references = ['AAAAAAAAAAAAAAAAAAAAAA'];
  }),
  theirs('a passage of a file', 'no-page', (a) => {
    a.uri = 'urn:x-pdf:0123456789abcdef';
    a.target[0].source = 'file:///home/reader/paper.pdf';
  }),
  theirs('an address of theirs that runs', 'no-page', (a) => {
    a.uri = 'javascript:alert(1)';
    a.target[0].source = 'javascript:alert(1)';
  }),
  theirs('a time of theirs without its zone', 'bad-time', (a) => {
    a.created = '2024-12-09T07:17:52';
  }),
  theirs('no id of theirs', 'not-a-highlight', (a) => {
    delete a.id;
  }),
  theirs('an id of theirs with a blank', 'not-a-highlight', (a) => {
    a.id = 'a b';
  }),
  theirs('tags of theirs that are no list', 'not-a-highlight', (a) => {
    a.tags = 'نفت';
  }),
  theirs('a note of theirs longer than is kept', 'too-long', (a) => {
    a.text = 'ا'.repeat(20_001);
  }),
  theirs('a title of theirs that is an object', 'no-page', (a) => {
    a.document.title = [{}];
  }),
];

/**
 * Files that were good and are surely broken: cut off, with garbage in their structure, or with something in each
 * item that it can't be without. No two are the same; the same for the same seed.
 */
export function fuzzedImports(count: number, seed: number): { readonly name: string; readonly content: string }[] {
  const random = randomFrom(seed);
  const made = new Map<string, string>();
  while (made.size < count) {
    const [name, way] = pick(WAYS, random);
    made.set(way(random), name);
  }
  return [...made].map(([content, name], at) => ({ name: `${at}: ${name}`, content }));
}

type Random = () => number;

function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[below(list.length, random)] as T;
}

const WAYS: readonly (readonly [name: string, way: (random: Random) => string])[] = [
  ['cut off', (random) => valid.slice(0, below(valid.lastIndexOf('}'), random))],
  ['without its beginning', (random) => valid.slice(1 + below(valid.length - 3, random))],
  [
    'garbage in the structure',
    (random) => {
      const at = pick(STRUCTURE, random);
      const garbage = pick(['', '\0', '\ufffd', '?', '}{', '\\', '"', '\ud800'], random);
      return valid.slice(0, at) + garbage + valid.slice(at + 1);
    },
  ],
  [
    'the whole of the wrong shape',
    (random) => {
      const file = validFile();
      const name = pick(['type', 'first', 'first/type', 'first/items'], random);
      change(file, name, () => pick([null, below(1e9, random), 'x', {}, { 0: {} }], random));
      return JSON.stringify(file);
    },
  ],
  ['a part of each item missing', (random) => brokenItems(random, () => undefined)],
  ['a part of each item of the wrong type', (random) => brokenItems(random, () => pick(WRONG, random))],
  [
    'a part of each item inside out',
    (random) => brokenItems(random, (value) => (typeof value === 'object' ? Object.entries(value) : { value })),
  ],
  [
    'a part of each item with a wrong value',
    (random) => {
      const file = validFile();
      for (const annotation of file.first.items) {
        const [path, values] = pick(BAD_VALUES, random);
        change(annotation, path, () => pick(values, random));
      }
      return JSON.stringify(file);
    },
  ],
];

/** The good file with another value for one needed part of each item; without the part when that is undefined. */
function brokenItems(random: Random, instead: (value: Json) => unknown): string {
  const file = validFile();
  for (const annotation of file.first.items) change(annotation, pick(NEEDED, random), instead);
  return JSON.stringify(file);
}

/** Puts something else where the path leads. */
function change(root: Json, path: string, instead: (value: Json) => unknown): void {
  const names = path.split('/');
  const last = names.pop() ?? '';
  const parent = names.reduce((value, name) => value[name], root);
  parent[last] = instead(parent[last]);
}

/** What each item can't be without; paths within it. */
const NEEDED = [
  'id',
  'type',
  'created',
  'modified',
  'pishineh:anchoring',
  'target',
  'target/source',
  'target/styleClass',
  'target/selector',
  'target/selector/0',
  'target/selector/0/type',
  'target/selector/0/exact',
  'target/selector/0/prefix',
  'target/selector/0/suffix',
  'target/pishineh:page',
  'target/pishineh:page/pishineh:key',
  'target/pishineh:page/pishineh:title',
  'target/pishineh:page/pishineh:site',
] as const;

const WRONG = [null, 42, -1.5, true, false, {}, [], [[]], [null], { length: 1 }] as const;

const BAD_VALUES: readonly (readonly [path: string, values: readonly unknown[]])[] = [
  ['id', ['', 'urn:uuid:', 'urn:pishineh:', 'urn:pishineh:a b', 'https://example.org/1', '__proto__']],
  ['created', ['', '2026', '2026-02-31', 'NaN', '2026-11-20T99:00:00Z', '0000-00-00T00:00:00Z']],
  ['modified', ['now', '2026-11-20T10:00:00', '1764300000000']],
  ['pishineh:removed', ['', 'true', true, 0]],
  ['pishineh:anchoring', ['', 'found', 'ANCHORED']],
  ['body', ['x', 5, null, { purpose: 'linking' }, [{ purpose: 'commenting', value: [] }], [[]]]],
  [
    'target/source',
    ['', 'isna.ir', 'ftp://example.org/', 'javascript:void 0', 'blob:https://a.ir/1', 'http://', 'about:blank'],
  ],
  ['target/styleClass', ['', 'Yellow', 'yellow green', '__proto__', 'toString']],
  ['target/selector/0/exact', ['', 'ا'.repeat(LONGEST_STORED_PASSAGE + 1)]],
  ['target/selector/1', [{ type: 'TextPositionSelector' }, { type: 'FragmentSelector' }, null, 7]],
  ['target/pishineh:page/pishineh:date', ['', '1403/09/19', 5]],
];

/** Where the brackets, colons and commas of the valid file stand: not those within texts. */
const STRUCTURE = [...valid.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:,]/g)]
  .filter(([token]) => token.length === 1)
  .map(({ index }) => index);

/** Numbers from 0 to below 1, always the same: mulberry32 of Tommy Ettinger, in the public domain. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
