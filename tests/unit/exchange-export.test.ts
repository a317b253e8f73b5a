import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS, type ExportFormat, exportHighlights } from '../../core/highlights/exchange/export.ts';
import { STYLE, STYLE_HASH } from '../../core/highlights/exchange/html-style.ts';
import type { Highlight } from '../../core/highlights/highlight.ts';
import { EXPORT_CONTEXT, SAVED } from '../support/broken-imports.ts';
import { anyText } from '../support/generators.ts';

const [first, removed, untitled] = SAVED as [Highlight, Highlight, Highlight];

function write(format: ExportFormat, ...highlights: Highlight[]): string {
  return exportHighlights(highlights, format, EXPORT_CONTEXT).content;
}
/** The highlight with another passage. */
function saying(exact: string, more: Partial<Highlight> = {}): Highlight {
  const { position, quote } = first.selectors;
  return { ...first, ...more, selectors: { position, quote: { ...quote, exact } } };
}

describe('an exported file', () => {
  it.each([
    ['json-ld', 'pishineh-2026-11-28.jsonld', 'application/ld+json'],
    ['markdown', 'pishineh-2026-11-28.md', 'text/markdown;charset=utf-8'],
    ['csv', 'pishineh-2026-11-28.csv', 'text/csv;charset=utf-8'],
    ['html', 'pishineh-2026-11-28.html', 'text/html;charset=utf-8'],
  ] as const)('in %s has the name %s', (format, name, type) => {
    expect(exportHighlights(SAVED, format, EXPORT_CONTEXT)).toMatchObject({ name, type });
  });

  it.each(EXPORT_FORMATS)('in %s can be made of nothing', (format) => {
    expect(write(format)).not.toBe('');
  });
});

describe('JSON-LD', () => {
  it('is a collection of annotations in the words of the W3C', () => {
    expect(JSON.parse(write('json-ld', first, removed))).toMatchObject({
      '@context': ['http://www.w3.org/ns/anno.jsonld', { pishineh: 'urn:pishineh:' }],
      type: 'AnnotationCollection',
      total: 2,
      first: {
        type: 'AnnotationPage',
        startIndex: 0,
        items: [
          {
            id: 'urn:uuid:6f1c2a52-7a0e-4b8e-9d55-0d3b1f0a7c11',
            type: 'Annotation',
            motivation: 'highlighting',
            created: '2026-11-20T10:00:00.000Z',
            body: [
              { type: 'TextualBody', purpose: 'commenting', value: first.note },
              { type: 'TextualBody', purpose: 'tagging', value: 'نفت' },
              { type: 'TextualBody', purpose: 'tagging', value: 'بازار انرژی' },
              { type: 'SpecificResource', purpose: 'identifying', source: 'urn:pishineh:entity:iran' },
              { type: 'SpecificResource', purpose: 'identifying', source: 'urn:pishineh:entity:opec' },
            ],
            target: {
              source: first.page.address,
              styleClass: 'green',
              selector: [first.selectors.quote, first.selectors.position],
            },
          },
          { body: [] },
        ],
      },
    });
  });

  it('names by a URN of ours what has no UUID', () => {
    expect(JSON.parse(write('json-ld', untitled)).first.items[0].id).toBe(
      'urn:pishineh:hypothesis:Qx3_aB-kEe2Zf9s1tLm0Yg',
    );
  });

  it('has no term that neither the W3C nor we define', () => {
    const terms = new Set<string>();
    JSON.parse(write('json-ld', ...SAVED), (key, value) => {
      if (Number.isNaN(Number(key))) terms.add(key);
      return value;
    });
    const known =
      /^(@context|id|type|label|created|modified|generator|name|total|first|partOf|startIndex|items|motivation|body|purpose|format|value|source|target|styleClass|selector|exact|prefix|suffix|start|end|pishineh(:\w+)?)?$/;
    expect([...terms].filter((term) => !known.test(term))).toEqual([]);
  });
});

