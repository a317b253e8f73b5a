// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { describePage, isLasting } from '../../page/page-address.ts';
import { readPageText } from '../../page/page-text.ts';

/** A page under an address; only what is asked of it. */
function pageAt(href: string, title = ''): Document {
  return { location: new URL(href), title } as unknown as Document;
}

describe('what is stored of a page', () => {
  it('is its title in one line, cut between characters where it is long', () => {
    const { title } = describePage(
      pageAt('https://www.isna.ir/x', ` ${'خبر '.repeat(74)}سه 😀 باز هم `),
      'x',
      undefined,
    );
    expect(title.length).toBeLessThanOrEqual(300);
    expect(title.isWellFormed()).toBe(true);
    expect(describePage(pageAt('https://www.isna.ir/x', ' یک \n خبر '), 'x', undefined).title).toBe('یک خبر');
    const cut = describePage(pageAt('https://www.isna.ir/x', `${'a'.repeat(299)}😀`), 'x', undefined).title;
    expect(cut).toBe('a'.repeat(299));
  });

  it.each([
    ['https://www.isna.ir/news/1', true],
    ['http://localhost:8080/', true],
    ['chrome-extension://abc/welcome.html', true],
    ['moz-extension://abc/welcome.html', true],
    ['file:///home/reader/news.html', false],
    ['about:blank', false],
    ['data:text/html,x', false],
    [`https://www.isna.ir/?q=${'x'.repeat(30_000)}`, false],
  ])('is only that of pages that are found again: %.40s', (address, isFoundAgain) => {
    expect(isLasting(pageAt(address))).toBe(isFoundAgain);
  });
});

describe('the place of a selection in the text of a page', () => {
  afterEach(() => void vi.restoreAllMocks());

  it('is told with one range of the browser, however many text nodes there are', () => {
    document.body.innerHTML = '<p>یک جمله <b>با</b> چند <i>گره</i> متن است.</p>'.repeat(50);
    const { text, offsets } = readPageText(document);
    const [from, to] = [document.querySelectorAll('b')[3], document.querySelectorAll('i')[5]];
    const range = document.createRange();
    range.setStart(from as Node, 0);
    range.setEnd(to as Node, 1);
    const making = vi.spyOn(document, 'createRange');
    const place = offsets(range);
    expect(making.mock.calls.length).toBeLessThanOrEqual(1);
    expect(text.slice(place?.start, place?.end)).toMatch(/^با چند [\s\S]*چند گره$/);
    expect(text.slice(place?.start, place?.end).split('\n')).toHaveLength(3);
  });

  it('is none outside of what is read, and on a page without a body', () => {
    document.body.innerHTML = '<nav>فهرست</nav><p>متن صفحه.</p>';
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('nav') as Node);
    expect(readPageText(document).offsets(range)).toBeUndefined();
    expect(readPageText({ body: null } as unknown as Document).text).toBe('');
  });
});
