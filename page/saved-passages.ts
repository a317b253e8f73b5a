import { type Anchor, anchorQuickly } from '../core/highlights/anchor.ts';
import type { Anchoring, Highlight, Selectors } from '../core/highlights/highlight.ts';
import { type Folded, fold } from '../core/language/fold.ts';
import { type PageText, readPageText } from './page-text.ts';
import type { Painter } from './painting.ts';
import { toRange } from './pointing.ts';

/** Milliseconds in which a page may still bring the text of a passage that is not found at once. */
const LOOKING_TIME = 10_000;
/** Milliseconds after a change until the page is looked through: doubled each time that nothing new is found. */
const FIRST_WAIT = 300;
const LONGEST_WAIT = 10_000;

/** A saved passage as it stands on the page. */
export interface SavedPassage {
  readonly highlight: Highlight;
  /** Where it stands, a range for each of its paragraphs; empty while it is not found. */
  readonly ranges: readonly StaticRange[];
  /** False when the page has changed the passage itself since it was saved. */
  readonly isExact: boolean;
}

/** One painted part of a passage. */
export interface PassageMark {
  readonly passage: SavedPassage;
  readonly range: StaticRange;
}

export interface SavedPassagesSurroundings {
  /** Looks in the page's text for passages that have changed; undefined when nobody can. */
  find(text: string, passages: readonly Selectors[]): Promise<readonly Anchor[] | undefined>;
  /** What became of passages, where that is news. */
  report(reports: { id: string; anchoring: Anchoring }[]): void;
  /** The page was looked through; `isLast` when it has had its time. */
  looked(isLast: boolean): void;
}

export interface SavedPassages {
  /** Takes the passages of the page, in place of those before, and paints those that are found. */
  show(highlights: readonly Highlight[]): void;
  /** Adds one that was just saved where it stands. */
  add(highlight: Highlight, ranges: readonly StaticRange[]): void;
  /** Takes what the reader says of a passage now. */
  change(highlight: Highlight): void;
  get(id: string): SavedPassage | undefined;
  /** The tags of the page's passages, each once. */
  tags(): string[];
  /** The highlight of the very same passage, where there is one. */
  same(selectors: Selectors): Highlight | undefined;
  /** The passage at a place in a text node; of several the shortest. */
  at(node: Node, offset: number): PassageMark | undefined;
  /** The passage that a painted range belongs to. */
  ofRange(range: AbstractRange): PassageMark | undefined;
  clear(): void;
}

interface Passage extends SavedPassage {
  highlight: Highlight;
  ranges: readonly StaticRange[];
  isExact: boolean;
  /** What each range said when it was found: where the page says something else now, it is looked for again. */
  texts: readonly string[];
  told: string;
}

/**
 * Paints saved passages and reports what became of each: `anchored` when found, `orphaned` when the page has
 * had its time and the passage is still not there. Between the two a passage is being looked for, each time that the
 * page has changed.
 */
