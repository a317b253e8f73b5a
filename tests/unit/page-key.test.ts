import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanAddress, pageKey } from '../../core/highlights/page-key.ts';

describe('what tells a page from others', () => {
  it.each([
    // the number is the identity, whatever follows it
    ['https://www.mehrnews.com/news/6534667/عنوان-خبر', 'mehrnews.com/news/6534667'],
    ['https://www.tabnak.ir/fa/news/1198628/', 'tabnak.ir/fa/news/1198628'],
    ['https://tasnimnews.com/fa/news/1404/10/02/3478556/عنوان/amp', 'tasnimnews.com/fa/news/1404/10/02/3478556'],
    ['https://www.donya-e-eqtesad.com/بخش-بازار-116/4019480-عنوان', 'donya-e-eqtesad.com/4019480'],
    ['https://www.faradeed.ir/بخش-مجله-39/316837-', 'faradeed.ir/316837'],
    ['https://www.radiofarda.com/a/some-latin-words/33844113.html', 'radiofarda.com/a/33844113'],
    ['https://www.dw.com/fa-ir/عنوان/a-79272634', 'dw.com/a-79272634'],
    ['https://www.aa.com.tr/fa/جهان/عنوان-خبر/3180651', 'aa.com.tr/fa/3180651'],
    ['https://spnfa.ir/20231010/18108606.html', 'spnfa.ir/20231010/18108606'],
    ['https://newspaper.irandaily.ir/8051/2/21874', 'newspaper.irandaily.ir/8051/2/21874'],
    ['https://www.alef.ir/news/4020719080.html?show=all', 'alef.ir/news/4020719080'],
    // a date is no number: many articles share it
    ['https://example.ir/20231010/some-slug', 'example.ir/20231010/some-slug'],
    ['https://example.ir/fa/20231010-some-slug', 'example.ir/fa/20231010-some-slug'],
    ['https://techrato.com/2024/03/24/latin-slug/', 'techrato.com/2024/03/24/latin-slug'],
    ['https://www.hengaw.net/fa/news/2026/01/article-138-1', 'hengaw.net/fa/news/2026/01/article-138-1'],
    // where there is no number the slug is the identity
    ['https://www.bbc.com/persian/articles/cr9dw7dvjxj1o', 'bbc.com/persian/articles/cr9dw7dvjxj1o'],
    ['https://www.bbc.com/persian/articles/cr9dw7dvjxj1o.amp', 'bbc.com/persian/articles/cr9dw7dvjxj1o'],
    ['http://example.ir/news/1/?utm_source=x&fbclid=y#top', 'example.ir/news/1'],
    // the query
    ['https://farsi.khamenei.ir/news-content?id=36377', 'farsi.khamenei.ir/news-content?id=36377'],
    ['https://a.ir/?id=5&b=2&utm_medium=z&from=home', 'a.ir?b=2&id=5'],
    ['https://a.ir/news/12345/عنوان?page=2&sort=new', 'a.ir/news/12345?page=2'],
    // hosts
    ['https://m.a.ir/news/12345', 'a.ir/news/12345'],
    ['https://www.amp.a.ir/news/12345?amp=1', 'a.ir/news/12345'],
    ['https://m.ir/news/12345', 'm.ir/news/12345'],
    ['https://a.ir:8080/x', 'a.ir:8080/x'],
  ])('%s', (address, key) => expect(pageKey(address)).toBe(key));

  it.each([
    ['https://a.ir/fa/news/12345/عنوان', 'https://a.ir/fa/news/12346/عنوان'],
    ['https://a.ir/fa/news/12345', 'https://a.ir/fa/photos/12345'],
    ['https://a.ir/20231010/18108606.html', 'https://a.ir/20231010/18108607.html'],
    ['https://a.ir/20231010/one', 'https://a.ir/20231010/other'],
    ['https://a.ir/fa/سیاست/20231010-one', 'https://a.ir/fa/سیاست/20231010-other'],
    ['https://a.ir/12345/2/98765', 'https://a.ir/12345/2/98766'],
    ['https://a.ir/photo/1535504/12345', 'https://a.ir/photo/1535505/12345'],
    ['https://www.hra-news.org/2024/hranews/a-50986/', 'https://www.hra-news.org/2024/hranews/a-50987/'],
    ['https://www.bbc.com/persian/iran-46965704', 'https://www.bbc.com/persian/iran-46965705'],
    ['https://a.ir/news-content?id=36377', 'https://a.ir/news-content?id=36378'],
    ['https://a.ir/news-content?id=36377', 'https://a.ir/page?id=36377'],
    ['https://a.ir/?p=12345', 'https://a.ir/?p=12346'],
    ['https://a.ir/detail.php?post_id=1', 'https://a.ir/detail.php?post_id=2'],
    ['https://afintl.com/202609111386', 'https://afintl.com/en/202609111386'],
    ['https://a.ir/news/12345?page=1', 'https://a.ir/news/12345?page=2'],
    ['https://a.ir/news/2023-one', 'https://a.ir/news/2023-other'],
  ])('differs for %s and %s', (one, other) => expect(pageKey(one)).not.toBe(pageKey(other)));

  it('is the canonical address when it is of the same site', () => {
    expect(pageKey('https://a.ir/amp/5', '/news/5')).toBe('a.ir/news/5');
    expect(pageKey('https://m.a.ir/x', 'https://www.a.ir/news/12345/عنوان')).toBe('a.ir/news/12345');
    expect(pageKey('https://a.ir/news/5', 'https://b.ir/news/9')).toBe('a.ir/news/5');
    expect(pageKey('https://a.ir/news/5', 'https://a.ir/')).toBe('a.ir/news/5');
    expect(pageKey('https://a.ir/news/5', 'http://[broken')).toBe('a.ir/news/5');
  });

  it('stays the same when a key is read as an address, so that stored keys can be renewed', () => {
    const segment = fc.oneof(
      fc.constantFrom(
        'fa',
        'news',
        'amp',
        '1404',
        '20231010',
        '140307',
        '12345',
        '712345-عنوان',
        'a-73523456',
        'a.amp',
      ),
      fc.constantFrom('33844113.html', '..', '.', '', '%2e', '%D8%B9', 'بخش-خبر-7', 'a|b', "it's", 'x.amp.amp', '5;6'),
      fc.string({ maxLength: 8 }),
    );
    const parameter = fc.tuple(
      fc.oneof(fc.constantFrom('id', 'page', 'utm_source', 'p', 'amp', 'from', ''), fc.string({ maxLength: 5 })),
      fc.oneof(fc.constantFrom('1', 'true', '', 'الف', 'a+b', '%20'), fc.string({ maxLength: 5 })),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('a.ir', 'www.a.ir', 'm.a.ir', 'www.m.amp.a.ir', 'm.ir', 'a.ir:8080', 'a.ir:443', 'خبر.ir'),
        fc.constantFrom('http', 'https'),
        fc.array(segment, { maxLength: 6 }),
        fc.array(parameter, { maxLength: 4 }),
        (host, scheme, path, query) => {
          const address = `${scheme}://${host}/${path.join('/')}?${query.map((pair) => pair.join('=')).join('&')}`;
          fc.pre(URL.canParse(address));
          const key = pageKey(address);
          expect(pageKey(`https://${key}`)).toBe(key);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('an address that is stored', () => {
  it.each([
    ['https://www.a.ir/news/5/عنوان?utm_source=x&id=7&fbclid=1#top', 'https://www.a.ir/news/5/عنوان?id=7'],
    ['https://a.ir/?ref=home', 'https://a.ir/'],
    ['https://a.ir/?q=%D8%A7+b&a', 'https://a.ir/?q=%D8%A7+b&a'],
    ['https://a.ir/x?to=http://b.ir/?y=1', 'https://a.ir/x?to=http://b.ir/?y=1'],
    ['no address', 'no address'],
  ])('%s', (address, clean) => expect(cleanAddress(address)).toBe(clean));
});
