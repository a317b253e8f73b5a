import { describe, expect, it } from 'vitest';
import { foldKey } from '../../core/language/fold.ts';
import { compileLexicon } from '../../core/recognition/compile-lexicon.ts';
import { openLexicon } from '../../core/recognition/lexicon.ts';
import { entity, surfacesIn } from '../support/entities.ts';

const lexicon = openLexicon(
  compileLexicon({
    version: 'test',
    entities: [
      entity('cabinet', 'هیئت دولت', { kind: 'organization' }),
      entity('washington', 'واشنگتن', { kind: 'place' }),
      entity('shiraz', 'شیراز', { kind: 'place' }),
      entity('tehran', 'تهران', { kind: 'place' }),
      entity('hormuz', 'تنگه هرمز', { kind: 'place' }),
      entity('s-300', 'اس-۳۰۰', { kind: 'weapon', names: [{ text: 'S-300', trust: 'certain' }] }),
      entity('npt', 'ان‌پی‌تی', { kind: 'law', names: [{ text: 'NPT', trust: 'certain' }] }),
    ],
    guards: [],
    givenNames: [],
    spellings: ['هیئت هیات', 'واشنگتن واشینگتن واشنگتون'],
    ordinaryWords: new Set(['شیرازه'].map(foldKey)),
  }),
);

describe('words in their several spellings', () => {
  it.each([
    ['of a list', 'هیات دولت، هیأت دولت، هیئت دولت، هيئت دولت', ['هیات دولت', 'هیأت دولت', 'هیئت دولت', 'هيئت دولت']],
    ['of cities', 'واشینگتن و واشنگتون و واشنگتن', ['واشینگتن', 'واشنگتون', 'واشنگتن']],
    ['with ezafe', 'تنگه‌ی هرمز و تنگۀ هرمز', ['تنگه‌ی هرمز', 'تنگۀ هرمز']],
    [
      'in digits of three kinds and Latin letters',
      'اس ۳۰۰ و اس-300 و S-300 و s۳۰۰',
      ['اس ۳۰۰', 'اس-300', 'S-300', 's۳۰۰'],
    ],
    ['as acronyms', 'پیمان NPT و ان پی تی', ['NPT', 'ان پی تی']],
    ['with doubled ZWNJ and kashida', 'ان‌‌پی‌تی در تهـــران', ['ان‌‌پی‌تی', 'تهـــران']],
  ])('%s', (_, text, surfaces) => {
    expect(surfacesIn(lexicon, text)).toEqual(surfaces);
  });
  it.each(['هیاتی دولتمردان', 'واشنگتنی‌ها', 'اس سی'])('but nothing else: «%s»', (text) => {
    expect(surfacesIn(lexicon, text)).toEqual([]);
  });
});

describe('spoken clitics', () => {
  it.each([
    ['تهرانو زدن', ['تهران']],
    ['اینجا تهرانه', ['تهران']],
    ['تهران رو دیدم', ['تهران']],
  ])('leave the name: «%s»', (text, surfaces) => {
    expect(surfacesIn(lexicon, text)).toEqual(surfaces);
  });
  it('do not make a name of an ordinary word', () => {
    expect(surfacesIn(lexicon, 'شیرازه کار از هم گسست')).toEqual([]);
  });
});
