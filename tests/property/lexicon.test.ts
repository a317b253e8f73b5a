import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../core/language/fold.ts';
import { compileLexicon } from '../../core/recognition/compile-lexicon.ts';
import { openLexicon } from '../../core/recognition/lexicon.ts';
import { findMentions } from '../../core/recognition/mentions.ts';
import { entity } from '../support/entities.ts';

const word = fc.string({ unit: fc.constantFrom(...'ابپتدرسمنهی'), minLength: 2, maxLength: 7 });
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const compile = (names: readonly string[]) =>
  compileLexicon({
    version: 'test',
    entities: names.map((text, index) => entity(`e${index}`, text)),
    guards: [],
    givenNames: [],
  });

describe('a lexicon of any names', () => {
  it('finds each of them, and nothing that is none', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 60 }), name, (names, other) => {
        const lexicon = openLexicon(compile(names));
        const found = (text: string) =>
          findMentions(lexicon, fold(text))
            .filter(({ start, end, suffix }) => start === 0 && suffix.end === fold(text).length && suffix.end === end)
            .flatMap((mention) => mention.names.map((one) => lexicon.entity(one.entity).id));
        for (const [index, text] of names.entries()) expect(found(text)).toContain(`e${index}`);
        if (!names.includes(other)) {
          const letters = fold(other).letters;
          const same = names.flatMap((text, index) => (fold(text).letters === letters ? [`e${index}`] : []));
          for (const id of found(other)) expect(same).toContain(id);
        }
      }),
    );
  });

  it('does not depend on the order in which names are given', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 30 }), (names) => {
        const [one, other] = [openLexicon(compile(names)), openLexicon(compile([...names].reverse()))];
        expect([...other.trie.units]).toEqual([...one.trie.units]);
        expect([...other.prefixes]).toEqual([...one.prefixes]);
      }),
    );
  });
});
