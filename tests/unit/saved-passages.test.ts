// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { anchor } from '../../core/highlights/anchor.ts';
import type { Highlight } from '../../core/highlights/highlight.ts';
import { describeRange } from '../../core/highlights/selectors.ts';
import { fold } from '../../core/language/fold.ts';
import { readPageText } from '../../page/page-text.ts';
import type { Paint, Painter } from '../../page/painting.ts';
import { createSavedPassages, type SavedPassages } from '../../page/saved-passages.ts';
import { highlight } from '../support/highlights.ts';

/** happy-dom has no StaticRange; ours needs no more than these. */
Reflect.set(
  globalThis,
  'StaticRange',
  class {
    constructor(range: StaticRangeInit) {
      Object.assign(this, range);
    }
  },
);

const painted = new Map<AbstractRange, Paint>();
const painter: Painter = {
  add: (paint, range) => void painted.set(range, paint),
  remove: (_, range) => void painted.delete(range),
  clear: () => painted.clear(),
  reach: () => {},
};
/** What is painted, in the order of painting. */
const texts = () =>
  [...painted.keys()].map(({ startContainer, startOffset, endContainer, endOffset }) => {
    const live = document.createRange();
    live.setStart(startContainer, startOffset);
    live.setEnd(endContainer, endOffset);
    return live.toString();
  });

const FIRST = 'وزیر نفت گفت که فروش در پاییز بیشتر شده است و همین راه ادامه دارد.';
const SECOND = 'سخنگو افزود که هنوز درباره بهای تازه تصمیمی گرفته نشده است.';

function savedFrom(quote: string, more: Partial<Highlight> = {}): Highlight {
  const { text } = readPageText(document);
  const start = text.indexOf(quote);
  const selectors = describeRange(text, start, start + quote.length);
  if (start === -1 || !selectors) throw new Error('the page does not hold the quote');
  return highlight(quote, { selectors, ...more });
}

let passages: SavedPassages;
const report = vi.fn();
const find = vi.fn(async (text: string, wanted: readonly Highlight['selectors'][]) =>
  wanted.map((selectors) => anchor(fold(text), selectors)),
);
const settle = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers();
  painted.clear();
  report.mockReset();
  find.mockClear();
  document.body.innerHTML = `<p id="first">${FIRST}</p><p id="second">${SECOND}</p>`;
  passages = createSavedPassages(document, painter, { find, report, looked: () => {} });
});
afterEach(() => {
  passages.clear();
  vi.useRealTimers();
});

