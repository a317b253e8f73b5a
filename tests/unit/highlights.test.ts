import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchor } from '../../core/highlights/anchor.ts';
import { pageKey } from '../../core/highlights/page-key.ts';
import { describeRange } from '../../core/highlights/selectors.ts';
import { fold } from '../../core/language/fold.ts';
import { persianText } from '../support/generators.ts';

const TEXT =
  'وزیر گفت: «گفت‌وگوها ادامه دارد.» سپس افزود که ایران آماده است.\nسخنگو هم گفت که ایران آماده است و می‌ماند.\n';

function describeQuote(quote: string, from = 0) {
  const start = TEXT.indexOf(quote, from);
  const selectors = describeRange(TEXT, start, start + quote.length);
  if (!selectors) throw new Error('nothing to describe');
  return selectors;
}
const found = (text: string, selectors: ReturnType<typeof describeQuote>) => {
  const place = anchor(fold(text), selectors);
  return place.found ? text.slice(place.start, place.end) : place.reason;
};

describe('describing a passage', () => {
  it('keeps the quote, what is around it, and where it is', () => {
    expect(describeQuote('ایران آماده است')).toEqual({
      quote: {
        type: 'TextQuoteSelector',
        exact: 'ایران آماده است',
        prefix: TEXT.slice(15, 47),
        suffix: TEXT.slice(62, 94),
      },
      position: { type: 'TextPositionSelector', start: 47, end: 62 },
    });
  });
  it('leaves out white space at its ends', () => {
    expect(describeRange('  ایران  ', 0, 9)?.position).toEqual({ type: 'TextPositionSelector', start: 2, end: 7 });
    expect(describeRange('   ', 0, 3)).toBeUndefined();
  });
});

describe('finding a passage again', () => {
  it('where it was', () => {
    expect(anchor(fold(TEXT), describeQuote('ایران آماده است'))).toEqual({ found: true, start: 47, end: 62 });
  });
  it('after text was put before it', () => {
    expect(found(`تبلیغ تازه\n${TEXT}`, describeQuote('«گفت‌وگوها ادامه دارد.»'))).toBe('«گفت‌وگوها ادامه دارد.»');
  });
  it('when its letters, joints and marks are written otherwise', () => {
    const changed = TEXT.replaceAll('ی', 'ي').replaceAll('ک', 'ك').replaceAll('\u200c', '').replaceAll('«', '"');
    expect(found(changed, describeQuote('گفت‌وگوها ادامه دارد'))).toBe('گفتوگوها ادامه دارد');
  });
  it('by what is around it, when it stands there twice', () => {
    const second = describeQuote('ایران آماده است', 60);
    const changed = `خبر\n${TEXT}`;
    expect(anchor(fold(changed), second)).toEqual({
      found: true,
      start: second.position.start + 4,
      end: second.position.end + 4,
    });
  });
  it('not when it is gone', () => {
    expect(found('متن دیگری که ربطی ندارد', describeQuote('ایران آماده است'))).toBe('not-found');
  });
  it('not when it stands in several places and nothing around it fits', () => {
    expect(found('خیر. ایران آماده است، نه؟ ایران آماده است، بله.', describeQuote('ایران آماده است', 60))).toBe(
      'ambiguous',
    );
  });
  it('never where its letters are not', () => {
    fc.assert(
      fc.property(persianText, fc.nat(), fc.nat(), persianText, (text, a, b, before) => {
        const start = Math.min(a, b) % (text.length + 1);
        const end = Math.max(a, b) % (text.length + 1);
        const selectors = describeRange(text, Math.min(start, end), Math.max(start, end));
        fc.pre(selectors !== undefined);
        if (!selectors) return;
        const page = `${before}\n${text}`;
        const place = anchor(fold(page), selectors);
        if (place.found && fold(selectors.quote.exact).letters !== '') {
          expect(fold(page.slice(place.start, place.end)).letters).toBe(fold(selectors.quote.exact).letters);
        }
        expect(anchor(fold(text), selectors)).toEqual({
          found: true,
          start: selectors.position.start,
          end: selectors.position.end,
        });
      }),
    );
  });
});

describe('what tells a page from others', () => {
  it.each([
    ['https://www.isna.ir/news/14031028/عنوان', 'isna.ir/news/14031028/%D8%B9%D9%86%D9%88%D8%A7%D9%86'],
    ['http://isna.ir/news/1/?utm_source=x&fbclid=y#top', 'isna.ir/news/1'],
    ['https://a.ir/?id=5&b=2&utm_medium=z', 'a.ir?b=2&id=5'],
    ['https://a.ir:8080/x', 'a.ir:8080/x'],
  ])('%s', (address, key) => expect(pageKey(address)).toBe(key));

  it('is the canonical address when it is of the same site', () => {
    expect(pageKey('https://a.ir/amp/5', '/news/5')).toBe('a.ir/news/5');
    expect(pageKey('https://a.ir/news/5', 'https://b.ir/news/9')).toBe('a.ir/news/5');
    expect(pageKey('https://a.ir/news/5', 'https://a.ir/')).toBe('a.ir/news/5');
    expect(pageKey('https://a.ir/news/5', 'http://[broken')).toBe('a.ir/news/5');
  });
});
