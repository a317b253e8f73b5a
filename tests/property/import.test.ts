import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { HIGHLIGHT_COLORS } from '../../core/highlights/colors.ts';
import { ITEM_FAULTS } from '../../core/highlights/exchange/check-item.ts';
import { exportHighlights } from '../../core/highlights/exchange/export.ts';
import { readImport } from '../../core/highlights/exchange/import.ts';
import { type Highlight, HighlightSchema, ORPHAN_REASONS } from '../../core/highlights/highlight.ts';
import { LONGEST_TAG } from '../../core/highlights/limits.ts';
import { EXPORT_CONTEXT, fuzzedImports, SAVED, tookNothing } from '../support/broken-imports.ts';
import { anyText, persianText } from '../support/generators.ts';

const FAULTS: readonly string[] = [
  ...ITEM_FAULTS,
  ...['empty', 'not-json', 'unknown-format', 'too-large', 'nothing-usable'],
];

const text = fc.oneof(
  anyText,
  persianText,
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '👩‍👩‍👧',
    '\u200c',
    '\u202eabc\u2066',
    'a\nb\r\n\tc',
    '"«\\»\'',
    '\ud83d',
    '\ufeffx',
    '</script>',
    '\u2028',
  ),
);
const filledText = text.filter((one) => one !== '');
const moment = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const entityId = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}$/);
const tag = filledText.map((one) => one.trim().slice(0, LONGEST_TAG).trim()).filter((one) => one !== '');
const optional = <T>(name: string, value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined }).map((one) => (one === undefined ? {} : { [name]: one }));