describe('pages of an export', () => {
  it('stand in the order of their latest passages, and passages in the order of the text', () => {
    const older = saying('اول متن', { id: 'x', created: '2020-01-01T10:00:00.000Z' });
    older.selectors.position = { type: 'TextPositionSelector', start: 1, end: 8 };
    const unplaced: Highlight = {
      ...saying('بی‌جا'),
      selectors: { quote: { ...first.selectors.quote, exact: 'بی‌جا' } },
    };
    const latest: Highlight = { ...untitled, created: '2026-11-27T10:00:00.000Z' };
    for (const format of ['markdown', 'html'] as const) {
      const text = write(format, unplaced, first, removed, older, latest);
      const places = ['باران', 'اول متن', 'وزیر گفت', 'بهای نفت', 'بی‌جا'].map((passage) => text.indexOf(passage));
      expect(places[0]).toBeGreaterThan(0);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(text.match(/بازار نفت در پاییز/g)).toHaveLength(1);
    }
  });

  it('have the title that they had last', () => {
    const renamed: Highlight = {
      ...saying('تازه'),
      page: { ...first.page, title: 'عنوان تازه' },
      created: '2026-11-28T09:00:00.000Z',
    };
    expect(write('markdown', first, renamed)).toContain('## [عنوان تازه]');
  });
});

describe('Markdown', () => {
  it('has a heading for the page and a quotation for the passage', () => {
    expect(write('markdown', first)).toBe(`# گزیده‌های من

## [بازار نفت در پاییز](<https://www.isna.ir/news/1403091912345/sample>)

isna.ir · تاریخ خبر: روز 2024-12-09

> بهای نفت پایین می‌آید.
>
> تا بهار همین است.

**یادداشت:** برای مقاله‌ام  
خط دوم

**برچسب‌ها:** #نفت #بازار-انرژی

**نام‌ها:** ایران، opec

سبز · ذخیره‌شده در: روز 2026-11-20
`);
  });

  it('marks what lies in the bin, and takes the site where there is no title', () => {
    expect(write('markdown', removed)).toContain('· در سطل');
    expect(write('markdown', untitled)).toContain('## [bbc.com](<https://bbc.com/persian/articles/c1>)');
  });

  it.each([
    ['# عنوان', '> \\# عنوان'],
    ['- فهرست\n+ فهرست', '> \\- فهرست\n>\n> \\+ فهرست'],
    ['1. یک\n۲. دو', '> 1\\. یک\n>\n> ۲. دو'],
    ['    چهار فاصله', '> چهار فاصله'],
    ['*ستاره* و _خط_', '> \\*ستاره\\* و \\_خط\\_'],
    ['[پیوند](javascript:x)', '> \\[پیوند\\](javascript:x)'],
    ['<b>&amp;', '> \\<b\\>\\&amp;'],
    ['`کد` ~~خط~~ | a', '> \\`کد\\` \\~\\~خط\\~\\~ \\| a'],
    ['https://a.ir و www.a.ir', '> https\\://a.ir و www\\.a.ir'],
    [':smile: ساعت 10:30', '> \\:smile: ساعت 10:30'],
    ['پایان.\n---', '> پایان.\n>\n> \\---'],
  ])('lets nothing in a passage become markup: %j', (exact, shown) => {
    expect(write('markdown', saying(exact))).toContain(`\n\n${shown}\n\n`);
  });

  it('keeps titles and addresses within the link', () => {
    const page = { ...first.page, title: 'a](x) [b\n# c', address: 'https://a.ir/?q=<x>&copy;\\)#(' };
    expect(write('markdown', { ...first, page })).toContain(
      '## [a&#93;(x) &#91;b \\# c](<https://a.ir/?q=%3Cx%3E&amp;copy;%5C)#(>)\n',
    );
  });

  it('makes no link of an address that is not of the web', () => {
    const page = { ...first.page, address: 'javascript:alert(1)' };
    expect(write('markdown', { ...first, page })).toContain('## بازار نفت در پاییز\n');
  });
});

