import { describe, expect, it } from 'vitest';
import { entity, lexiconOf, surfacesIn } from '../support/entities.ts';

const lexicon = lexiconOf(
  [
    entity('ham-mihan', 'هم‌میهن', { kind: 'organization' }),
    entity('iran', 'ایران', { kind: 'place' }),
    entity('islamic-republic', 'جمهوری اسلامی', { kind: 'organization', names: [{ text: 'ج.ا', trust: 'certain' }] }),
    entity('hormuz', 'تنگه هرمز', { kind: 'place' }),
    entity('drone', 'پهپاد', { kind: 'weapon' }),
    entity('europe', 'اروپا', { kind: 'place' }),
    entity('f-35', 'اف-۳۵', { kind: 'weapon' }),
    entity('esteghlal-khuzestan', 'استقلال خوزستان', { kind: 'organization' }),
    entity('khuzestan', 'خوزستان', { kind: 'place' }),
    entity('centcom', 'سنتکام', { kind: 'organization', names: [{ text: 'CENTCOM', trust: 'certain' }] }),
    entity('qatar', 'قطر', { kind: 'place' }),
  ],
  ['هم قطر', 'ایران خودرو'],
);

describe('finding names', () => {
  it.each([
    ['with ZWNJ, a space, or nothing', 'روزنامه هم‌میهن و هم میهن و هممیهن', ['هم‌میهن', 'هم میهن', 'هممیهن']],
    ['in quotation marks', 'روزنامه «هم‌میهن» نوشت', ['هم‌میهن']],
    ['in hashtags', '#تنگه_هرمز بسته شد', ['تنگه_هرمز']],
    ['with a written ezafe', 'تنگه‌ی هرمز و تنگۀ هرمز', ['تنگه‌ی هرمز', 'تنگۀ هرمز']],
    ['and leaves the suffix out', 'پهپادهای ایران‌اند', ['پهپاد', 'ایران']],
    ['and underlines a mark that sits on the name', 'اروپاٰ', ['اروپاٰ']],
    ['before an ezafe', 'اروپای شرقی', ['اروپا']],
    ['in all its digits', 'اف ۳۵ و F نه، ولی اف‌35', ['اف ۳۵', 'اف‌35']],
    ['in Latin letters of any case', 'به گفته Centcom چنین است', ['Centcom']],
    ['after a glued particle', 'وایران به اروپا رفت', ['ایران', 'اروپا']],
    ['with full stops', 'مقام ج.ا گفت', ['ج.ا']],
    ['the longest first', 'استقلال خوزستان برد', ['استقلال خوزستان']],
  ])('%s', (_, text, surfaces) => {
    expect(surfacesIn(lexicon, text)).toEqual(surfaces);
  });

  it.each([
    ['inside another word', 'ایرانشهر و قطره'],
    ['as an adjective of a place', 'ایرانی و اروپایی'],
    ['across punctuation', 'تنگه، هرمز'],
    ['across a dash', 'تنگه ـ هرمز و تنگه – هرمز'],
    ['without its full stops', 'جا مانده'],
    ['inside a guarded phrase', 'هم قطر با ایران خودرو'],
    ['in a compound', 'ایران‌شناسی'],
  ])('not %s', (_, text) => {
    expect(surfacesIn(lexicon, text)).toEqual([]);
  });
});
