import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cite, tidyPassage } from '../../core/highlights/citation.ts';
import { foldKey } from '../../core/language/fold.ts';
import { anyText, persianText } from '../support/generators.ts';

const page = { title: 'عنوان خبر', address: 'https://www.isna.ir/news/1', site: 'isna.ir', date: '2025-04-12' };
const inPersian = () => '۲۳ فروردین ۱۴۰۴';

describe('a passage as it is shown', () => {
  it('has one space where the source of the page has many', () => {
    expect(tidyPassage('  یک \u00a0   دو\tسه ')).toBe('یک دو سه');
  });
  it('keeps the ends of paragraphs', () => {
    expect(tidyPassage('\n یک.   \n      دو.\n\n سه\r\n')).toBe('یک.\nدو.\nسه');
  });
  it('keeps ZWNJ, letters, marks and controls', () => {
    const passage = 'می‌\u200cروند ي ك ۀ\u064b\u200f \u202a«الف»\u202c\ufeff';
    expect(tidyPassage(passage)).toBe(passage);
  });
  it('loses nothing but white space, and is tidy at once', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, persianText), (text) => {
        const tidy = tidyPassage(text);
        expect(tidy.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        expect(foldKey(tidy)).toBe(foldKey(text));
        expect(tidyPassage(tidy)).toBe(tidy);
      }),
    );
  });
});

describe('a citation', () => {
  it('is the passage in quotation marks, where it is from, and the address', () => {
    expect(cite('باران   می‌بارد', page, inPersian)).toBe(
      '«باران می‌بارد»\n— عنوان خبر، isna.ir، ۲۳ فروردین ۱۴۰۴\nhttps://www.isna.ir/news/1',
    );
  });
  it('has inner quotation marks inside of its own', () => {
    expect(cite('گفت: «صبر کنید.»', page, inPersian)).toMatch(/^«گفت: ‹صبر کنید\.›»\n/);
  });
  it('leaves out what is not known', () => {
    expect(cite('باران', { ...page, title: ' ', date: undefined }, inPersian)).toBe(
      '«باران»\n— isna.ir\nhttps://www.isna.ir/news/1',
    );
    expect(cite('باران', { title: '', site: '', address: 'https://a.ir/' }, inPersian)).toBe('«باران»\nhttps://a.ir/');
  });
  it('is written the English way when all is English', () => {
    const english = { title: 'A  title', address: 'https://bbc.com/1', site: 'bbc.com', date: '2025-04-12' };
    expect(cite('He said “wait”.', english, () => '12 April 2025')).toBe(
      '“He said ‘wait’.”\n— A title, bbc.com, 12 April 2025\nhttps://bbc.com/1',
    );
  });
  it('is written the Persian way when Latin letters stand in Persian', () => {
    expect(cite('شبکه BBC', page, inPersian)).toMatch(/^«شبکه BBC»/);
    expect(cite('؟!', page, inPersian)).toMatch(/^«؟!»/);
  });
});
