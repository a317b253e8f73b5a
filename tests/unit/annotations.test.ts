// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { Link } from '../../core/recognition/document.ts';
import { type Annotations, createAnnotations } from '../../page/annotations.ts';
import { findArticle } from '../../page/article.ts';
import { collectBlocks } from '../../page/blocks.ts';
import type { Painter } from '../../page/painting.ts';
import { isQuiet } from '../../page/quiet-parts.ts';

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

const NAMES = { ایران: 'place', ظریف: 'person', برجام: 'law' } as const;
const painted = new Set<AbstractRange>();
const painter: Painter = {
  add: (_, range) => void painted.add(range),
  remove: (_, range) => void painted.delete(range),
  clear: () => painted.clear(),
  reach: () => {},
};

/** Links of all names in a text, as recognition would give them. */
function linksIn(text: string): Link[] {
  const links: Link[] = [];
  for (const [name, kind] of Object.entries(NAMES)) {
    for (let start = text.indexOf(name); start !== -1; start = text.indexOf(name, start + 1)) {
      const end = start + name.length;
      links.push({ block: 0, start, end, entity: name, kind, trust: 'certain', score: 1, evidence: [], others: [] });
    }
  }
  return links;
}

function read(html: string): Annotations {
  document.body.innerHTML = html;
  const annotations = createAnnotations(painter);
  annotations.setArticle(findArticle(document));
  annotations.setPolicy({ mentions: 'first', isWanted: () => true });
  for (const block of collectBlocks(document.body, { skip: isQuiet })) annotations.add(block, linksIn(block.text));
  return annotations;
}

/** What is marked, as `id of the element: name`. */
const marks = (annotations: Annotations) =>
  annotations
    .inOrder()
    .map(({ range, surface }) => `${range.startContainer.parentElement?.closest('[id]')?.id}: ${surface}`);

const ARTICLE = `
  <p id="teaser">ایران در خبری دیگر</p>
  <article><h1 id="title">ظریف رفت</h1><p id="first">ظریف از ایران رفت.</p><p id="second">ایران و برجام و ظریف.</p></article>
  <p id="after">ظریف و ایران</p>`;

beforeEach(() => painted.clear());

describe('annotations', () => {
  it('mark the first mention in the article, though another stands before it on the page', () => {
    expect(marks(read(ARTICLE))).toEqual(['title: ظریف', 'first: ایران', 'second: برجام']);
  });

  it('mark all when the reader wants all, and the first again', () => {
    const annotations = read(ARTICLE);
    annotations.setPolicy({ mentions: 'all', isWanted: () => true });
    expect(annotations.inOrder()).toHaveLength(9);
    annotations.setPolicy({ mentions: 'first', isWanted: () => true });
    expect(marks(annotations)).toEqual(['title: ظریف', 'first: ایران', 'second: برجام']);
    expect(painted.size).toBe(3);
  });

  it('mark nothing that is not wanted', () => {
    const annotations = read(ARTICLE);
    annotations.setPolicy({ mentions: 'first', isWanted: (_, kind) => kind !== 'place' });
    expect(marks(annotations)).toEqual(['title: ظریف', 'second: برجام']);
    expect(annotations.mentionsOf('ایران')).toEqual([]);
  });

  it('mark the next mention when the first is taken away', () => {
    const annotations = read(ARTICLE);
    const first = document.getElementById('first');
    if (!first) throw new Error('no paragraph');
    annotations.removeInside(first);
    expect(marks(annotations)).toEqual(['title: ظریف', 'second: ایران', 'second: برجام']);
    first.remove();
    document.getElementById('title')?.remove();
    annotations.prune();
    expect(marks(annotations)).toContain('second: ظریف');
  });

  it('leave a text node at once when its text changes', () => {
    const annotations = read(ARTICLE);
    const text = document.getElementById('second')?.firstChild;
    if (!text) throw new Error('no text');
    annotations.removeOn(text);
    expect(marks(annotations)).toEqual(['title: ظریف', 'first: ایران']);
    expect(annotations.at(text, 12)).toBeUndefined();
  });

  it('are found by place only where they are marked', () => {
    const annotations = read(ARTICLE);
    const marked = document.getElementById('first')?.firstChild as Text;
    const unmarked = document.getElementById('second')?.firstChild as Text;
    expect(annotations.at(marked, marked.data.indexOf('ایران') + 1)?.entity).toBe('ایران');
    expect(annotations.at(unmarked, unmarked.data.indexOf('ایران') + 1)).toBeUndefined();
  });

  it('weigh what stands in the title more than what is only named', () => {
    const briefing = read(ARTICLE).briefing();
    expect(briefing.map(({ id, count }) => [id, count])).toEqual([
      ['ظریف', 4],
      ['ایران', 4],
      ['برجام', 1],
    ]);
  });

  it('leave nothing behind when they are cleared', () => {
    const annotations = read(ARTICLE);
    annotations.clear();
    expect(painted.size).toBe(0);
    expect(annotations.briefing()).toEqual([]);
  });
});

describe('parts of a page that stay unmarked', () => {
  const texts = (html: string) => {
    document.body.innerHTML = html;
    return collectBlocks(document.body, { skip: isQuiet }).map(({ text }) => text.trim());
  };

  it('are lists of links, but not lists of text', () => {
    const links = '<li><a href="#">خبری از ایران و جهان امروز</a></li>'.repeat(4);
    expect(texts(`<ul>${links}</ul><ul><li>ایران چه گفت</li><li>جهان چه <a href="#">شنید</a></li></ul>`)).toEqual([
      'ایران چه گفت',
      'جهان چه شنید',
    ]);
  });

  it('are the names of those who commented, but not the writer of the article', () => {
    expect(
      texts(
        '<p class="author">ظریف نوشت که چنین است</p><div class="comments"><b class="author-name">ظریف</b><p>ایران خوب است</p></div>',
      ),
    ).toEqual(['ظریف نوشت که چنین است', 'ایران خوب است']);
  });
});

describe('the article of a page', () => {
  const isIn = (html: string, id: string) => {
    document.body.innerHTML = html;
    const node = document.getElementById(id);
    return node ? findArticle(document).holds(node) : undefined;
  };

  it('is the one with most of the text', () => {
    const long = `<article><p id="long">${'متن بلند خبر '.repeat(40)}</p></article>`;
    expect(isIn(`${long}<article><p id="short">خبری کوتاه</p></article>`, 'long')).toBe(true);
    expect(isIn(`${long}<article><p id="short">خبری کوتاه</p></article>`, 'short')).toBe(false);
  });

  it('is the whole page where there are many as long', () => {
    const teasers = '<article><p>خبری کوتاه از جهان</p></article>'.repeat(5);
    expect(isIn(`<p id="any">چیزی</p>${teasers}`, 'any')).toBe(true);
  });
});
