import { describe, expect, it } from 'vitest';
import { recognise } from '../../core/recognition/link.ts';
import { entity, lexiconOf, linksIn, surfacesIn } from '../support/entities.ts';

const lexicon = lexiconOf(
  [
    entity('trump', 'دونالد ترامپ', { names: [{ text: 'ترامپ', trust: 'certain' }], related: ['white-house'] }),
    entity('white-house', 'کاخ سفید', { kind: 'organization' }),
    entity('kourosh-ahmadi', 'کوروش احمدی', { names: [{ text: 'احمدی', trust: 'short' }], related: ['white-house'] }),
    entity('mohsen-rezaei', 'محسن رضایی', { names: [{ text: 'رضایی', trust: 'default' }] }),
    entity('ebrahim-rezaei', 'ابراهیم رضایی', { names: [{ text: 'رضایی', trust: 'short' }] }),
    entity('ali', 'علی خامنه‌ای', { names: [{ text: 'خامنه‌ای', trust: 'certain', to: '2026-02-28' }] }),
    entity('mojtaba', 'مجتبی خامنه‌ای', { names: [{ text: 'خامنه‌ای', trust: 'certain', from: '2026-03-09' }] }),
    entity('fars', 'خبرگزاری فارس', {
      kind: 'organization',
      names: [
        { text: 'فارس', trust: 'ambiguous', for: ['به گزارش _', '_ نوشت', 'خبرنگار'], against: ['خلیج _', 'استان _'] },
      ],
    }),
    entity('war', 'جنگ رمضان', { kind: 'event', period: { from: '2026-02-28', to: '2026-04-08' } }),
  ],
  ['برج ترامپ'],
  ['ملانیا', 'علی', 'محمد', 'ابراهیم', 'محسن', 'سعید'],
);
const entitiesIn = (text: string, date?: string) => linksIn(lexicon, text, date).map((link) => link.entity);

describe('a certain name', () => {
  it('is enough alone', () => {
    const [link] = linksIn(lexicon, 'ترامپ گفت');
    expect(link).toMatchObject({ entity: 'trump', surface: 'ترامپ', evidence: [{ signal: 'certain-name' }] });
    expect(link?.score).toBeGreaterThan(0.9);
  });
  it('is left alone in the name of somebody else', () => {
    expect(surfacesIn(lexicon, 'ملانیا ترامپ آمد')).toEqual([]);
    expect(surfacesIn(lexicon, 'برج ترامپ')).toEqual([]);
  });
  it('may stand after a title', () => {
    expect(entitiesIn('آقای ترامپ و پرزیدنت ترامپ')).toEqual(['trump', 'trump']);
  });
  it('means whom it meant on the article’s date', () => {
    expect(entitiesIn('خامنه‌ای گفت', '2025-01-17')).toEqual(['ali']);
    expect(entitiesIn('خامنه‌ای گفت', '2026-05-01')).toEqual(['mojtaba']);
  });
  it('that is bounded by dates is not trusted in an article without one', () => {
    expect(entitiesIn('خامنه‌ای گفت')).toEqual([]);
    expect(entitiesIn('علی خامنه‌ای آمد. خامنه‌ای گفت')).toEqual(['ali', 'ali']);
  });
});

describe('a short name', () => {
  it('needs the full name, before it or after it', () => {
    expect(entitiesIn('احمدی گفت')).toEqual([]);
    expect(entitiesIn('کوروش احمدی آمد.\nاحمدی گفت')).toEqual(['kourosh-ahmadi', 'kourosh-ahmadi']);
    expect(entitiesIn('احمدی گفت.\nکوروش احمدی آمد')).toEqual(['kourosh-ahmadi', 'kourosh-ahmadi']);
  });
  it('is taken after a title when a related entity is there', () => {
    expect(entitiesIn('دکتر احمدی به کاخ سفید رفت')).toEqual(['kourosh-ahmadi', 'white-house']);
    expect(entitiesIn('احمدی به کاخ سفید رفت')).toEqual(['white-house']);
  });
  it('is known by a full name in an earlier part of the article', () => {
    const { links } = recognise(lexicon, { blocks: ['احمدی گفت'], present: ['kourosh-ahmadi'] });
    expect(links.map((link) => link.entity)).toEqual(['kourosh-ahmadi']);
  });
});

describe('a shared name', () => {
  it('means its default owner', () => {
    expect(entitiesIn('رضایی گفت')).toEqual(['mohsen-rezaei']);
  });
  it('means whom the document names in full', () => {
    expect(entitiesIn('ابراهیم رضایی آمد. رضایی گفت')).toEqual(['ebrahim-rezaei', 'ebrahim-rezaei']);
  });
  it('means nobody when the document names both', () => {
    expect(entitiesIn('ابراهیم رضایی و محسن رضایی آمدند. رضایی گفت')).toEqual(['ebrahim-rezaei', 'mohsen-rezaei']);
  });
  it('means nobody when somebody unknown bears it', () => {
    expect(entitiesIn('سعید رضایی آمد. رضایی گفت')).toEqual([]);
  });
});

describe('a part of a longer name', () => {
  it.each(['علی احمدی گفت. کوروش احمدی رفت', 'محمد علی خامنه‌ای'])('in «%s» is left alone', (text) => {
    expect(surfacesIn(lexicon, text, '2025-01-01')).not.toContain('احمدی');
    expect(surfacesIn(lexicon, text, '2025-01-01')).not.toContain('علی خامنه‌ای');
  });
  it('is left alone before the rest of a surname', () => {
    expect(surfacesIn(lexicon, 'کوروش احمدی نژاد گفت')).toEqual([]);
  });
});

describe('an ambiguous name', () => {
  it.each([
    'به گزارش فارس، باران می‌بارد',
    'به گزارش «فارس» باران می‌بارد',
    'فارس نوشت که باران می‌بارد',
    'آن خبرنگار دیروز از فارس رفت',
  ])('is taken with its cue: «%s»', (text) => {
    expect(entitiesIn(text)).toEqual(['fars']);
  });
  it.each([
    'مردم فارس آمدند',
    'خبرنگار به استان فارس رفت',
    'به گزارش او. فارس زیباست',
    'آن روز خبرنگار رفت. فارس زیباست',
  ])('is left alone without it, and where a cue speaks against it: «%s»', (text) => {
    expect(entitiesIn(text)).toEqual([]);
  });
});

describe('an event', () => {
  it('is not named before it began', () => {
    expect(entitiesIn('جنگ رمضان', '2019-05-01')).toEqual([]);
    expect(entitiesIn('جنگ رمضان', '2026-03-01')).toEqual(['war']);
    expect(entitiesIn('جنگ رمضان')).toEqual(['war']);
  });
});
