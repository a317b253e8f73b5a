import { describe, expect, it } from 'vitest';
import { anchor, anchorQuickly } from '../../core/highlights/anchor.ts';
import type { Selectors } from '../../core/highlights/highlight.ts';
import { describeRange } from '../../core/highlights/selectors.ts';
import { fold } from '../../core/language/fold.ts';

const FIRST = 'وزیر گفت: «گفت‌وگوها ادامه دارد.» سپس افزود که ایران آماده است.';
const SECOND = 'سخنگو هم گفت که ایران آماده است و می‌ماند.';
const THIRD = 'خبرنگاران پرسیدند که نشست بعدی کجا برگزار می‌شود. او پاسخ داد که شهر میزبان هنوز روشن نیست.';
const FOURTH = 'در پایان، چند دانشجو نامه‌ای درباره آب‌وهوا به او دادند و عکس یادگاری گرفتند.';
const TEXT = page(FIRST, SECOND, THIRD, FOURTH);
const BOX = 'بیشتر بخوانید: نشست پیشین چگونه گذشت؟';

const GOLD = 'قیمت طلا امروز در بازار تهران به ۴۵ میلیون تومان رسید.';
const DOLLAR = 'قیمت دلار امروز در بازار تهران به ۶۸ هزار تومان رسید.';

function page(...paragraphs: string[]): string {
  return paragraphs.map((paragraph) => `${paragraph}\n`).join('');
}

/** The selectors of the quote where it first stands in the text. */
function saved(quote: string, text = TEXT, from = 0): Selectors & { position: { start: number; end: number } } {
  const start = text.indexOf(quote, from);
  const selectors = start === -1 ? undefined : describeRange(text, start, start + quote.length);
  if (!selectors) throw new Error('nothing to describe');
  return selectors;
}

/** What is painted, part by part, or why nothing is. */
function found(text: string, selectors: Selectors): string {
  const place = anchor(fold(text), selectors);
  return place.found ? place.spans.map(({ start, end }) => text.slice(start, end)).join(' | ') : place.reason;
}

describe('finding a passage again', () => {
  it('where it was', () => {
    const { start, end } = saved('ایران آماده است').position;
    expect(anchor(fold(TEXT), saved('ایران آماده است'))).toEqual({
      found: true,
      spans: [{ start, end }],
      isExact: true,
    });
  });
  it('after text was put before it', () => {
    expect(found(page('خبر تازه', TEXT), saved('«گفت‌وگوها ادامه دارد.»'))).toBe('«گفت‌وگوها ادامه دارد.»');
  });
  it('when its letters, joints and marks are written otherwise', () => {
    const changed = TEXT.replaceAll('ی', 'ي').replaceAll('ک', 'ك').replaceAll('\u200c', '').replaceAll('«', '"');
    expect(found(changed, saved('گفت‌وگوها ادامه دارد'))).toBe('گفتوگوها ادامه دارد');
  });
  it('by what is around it, when it stands there twice', () => {
    const second = saved('ایران آماده است', TEXT, TEXT.indexOf(SECOND));
    const start = second.position.start + 4;
    expect(anchor(fold(`خبر\n${TEXT}`), second)).toEqual({
      found: true,
      spans: [{ start, end: start + 'ایران آماده است'.length }],
      isExact: true,
    });
  });
  it('without knowing where it was', () => {
    const { quote } = saved('نشست بعدی کجا');
    expect(found(TEXT, { quote })).toBe('نشست بعدی کجا');
  });
  it('when it has no letters', () => {
    expect(found(page('چه؟!', 'همین.'), saved('؟!', page('بله، چه؟!')))).toBe('؟!');
    expect(found(page('چه؟!', 'که؟!'), saved('؟!', page('بله، چه؟!')))).toBe('ambiguous');
  });
});

describe('finding a passage that was interrupted', () => {
  it('in its parts, without what was put between paragraphs', () => {
    const changed = page(FIRST, SECOND, BOX, THIRD, FOURTH);
    expect(found(changed, saved(`${SECOND}\n${THIRD}`))).toBe(`${SECOND} | ${THIRD}`);
  });
  it('in its parts, when a paragraph was cut in two', () => {
    const [one = '', other = ''] = THIRD.split(' او پاسخ');
    const changed = page(FIRST, SECOND, one, BOX, `او پاسخ${other}`, FOURTH);
    expect(found(changed, saved(THIRD))).toBe(`${one} | او پاسخ${other}`);
    expect(anchorQuickly(fold(changed), saved(THIRD))?.found).toBe(true);
  });
  it('in its parts, when a letter was corrected as well', () => {
    const slip = THIRD.replace('روشن', 'روشم');
    const changed = page(FIRST, SECOND, BOX, slip, FOURTH);
    expect(found(changed, saved(`${SECOND}\n${THIRD}`))).toBe(`${SECOND} | ${slip}`);
  });
});