export function createSavedPassages(
  page: Document,
  painter: Painter,
  { find, report, looked }: SavedPassagesSurroundings,
): SavedPassages {
  const passages = new Map<string, Passage>();
  const marks = new Map<AbstractRange, PassageMark>();
  let reports: { id: string; anchoring: Anchoring }[] = [];
  let deadline: ReturnType<typeof setTimeout> | undefined;
  let next: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_WAIT;
  /** When the page was first looked through, in milliseconds of the page's life; undefined before. */
  let begun: number | undefined;
  let turn = 0;
  const hasHadItsTime = () => begun !== undefined && performance.now() - begun >= LOOKING_TIME;

  const unpaint = (passage: Passage) => {
    for (const range of passage.ranges) {
      painter.remove(`saved-${passage.highlight.color}`, range);
      marks.delete(range);
    }
  };
  const paint = (passage: Passage) => {
    for (const range of passage.ranges) {
      painter.add(`saved-${passage.highlight.color}`, range);
      marks.set(range, { passage, range });
    }
  };
  const change = (highlight: Highlight) => {
    const passage = passages.get(highlight.id);
    if (!passage) return;
    unpaint(passage);
    passage.highlight = highlight;
    paint(passage);
  };
  const put = (passage: Passage, ranges: readonly StaticRange[], isExact: boolean) => {
    unpaint(passage);
    Object.assign(passage, { ranges, isExact, texts: ranges.map(textOf) });
    paint(passage);
  };
  const tell = (passage: Passage, anchoring: Anchoring) => {
    const told = JSON.stringify(anchoring);
    if (told === passage.told) return;
    passage.told = told;
    reports.push({ id: passage.highlight.id, anchoring });
  };
  const settle = (passage: Passage, place: Anchor, text: PageText) => {
    const ranges = place.found ? place.spans.flatMap(({ start, end }) => text.ranges(start, end)) : [];
    if (place.found && ranges.length > 0) {
      put(passage, ranges, place.isExact);
      tell(passage, { state: 'anchored' });
    } else if (hasHadItsTime()) {
      tell(passage, { state: 'orphaned', reason: place.found ? 'not-found' : place.reason });
    }
  };

  const look = async () => {
    const mine = ++turn;
    const isOver = () => mine !== turn;
    const open = [...passages.values()].filter((passage) => !stands(passage));
    if (open.length === 0) {
      wait = FIRST_WAIT;
      looked(hasHadItsTime());
      return;
    }
    for (const passage of open) put(passage, [], true);
    const text = readPageText(page);
    const folded: Folded = fold(text.text);
    const isHard = (passage: Passage) => {
      const place = anchorQuickly(folded, passage.highlight.selectors);
      if (place) settle(passage, place, text);
      return !place;
    };
    const hard = open.filter(isHard);
    if (hard.length > 0) {
      const places = await find(
        text.text,
        hard.map(({ highlight }) => highlight.selectors),
      );
      if (isOver()) return;
      for (const [index, passage] of hard.entries()) {
        const place = places?.[index];
        if (place) settle(passage, place, text);
      }
    }
    if (open.some(stands)) wait = FIRST_WAIT;
    if (reports.length > 0) report(reports);
    reports = [];
    looked(hasHadItsTime());
  };
  // Found passages may go, and missing ones come, with every change of the page.
  const observer = new MutationObserver(() => {
    if (next !== undefined) return;
    next = setTimeout(() => {
      next = undefined;
      wait = Math.min(LONGEST_WAIT, wait * 2);
      void look();
    }, wait);
  });

  const begin = () => {
    if (begun !== undefined) return;
    begun = performance.now();
    deadline = setTimeout(() => void look(), LOOKING_TIME);
    observer.observe(page.body, { childList: true, characterData: true, subtree: true });
  };

  return {
    show(highlights) {
      const wanted = new Set(highlights.map(({ id }) => id));
      for (const [id, passage] of passages) {
        if (wanted.has(id)) continue;
        unpaint(passage);
        passages.delete(id);
      }
      for (const highlight of highlights) {
        if (passages.has(highlight.id)) change(highlight);
        else passages.set(highlight.id, unfound(highlight));
      }
      begin();
      void look();
    },
    add(highlight, ranges) {
      const passage = unfound(highlight);
      passages.set(highlight.id, passage);
      put(passage, ranges, true);
      begin();
    },
    change,
    get: (id) => passages.get(id),
    tags: () => [...new Set([...passages.values()].flatMap(({ highlight }) => highlight.tags))],
    same({ quote, position }) {
      const isSame = ({ highlight: { selectors } }: Passage) =>
        selectors.quote.exact === quote.exact && selectors.position?.start === position?.start;
      return [...passages.values()].find(isSame)?.highlight;
    },
    at(node, offset) {
      const here = [...marks.values()].filter(({ range }) => holds(range, node, offset));
      return here.sort((a, b) => lengthOf(a) - lengthOf(b))[0];
    },
    ofRange: (range) => marks.get(range),
    clear() {
      turn++;
      clearTimeout(deadline);
      clearTimeout(next);
      next = undefined;
      wait = FIRST_WAIT;
      begun = undefined;
      observer.disconnect();
      for (const passage of passages.values()) unpaint(passage);
      passages.clear();
    },
  };
}

function unfound(highlight: Highlight): Passage {
  return { highlight, ranges: [], isExact: true, texts: [], told: JSON.stringify(highlight.anchoring) };
}

/** Whether the passage is found and the page still says there what it said then. */
function stands({ ranges, texts }: Passage): boolean {
  return ranges.length > 0 && ranges.every((range, index) => textOf(range) === texts[index]);
}

function textOf(range: StaticRange): string {
  return toRange(range)?.toString() ?? '';
}

function holds(range: StaticRange, node: Node, offset: number): boolean {
  try {
    return toRange(range)?.isPointInRange(node, offset) ?? false;
  } catch {
    return false; // a place in another tree
  }
}

function lengthOf({ passage }: PassageMark): number {
  return passage.highlight.selectors.quote.exact.length;
}
