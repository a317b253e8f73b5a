import { describe, expect, it } from 'vitest';
import { entity, lexiconOf, linksIn } from '../support/entities.ts';

const lexicon = lexiconOf(
  [
    entity('ghalibaf', 'محمدباقر قالیباف', { names: [{ text: 'قالیباف', trust: 'certain' }] }),
    entity('khomeini', 'روح‌الله خمینی', { names: [{ text: 'خمینی', trust: 'default' }] }),
    entity('iran', 'ایران', { kind: 'place', placeType: 'country' }),
    entity('tehran', 'تهران', {
      kind: 'place',
      names: [],
    }),
    entity('afghanistan', 'افغانستان', { kind: 'place', placeType: 'country' }),
    entity('health', 'وزارت بهداشت ایران', {
      kind: 'organization',
      names: [{ text: 'وزارت بهداشت', trust: 'default' }],
      related: ['iran'],
    }),
    entity('congress', 'کنگره آمریکا', {
      kind: 'organization',
      names: [{ text: 'کنگره', trust: 'ambiguous', for: ['آمریکا', 'سناتور'] }],
    }),
    entity('kerman-city', 'شهر کرمان', {
      kind: 'place',
      names: [{ text: 'کرمان', trust: 'certain', against: ['استان _', 'استان‌های _'] }],
    }),
    entity('kerman-province', 'استان کرمان', {
      kind: 'place',
      names: [{ text: 'کرمان', trust: 'ambiguous', for: ['استان _'] }],
    }),
    entity('shiraz', 'شیراز', { kind: 'place' }),
  ],
  [],
  ['محمد', 'باقر', 'علی', 'حسن'],
);
const entitiesIn = (text: string) => linksIn(lexicon, text).map((link) => link.entity);

describe('where a person’s name begins and ends', () => {
  it.each([
    ['with its first given name', 'محمدباقر قالیباف گفت'],
    ['with its second alone', 'باقر قالیباف گفت'],
    ['with a title', 'سردار قالیباف گفت'],
    ['with two titles', 'جناب آقای قالیباف گفت'],
    ['alone', 'قالیباف گفت'],
  ])('a name is known %s', (_, text) => {
    expect(entitiesIn(text)).toEqual(['ghalibaf']);
  });
  it.each([
    ['after the given name of somebody else', 'حسن قالیباف گفت'],
    ['before the rest of a surname', 'قالیباف زاده گفت'],
  ])('and left alone %s', (_, text) => {
    expect(entitiesIn(text)).toEqual([]);
  });
});

describe('things that bear a name', () => {
  it.each([
    'در خیابان ایران',
    'در بزرگراه تهران کرج',
    'دانشگاه تهران اعلام کرد',
    'بیمارستان خمینی',
    'فرودگاه امام خمینی',
    'روزنامه ایران نوشت',
  ])('«%s» names none of ours', (text) => {
    expect(entitiesIn(text)).toEqual([]);
  });
  it.each([
    ['مردم ایران', 'iran'],
    ['شهرداری تهران', 'tehran'],
    ['فرودگاه تهران', 'tehran'],
    ['امام خمینی گفت', 'khomeini'],
  ])('«%s» does', (text, id) => {
    expect(entitiesIn(text)).toEqual([id]);
  });
});

describe('a body that every country has', () => {
  it('is ours alone, and with our country', () => {
    expect(entitiesIn('وزارت بهداشت گفت')).toEqual(['health']);
    expect(entitiesIn('وزارت بهداشت ایران گفت')).toEqual(['health']);
  });
  it('is another country’s before its name', () => {
    expect(entitiesIn('وزارت بهداشت افغانستان گفت')).toEqual(['afghanistan']);
  });
  it('is ours when the other country stands further off', () => {
    expect(entitiesIn('وزارت بهداشت، افغانستان و ایران')).toEqual(['health', 'afghanistan', 'iran']);
  });
  it('is single: its plural is a common noun', () => {
    expect(entitiesIn('کنگره با سناتور آمریکا')).toEqual(['congress']);
    expect(entitiesIn('کنگره‌ها با سناتور آمریکا')).toEqual([]);
  });
});

describe('heads of enumerations', () => {
  it.each([
    'استان کرمان سیل آمد',
    'استان‌های تهران، کرمان و یزد',
    'در استان‌های یزد، فارس، چهارمحال و بختیاری و کرمان باران می‌بارد',
  ])('say that provinces follow: «%s»', (text) => {
    expect(entitiesIn(text)).toContain('kerman-province');
    expect(entitiesIn(text)).not.toContain('kerman-city');
  });
  it.each([
    'در کرمان باران آمد',
    'استان‌های یزد و فارس سیل زدند. کرمان آرام است',
    'استان‌های یزد آباد شد و مردم شهر بزرگ کرمان',
  ])('end with the enumeration: «%s»', (text) => {
    expect(entitiesIn(text)).toContain('kerman-city');
  });
});