describe('CSV', () => {
  it('has a byte order mark, one line end for each row, and fixed columns', () => {
    expect(write('csv', first)).toBe(
      [
        '\ufeff"id","passage","note","tags","colour","mentions","page title","page address","site","article date","saved","changed","removed","state"',
        `"${first.id}","بهای نفت پایین می‌آید.\nتا بهار همین است.","برای مقاله‌ام\nخط دوم","نفت; بازار انرژی","green","ایران; opec","بازار نفت در پاییز","https://www.isna.ir/news/1403091912345/sample","isna.ir","2024-12-09","2026-11-20T10:00:00.000Z","2026-11-21T10:00:00.000Z","","anchored"`,
        '',
      ].join('\r\n'),
    );
  });

  it('is read as it was written, whatever the texts hold', () => {
    fc.assert(
      fc.property(fc.array(anyText), (notes) => {
        const rows = readCsv(write('csv', ...notes.map((note) => ({ ...first, note }))));
        expect(rows.slice(1).map((row) => row[2]?.replace(/^'/, ''))).toEqual(
          notes.map((note) => note.replace(/^'/, '')),
        );
      }),
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1', '\u200f=1', '＝1'])(
    'has no formula in %j',
    (note) => expect(readCsv(write('csv', { ...first, note }))[1]?.[2]).toBe(`'${note}`),
  );

  it('leaves other texts alone', () => {
    expect(readCsv(write('csv', { ...first, note: 'a = b' }))[1]?.[2]).toBe('a = b');
  });
});

describe('HTML', () => {
  const parse = (...highlights: Highlight[]) => write('html', ...highlights);

  it('is a page in the reader’s language that loads and runs nothing', () => {
    const html = parse(...SAVED);
    expect(html).toMatch(/^<!doctype html>\n<html lang="fa" dir="rtl">/);
    expect(html).toContain(
      `content="default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(html).not.toMatch(/<script|<img|<link|\son\w+=|\sstyle=|url\(|@import/i);
    expect(exportHighlights(SAVED, 'html', { ...EXPORT_CONTEXT, language: 'en' }).content).toContain(
      '<html lang="en" dir="ltr">',
    );
  });

  it('names its own style by the right hash', () => {
    expect(STYLE_HASH).toBe(`sha256-${createHash('sha256').update(STYLE).digest('base64')}`);
  });

  it('shows the passage by paragraphs, its colour by name, and what the reader said', () => {
    const html = parse(first);
    expect(html).toContain('<article class="green">');
    expect(html).toContain('<p dir="auto">بهای نفت پایین می‌آید.</p>\n<p dir="auto">تا بهار همین است.</p>');
    expect(html).toContain('<span class="colour">سبز</span>');
    expect(html).toContain('<b>برچسب‌ها:</b> <bdi>نفت</bdi>، <bdi>بازار انرژی</bdi>');
    expect(html).toContain('<b>نام‌ها:</b> <bdi>ایران</bdi>، <bdi>opec</bdi>');
    expect(html).toContain('<time datetime="2024-12-09">روز 2024-12-09</time>');
    expect(html).toContain(
      '<a href="https://www.isna.ir/news/1403091912345/sample" rel="noreferrer noopener">بازار نفت در پاییز</a>',
    );
    expect(parse(removed)).toContain('در سطل');
  });

  it('makes no link of an address that is not of the web', () => {
    const page = { ...first.page, address: 'javascript:alert(1)' };
    expect(parse({ ...first, page })).not.toContain('<a ');
  });

  it('has the same elements whatever the texts hold', () => {
    const texts = fc.oneof(
      anyText,
      fc.constantFrom('<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'&lt;"),
    );
    const elements = (html: string) => html.replace(/^[\s\S]*<h1>/, '').match(/<[^>]*>/g);
    const plain = elements(parse({ ...saying('ا'), note: 'ا', tags: ['ا'] }));
    fc.assert(
      fc.property(texts, (text) => {
        const line = `x${text.replace(/[\s\u2028\u2029]+/g, ' ').trim()}`;
        const page = { ...first.page, title: line, site: line };
        expect(elements(parse({ ...saying(line), note: line, tags: [line], page }))).toEqual(plain);
      }),
    );
  });
});

/** The rows of a table by RFC 4180 in which all cells are quoted. */
function readCsv(table: string): string[][] {
  return table
    .replace(/^\ufeff/, '')
    .split(/(?<=")\r\n(?="|$)/)
    .slice(0, -1)
    .map((row) =>
      row
        .slice(1, -1)
        .split('","')
        .map((cell) => cell.replaceAll('""', '"')),
    );
}
