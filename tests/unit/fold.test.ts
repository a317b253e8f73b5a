import { describe, expect, it } from 'vitest';
import { endOffset, fold, foldKey, foldWhile, Joint } from '../../core/language/fold.ts';

describe('folding', () => {
  it.each([
    ['Arabic ي and ك', 'پزشكيان', 'پزشکیان'],
    ['alef maksura', 'موسى', 'موسی'],
    ['hamza on ya, both ways', 'اسرائیل', 'اسراییل'],
    ['hamza on waw', 'مؤسسه', 'موسسه'],
    ['ta marbuta and heh with ya above', 'تنگۀ', 'تنگه'],
    ['heh with hamza above, two characters', 'تنگهٔ', 'تنگه'],
    ['alef with madda, as one and as two characters', 'آمریکا', 'ا\u0653مریکا'],
    ['diacritics', 'مُحَمَّد', 'محمد'],
    ['tatweel inside a word', 'تهـــران', 'تهران'],
    ['Arabic, Persian and Latin digits', 'اف ٣٥', 'اف ۳۵'],
    ['Persian and Latin digits', 'اف ۳۵', 'اف 35'],
    ['presentation forms', 'ﺗﻬﺮﺍﻥ', 'تهران'],
    ['one character for several letters', 'ﷲ', 'الله'],
    ['lam-alef ligature', 'ﻻله', 'لاله'],
    ['bidi controls', '\u202bایران\u202c', 'ایران'],
    ['case', 'CENTCOM', 'centcom'],
    ['accents', 'Élysée', 'elysee'],
    ['apostrophe inside a word', 'L’Équipe', 'LEquipe'],
    ['ZWNJ, space and nothing', 'هم‌میهن', 'هم میهن'],
  ])('makes %s equal', (_, one, other) => {
    expect(foldKey(one)).toBe(foldKey(other));
  });

  it.each([
    ['nothing', 'هممیهن', Joint.None],
    ['ZWNJ', 'هم‌میهن', Joint.Zwnj],
    ['two ZWNJ', 'هم\u200c\u200cمیهن', Joint.Zwnj],
    ['a space', 'هم میهن', Joint.Space],
    ['ZWNJ and a space', 'هم\u200c میهن', Joint.Space],
    ['an underscore', 'هم_میهن', Joint.Space],
    ['a hyphen', 'هم-میهن', Joint.Hyphen],
    ['a hyphen between spaces', 'هم - میهن', Joint.Break],
    ['tatweel used as a dash', 'هم ـ میهن', Joint.Break],
    ['a full stop', 'هم.میهن', Joint.Dot],
    ['a full stop and a space', 'هم. میهن', Joint.Break],
    ['a comma', 'هم، میهن', Joint.Break],
  ])('tells %s between two letters', (_, text, joint) => {
    expect(fold(text).jointBefore(2)).toBe(joint);
  });

  it('maps every letter to where it came from', () => {
    const folded = fold('«تهـران» ﷲ');
    expect(folded.letters).toBe('تهرانالله');
    expect([...folded.offsets.subarray(0, folded.length)]).toEqual([1, 2, 4, 5, 6, 9, 9, 9, 9]);
  });

  it('ends a letter after the marks that sit on it, and before tatweel', () => {
    expect(endOffset(fold('غزهٔ ما'), 2)).toBe(4);
    expect(endOffset(fold('غزهـ ما'), 2)).toBe(3);
  });

  it('keeps letters of other scripts, so that they end no word', () => {
    expect(fold('ایرانٹ').jointBefore(5)).toBe(Joint.None);
  });

  it('leaves what is folded as it is, for every code unit there is', () => {
    const changed: string[] = [];
    for (let code = 0; code < 0x10000; code++) {
      const key = foldKey(String.fromCharCode(code));
      if (foldKey(key) !== key) changed.push(code.toString(16));
    }
    expect(changed).toEqual([]);
  });

  it('may fold something else while it lends a folded text', () => {
    const letters = foldWhile('ایران و روسیه', (folded) => {
      expect(foldKey('تهران')).toBe('تهران');
      expect(fold('مسکو، پکن').letters).toBe('مسکوپکن');
      expect(foldWhile('بیروت', (other) => other.letters)).toBe('بیروت');
      return [folded.slice(0, folded.length), folded.jointBefore(5), [...folded.words.subarray(0, folded.wordCount)]];
    });
    expect(letters).toEqual(['ایرانوروسیه', Joint.Space, [0, 5, 6]]);
  });

  it('folds texts that are longer than it folds at once', () => {
    const long = 'ایران ﷲ '.repeat(5000);
    const folded = fold(long);
    expect(folded.letters).toBe('ایرانالله'.repeat(5000));
    expect(folded.wordCount).toBe(10_000);
    expect(folded.offsets[folded.length - 1]).toBe(long.length - 2);
  });
});