/** Objects as JSON gives them. */
const record = <T>(parts: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record<T>(parts, { noNullPrototype: true });

const highlight: fc.Arbitrary<Highlight> = fc
  .tuple(
    record({
      id: fc.oneof(
        fc.uuid(),
        fc.uuid().map((id) => id.toUpperCase()),
        fc.stringMatching(/^[\w:.-]{1,120}$/),
      ),
      color: fc.constantFrom(...HIGHLIGHT_COLORS),
      note: text,
      tags: fc.array(tag, { maxLength: 6 }),
      entities: fc.array(entityId, { maxLength: 6 }),
      created: moment,
      modified: moment,
      anchoring: fc.oneof(
        fc.constant({ state: 'looking' as const }),
        fc.constant({ state: 'anchored' as const }),
        record({ state: fc.constant('orphaned' as const), reason: fc.constantFrom(...ORPHAN_REASONS) }),
      ),
    }),
    optional('removed', moment),
    fc
      .tuple(
        record({
          key: filledText,
          address: fc.webUrl({ withQueryParameters: true, withFragments: true, validSchemes: ['http', 'https'] }),
          title: text,
          site: text,
        }),
        optional(
          'date',
          moment.map((one) => one.slice(0, 10)),
        ),
      )
      .map(([page, date]) => ({ ...page, ...date })),
    fc
      .tuple(
        record({
          quote: record({
            type: fc.constant('TextQuoteSelector' as const),
            exact: filledText,
            prefix: text,
            suffix: text,
          }),
        }),
        optional(
          'position',
          fc.tuple(fc.nat(), fc.nat()).map(([start, length]) => ({
            type: 'TextPositionSelector' as const,
            start,
            end: start + length,
          })),
        ),
      )
      .map(([quote, position]) => ({ ...quote, ...position })),
  )
  .map(([highlight, removed, page, selectors]) => ({ ...highlight, ...removed, page, selectors }));

const highlights = fc.uniqueArray(highlight, { selector: ({ id }) => id, maxLength: 5, minLength: 1 });

describe('what was exported', () => {
  it('is imported again unchanged, whatever the highlights hold', () => {
    fc.assert(
      fc.property(highlights, (saved) => {
        const { content } = exportHighlights(saved, 'json-ld', EXPORT_CONTEXT);
        expect(readImport(content)).toStrictEqual({ ok: true, from: 'pishineh', highlights: saved, refused: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('is unchanged by the way through a file in UTF-8', () => {
    fc.assert(
      fc.property(highlights, (saved) => {
        const { content } = exportHighlights(saved, 'json-ld', EXPORT_CONTEXT);
        const read = new TextDecoder().decode(new TextEncoder().encode(content));
        expect(readImport(read)).toStrictEqual({ ok: true, from: 'pishineh', highlights: saved, refused: [] });
      }),
    );
  });
});

describe('1,000 broken files', () => {
  const files = fuzzedImports(1000, 20261128);

  it('are all different, and of eight kinds', () => {
    expect(new Set(files.map(({ content }) => content)).size).toBe(1000);
    expect(new Set(files.map(({ name }) => name.replace(/^\d+: /, ''))).size).toBe(8);
  });

  it('are refused, whole or item by item, each with a known reason', () => {
    for (const { name, content } of files) {
      const reading = readImport(content);
      expect(tookNothing(reading), `${name}\n${content.slice(0, 4000)}`).toBe(true);
      const faults = reading.ok ? reading.refused.map(({ fault }) => fault) : [reading.fault];
      expect(FAULTS, name).toEqual(expect.arrayContaining(faults));
      if (reading.ok) expect(faults, name).toHaveLength(SAVED.length);
    }
  });
});

describe.each([
  ['of ours', exportHighlights(SAVED, 'json-ld', EXPORT_CONTEXT).content],
  ['of Hypothesis', readFileSync(new URL('../fixtures/imports/hypothesis-export.json', import.meta.url), 'utf8')],
])('files %s with changes at random places', (_, content) => {
  it('never throw, and give only what is a highlight', () => {
    const edit = fc.record({
      at: fc.nat(content.length),
      cut: fc.nat(40),
      put: fc.oneof(
        text,
        fc.constantFrom('{', '}', '[', ']', ',', '"', ':', 'null', '1e999', '-0', '{}', '[]', '"__proto__":{"a":1},'),
      ),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        expectOnlyHighlights(
          edits.reduce((before, { at, cut, put }) => before.slice(0, at) + put + before.slice(at + cut), content),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('nor when any part is any JSON', () => {
    const valid = JSON.stringify(JSON.parse(content));
    const parts = valid.match(/"(?:[^"\\]|\\.)*"(?=[,}\]])|\d+(?=[,}\]])/g) ?? [];
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.json({ maxDepth: 3 }), (part, other) => {
        expectOnlyHighlights(valid.replaceAll(part, () => other));
      }),
      { numRuns: 1000 },
    );
  });

  it('nor when addresses are any that the web knows', () => {
    const address = fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.constantFrom(
        'https://a.ir/%E0%A4%A?x=%zz',
        'https://[::1]:8080/',
        'https://user:word@a.ir//',
        'http://خبر.ایران/',
      ),
    );
    fc.assert(
      fc.property(address, (other) => {
        const file = content.replaceAll(/"https:[^"]*"/g, () => JSON.stringify(other));
        expect(expectOnlyHighlights(file)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('whatever the file', () => {
  it('reading it never throws, and gives only what is a highlight', () => {
    fc.assert(fc.property(fc.json(), (json) => void expectOnlyHighlights(json)));
    fc.assert(fc.property(text, (any) => void expectOnlyHighlights(any)));
  });
});

/** Gives how many were read. */
function expectOnlyHighlights(content: string): number {
  const reading = readImport(content);
  if (!reading.ok) {
    expect(FAULTS).toContain(reading.fault);
    return 0;
  }
  for (const one of reading.highlights) {
    expect(v.is(HighlightSchema, one)).toBe(true);
    expect(one.page.address).toMatch(/^\s*https?:/i);
  }
  expect(new Set(reading.highlights.map(({ id }) => id)).size).toBe(reading.highlights.length);
  for (const { fault } of reading.refused) expect(FAULTS).toContain(fault);
  return reading.highlights.length;
}