describe('saved passages on a page', () => {
  it('are painted in their colours, each paragraph apart', async () => {
    const text = readPageText(document).text;
    const across = text.slice(text.indexOf('همین راه'), text.indexOf('هنوز'));
    passages.show([savedFrom('فروش در پاییز', { color: 'green' }), savedFrom(across, { color: 'pink' })]);
    await settle(0);
    expect(texts()).toEqual(['فروش در پاییز', 'همین راه ادامه دارد.', 'سخنگو افزود که']);
    expect([...painted.values()]).toEqual(['saved-green', 'saved-pink', 'saved-pink']);
    expect(report).not.toHaveBeenCalled();
  });

  it('go when they are no longer the page’s, and take their new colour', async () => {
    const [kept, gone] = [savedFrom('فروش در پاییز'), savedFrom('بهای تازه')];
    passages.show([kept, gone]);
    await settle(0);
    passages.show([{ ...kept, color: 'blue' }]);
    await settle(0);
    expect([...painted.values()]).toEqual(['saved-blue']);
    expect(texts()).toEqual(['فروش در پاییز']);
  });

  it('are looked for until the page brings them, and told to be found', async () => {
    const late = savedFrom(SECOND, { anchoring: { state: 'looking' } });
    document.getElementById('second')?.remove();
    passages.show([late]);
    await settle(0);
    expect(texts()).toEqual([]);
    document.body.insertAdjacentHTML('beforeend', `<p>${SECOND}</p>`);
    await settle(1000);
    expect(texts()).toEqual([SECOND]);
    expect(report).toHaveBeenCalledWith([{ id: late.id, anchoring: { state: 'anchored' } }]);
  });

  it('are told to be lost only when the page has had its time, with the reason', async () => {
    const lost = savedFrom(SECOND);
    document.getElementById('second')?.remove();
    passages.show([lost]);
    await settle(9000);
    expect(report).not.toHaveBeenCalled();
    await settle(2000);
    expect(report).toHaveBeenCalledExactlyOnceWith([
      { id: lost.id, anchoring: { state: 'orphaned', reason: 'not-found' } },
    ]);
    await settle(60_000);
    expect(report).toHaveBeenCalledOnce();
  });

  it('are not told to be lost when nobody could look thoroughly', async () => {
    const changed = savedFrom(SECOND);
    document.getElementById('second')?.replaceChildren('سخنگو افزود که هنوز دربارهٔ بهای تازه هیچ تصمیمی نیست.');
    find.mockResolvedValue(undefined as never);
    passages.show([changed]);
    await settle(11_000);
    expect(report).not.toHaveBeenCalled();
    find.mockReset();
  });

  it('never stay on text that the page has put in their place', async () => {
    passages.show([savedFrom('فروش در پاییز')]);
    await settle(0);
    const node = document.getElementById('first')?.firstChild as Text;
    node.data = 'همه چیز در این جمله چیز دیگری است و هیچ نامی از آن سخن در آن نیست.';
    await settle(1000);
    expect(texts()).toEqual([]);
  });

  it('follow their paragraph when the page moves it', async () => {
    passages.show([savedFrom(SECOND)]);
    await settle(0);
    const copy = document.createElement('p');
    copy.textContent = SECOND;
    document.getElementById('second')?.remove();
    document.body.prepend(copy);
    await settle(1000);
    expect(texts()).toEqual([SECOND]);
    expect([...painted.keys()][0]?.startContainer.parentElement).toBe(copy);
  });

  it('are found under a place, the shortest of several', async () => {
    const [long, short] = [savedFrom(FIRST), savedFrom('فروش')];
    passages.show([long, short]);
    await settle(0);
    const node = document.getElementById('first')?.firstChild as Text;
    expect(passages.at(node, FIRST.indexOf('فروش') + 2)?.passage.highlight.id).toBe(short.id);
    expect(passages.at(node, 2)?.passage.highlight.id).toBe(long.id);
    expect(passages.at(document.getElementById('second')?.firstChild as Text, 2)).toBeUndefined();
    expect(passages.same(short.selectors)?.id).toBe(short.id);
  });

  it('are painted at once where they were just saved, but never on what the page says there by now', async () => {
    const saved = savedFrom('فروش در پاییز');
    const node = document.getElementById('first')?.firstChild as Text;
    const start = FIRST.indexOf('فروش');
    const range = new StaticRange({
      startContainer: node,
      startOffset: start,
      endContainer: node,
      endOffset: start + 'فروش در پاییز'.length,
    });
    passages.add(saved, [range]);
    expect(texts()).toEqual(['فروش در پاییز']);
    passages.clear();
    node.data = `به تازگی ${FIRST}`;
    passages.add(saved, [range]);
    await settle(0);
    expect(texts()).toEqual(['فروش در پاییز']);
    expect([...painted.keys()]).not.toContain(range);
  });

  it('are painted once when the page hears of them before their answer comes', async () => {
    const saved = savedFrom('فروش در پاییز');
    passages.show([saved]);
    await settle(0);
    const [range] = [...painted.keys()] as StaticRange[];
    const same = new StaticRange(range as StaticRange);
    passages.add(saved, [same]);
    expect([...painted.keys()]).toEqual([same]);
  });

  it('are found in open shadow roots, and go when the text there changes', async () => {
    const story = document.createElement('news-story');
    const root = story.attachShadow({ mode: 'open' });
    root.innerHTML = '<p>این جمله در جزئی از صفحه نوشته شده است.</p>';
    document.body.append(story);
    passages.show([savedFrom('جزئی از صفحه')]);
    await settle(0);
    expect(texts()).toEqual(['جزئی از صفحه']);
    expect([...passages.shadows]).toEqual([root]);
    (root.querySelector('p')?.firstChild as Text).data = 'اکنون سخن دیگری نوشته شده است و نه آن که بود.';
    await settle(1000);
    expect(texts()).toEqual([]);
  });

  it('are found in a body that the page puts in the place of the other', async () => {
    passages.show([savedFrom(SECOND)]);
    await settle(0);
    const body = document.createElement('body');
    body.innerHTML = `<p id="new">${SECOND}</p>`;
    document.body.replaceWith(body);
    await settle(1000);
    expect([...painted.keys()].map(({ startContainer }) => startContainer.parentElement?.id)).toEqual(['new']);
  });

  it('are not searched for again on a page in which only a clock goes on', async () => {
    const lost = savedFrom(SECOND);
    const clock = document.createElement('p');
    document.getElementById('second')?.replaceChildren('سخنگو امروز هیچ نگفت و خبرنگاران چشم به راه او ماندند.');
    document.body.append(clock);
    passages.show([lost]);
    await settle(0);
    expect(find).toHaveBeenCalledOnce();
    for (let second = 10; second < 40; second++) {
      clock.textContent = `ساعت ۱۲:${second}`;
      await settle(1000);
    }
    expect(find.mock.calls.length).toBeLessThanOrEqual(2);
    expect(report).toHaveBeenCalledExactlyOnceWith([
      { id: lost.id, anchoring: { state: 'orphaned', reason: 'not-found' } },
    ]);
    clock.textContent = SECOND;
    await settle(10_000);
    expect(texts()).toEqual([SECOND]);
  });

  it('are left alone while nobody sees the page, and looked for when it is seen again', async () => {
    const late = savedFrom(SECOND);
    document.getElementById('second')?.remove();
    passages.show([late]);
    await settle(0);
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    const reading = vi.spyOn(document, 'body', 'get');
    document.documentElement.querySelector('body')?.insertAdjacentHTML('beforeend', `<p>${SECOND}</p>`);
    await settle(60_000);
    expect(reading).not.toHaveBeenCalled();
    expect(texts()).toEqual([]);
    visibility.mockRestore();
    reading.mockRestore();
    document.dispatchEvent(new Event('visibilitychange'));
    await settle(0);
    expect(texts()).toEqual([SECOND]);
    expect(report).not.toHaveBeenCalled();
  });

  it('have their time from when the page is first seen', async () => {
    const lost = savedFrom(SECOND);
    document.getElementById('second')?.remove();
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    passages.show([lost]);
    await settle(60_000);
    visibility.mockRestore();
    document.dispatchEvent(new Event('visibilitychange'));
    await settle(9000);
    expect(report).not.toHaveBeenCalled();
    await settle(2000);
    expect(report).toHaveBeenCalledOnce();
  });

  it('are told of by the next look when one is overtaken', async () => {
    const [easy, hard] = [savedFrom('فروش در پاییز', { anchoring: { state: 'looking' } }), savedFrom(SECOND)];
    document.getElementById('second')?.replaceChildren('سخنگو امروز هیچ نگفت و خبرنگاران چشم به راه او ماندند.');
    find.mockReturnValueOnce(new Promise(() => {}));
    passages.show([easy, hard]);
    await settle(0);
    passages.show([easy, hard]);
    await settle(0);
    expect(report).toHaveBeenCalledExactlyOnceWith([{ id: easy.id, anchoring: { state: 'anchored' } }]);
  });

  it('cost a page that has none nothing', async () => {
    const observe = vi.spyOn(MutationObserver.prototype, 'observe');
    passages.show([]);
    await settle(0);
    expect(observe).not.toHaveBeenCalled();
    passages.show([savedFrom('فروش در پاییز')]);
    expect(observe).toHaveBeenCalled();
    observe.mockRestore();
  });
});