describe('finding a passage that was edited', () => {
  it('over slips of the pen', () => {
    const corrected = THIRD.replace('خبرنگاران', 'خبرنگران').replace('برگزار', 'برگذار');
    const changed = page('خبر تازه', FIRST, SECOND, corrected, FOURTH);
    expect(anchorQuickly(fold(changed), saved(THIRD))).toBeUndefined();
    expect(found(changed, saved(THIRD))).toBe(corrected);
    expect(anchor(fold(changed), saved(THIRD))).toMatchObject({ isExact: false });
  });
  it('over a word that was replaced, when all around it is as it was', () => {
    const changed = TEXT.replace('چند دانشجو نامه‌ای', 'چند جوان نامه‌ای');
    expect(found(changed, saved(`${THIRD}\n${FOURTH}`))).toBe(`${THIRD}\n${FOURTH.replace('دانشجو', 'جوان')}`);
  });
  it('not when a number in it is another', () => {
    const text = page(FIRST, GOLD, THIRD);
    expect(found(text.replace('۴۵', '۹۵'), saved(GOLD, text))).toBe('not-found');
    expect(found(text.replace('۴۵', '45'), saved(GOLD, text))).toBe(GOLD.replace('۴۵', '45'));
  });
  it('not when a phrase of it is another', () => {
    const changed = TEXT.replace('نامه‌ای درباره آب‌وهوا به او دادند', 'سکوت کردند و بیرون رفتند');
    expect(found(changed, saved(FOURTH))).toBe('not-found');
  });
});

describe('a passage that is gone', () => {
  it.each([
    ['a sentence', GOLD],
    ['half a sentence', 'امروز در بازار تهران به'],
    ['a word', 'تومان'],
  ])('is not taken for its sibling: %s', (_, quote) => {
    const text = page(FIRST, GOLD, DOLLAR, THIRD);
    const selectors = saved(quote, text);
    expect(found(page(FIRST, DOLLAR, THIRD), selectors)).toBe('not-found');
    expect(found(page('خبر تازه', FIRST, GOLD, DOLLAR, THIRD), selectors)).toBe(quote);
  });
  it('is not taken for the same heading elsewhere', () => {
    const text = page('گزارش', FIRST, 'گزارش', THIRD);
    expect(found(page(FIRST, 'گزارش', THIRD), saved('گزارش', text))).toBe('not-found');
  });
  it('is not put together from parts of other words', () => {
    expect(found(page('از ما و شما'), saved('او', page('از ما و او و شما')))).not.toBe('ا و');
  });
  it('is not the beginning of a longer number', () => {
    const text = page(FIRST, 'شمار رأی‌ها در این شهر ۴۵ است.');
    expect(found(page(FIRST, 'شمار رأی‌ها در این شهر ۴۵۰ است.'), saved('شمار رأی‌ها در این شهر ۴۵', text))).toBe(
      'not-found',
    );
  });
  it('is missed on a page that is still the same', () => {
    expect(found(page(FIRST, THIRD, FOURTH), saved(SECOND))).toBe('not-found');
  });
  it('is missed with its page when that is another', () => {
    expect(found('متن دیگری که هیچ ربطی به آن ندارد.\n', saved('ایران آماده است'))).toBe('page-changed');
    expect(found('', saved(THIRD))).toBe('page-changed');
  });
  it('is ambiguous when two places fit and nothing tells them apart', () => {
    const text = page(THIRD);
    expect(found(page(FIRST, THIRD, SECOND, THIRD, FOURTH), saved(THIRD, text))).toBe('ambiguous');
  });
});

describe('an odd description', () => {
  it('of an empty context or a position off the page does no harm', () => {
    const quote = { type: 'TextQuoteSelector' as const, exact: 'ایران', prefix: '', suffix: '' };
    expect(found(TEXT, { quote })).not.toContain('ایران');
    const position = { type: 'TextPositionSelector' as const, start: 10_000_000, end: 10_000_005 };
    expect(found(TEXT, { quote, position })).not.toContain('ایران');
  });
  it('of a passage as long as a book is answered', () => {
    const book = Array.from({ length: 1500 }, (_, at) => `جمله شماره ${at} از این کتاب دراز.`).join(' ');
    expect(found(page(FIRST, book), saved(book, page(book)))).toBe(book);
    expect(found(TEXT, saved(book, page(book)))).toBe('page-changed');
  });
});
