import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldKey } from '../../core/language/fold.ts';
import { findMentions } from '../../core/recognition/mentions.ts';
import { linksIn } from '../support/entities.ts';
import { anyText, lexicon, PROPERTY_NAMES, persianText } from '../support/generators.ts';

describe('folding any text', () => {
  it('is idempotent', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = foldKey(text);
        expect(foldKey(once)).toBe(once);
      }),
    );
  });

  it('maps every letter back to a place in the original, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { letters, offsets, length } = fold(text);
        expect(length).toBe(letters.length);
        for (let i = 0; i < length; i++) {
          const offset = offsets[i] as number;
          expect(offset).toBeLessThan(text.length);
          expect(offset).toBeGreaterThanOrEqual(i === 0 ? 0 : (offsets[i - 1] as number));
          // the code unit there is what the letter comes from
          expect(foldKey(text.charAt(offset))).toContain(letters[i]);
        }
      }),
    );
  });

  it('gives the folding of parts that are cut at spaces', () => {
    fc.assert(
      fc.property(persianText, persianText, (one, other) => {
        expect(foldKey(`${one} ${other}`)).toBe(foldKey(one) + foldKey(other));
      }),
    );
  });
});

describe('mentions in any text', () => {
  it('fold to their names, start at words and do not reach outside', () => {
    const keys = new Set(PROPERTY_NAMES.map(foldKey));
    fc.assert(
      fc.property(persianText, (text) => {
        for (const link of linksIn(lexicon, text)) {
          expect(link.start).toBeGreaterThanOrEqual(0);
          expect(link.end).toBeLessThanOrEqual(text.length);
          expect(keys).toContain(foldKey(link.surface).replace('تنگهیهرمز', 'تنگههرمز'));
        }
      }),
    );
  });

  it('are found however a name is written', () => {
    const joints = fc.constantFrom('\u200c', ' ', '\u200c\u200c', '\u200c ', '');
    fc.assert(
      fc.property(fc.constantFrom('هم‌میهن', 'کی‌یف پست', 'ناوگان سایه'), joints, persianText, (name, joint, around) => {
        const written = name.replaceAll(/[\u200c ]/g, joint);
        const text = `${around}، ${written}، ${around}`;
        const start = around.length + 2;
        expect(linksIn(lexicon, text)).toContainEqual(
          expect.objectContaining({ start, end: start + written.length, surface: written }),
        );
      }),
    );
  });

  it('never overlap', () => {
    fc.assert(
      fc.property(persianText, (text) => {
        let end = 0;
        for (const link of linksIn(lexicon, text)) {
          expect(link.start).toBeGreaterThanOrEqual(end);
          expect(link.end).toBeGreaterThan(link.start);
          end = link.end;
        }
      }),
    );
  });
});

describe('broken input', () => {
  it.each([
    ['lone surrogates', '\ud800ایران\udfff \ud83d'],
    ['100,000 combining marks', `ایران${'\u064b'.repeat(100_000)} روسیه`],
    ['a word of 300,000 letters', `ایران ${'ا'.repeat(300_000)} روسیه`],
    ['mixed bidi controls', '\u202e\u2066ایران\u2069\u202a\u202c\u200f'.repeat(1000)],
    ['100,000 names with no space between', 'ایران'.repeat(100_000)],
    ['100,000 particles', 'و به '.repeat(100_000)],
    ['100,000 ZWNJ', `ایران${'\u200c'.repeat(100_000)}روسیه`],
    ['nothing', ''],
    ['nulls', '\0ایران\0'],
  ])('%s neither throws nor hangs', (_, text) => {
    expect(() => linksIn(lexicon, text)).not.toThrow();
  });

  it.each([
    ['plain text', 'ایران و روسیه درباره ناوگان سایه گفتند، '],
    ['names with no space between', 'ایران'],
    ['beginnings of names that never end', 'تنگه '],
    ['particles', 'و به '],
    ['marks', '\u064b\u200c'],
  ])('%s costs work in proportion to its length', (_, unit) => {
    // Steps through the trie, not the clock.
    const few = stepsFor(unit.repeat(200));
    expect(stepsFor(unit.repeat(2000))).toBeLessThanOrEqual(few * 10 + 100);
  });
});

/** How often the trie is read while mentions are found. */
function stepsFor(text: string): number {
  let steps = 0;
  const units = new Proxy(lexicon.trie.units, {
    get(array, index) {
      steps++;
      return array[Number(index)];
    },
  });
  findMentions({ ...lexicon, trie: { ...lexicon.trie, units } }, fold(text));
  return steps;
}
