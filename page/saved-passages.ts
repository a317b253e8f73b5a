import { type Anchor, anchorQuickly } from '../core/highlights/anchor.ts';
import type { Anchoring, Highlight, Selectors } from '../core/highlights/highlight.ts';
import { type Folded, fold } from '../core/language/fold.ts';
import { isOurs } from './host.ts';
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
  /** The open shadow roots in which text was read. */
  readonly shadows: ReadonlySet<ShadowRoot>;
  /** Takes the passages of the page, in place of those before, and paints those that are found. */
  show(highlights: readonly Highlight[]): void;
  /** Adds one that was just saved where it stands; where the page says something else there by now, it is looked for. */
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
  /** What was learnt when it was last looked for in vain. */
  missed: Anchor | undefined;
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
  const shadows = new Set<ShadowRoot>();
  /** The text of the page when it was last looked through to the end. */
  let searched = '';
  let reports: { id: string; anchoring: Anchoring }[] = [];
  let deadline: ReturnType<typeof setTimeout> | undefined;
  let next: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_WAIT;
  /** Whether the page has passages to be found, and whether it is watched for their sake. */
  let isShown = false;
  let isWatching = false;
  /** Whether the page has changed while nobody saw it. */
  let isBehind = false;
  /** When the page was first seen with passages of its own, in milliseconds of its life; undefined before. */
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
  const sendReports = () => {
    if (reports.length > 0) report(reports);
    reports = [];
  };
  const settle = (passage: Passage, place: Anchor, text: PageText) => {
    const ranges = place.found ? place.spans.flatMap(({ start, end }) => text.ranges(start, end)) : [];
    if (place.found && ranges.length > 0) {
      put(passage, ranges, place.isExact);
      passage.missed = undefined;
      tell(passage, { state: 'anchored' });
      return;
    }
    passage.missed = place;
    if (hasHadItsTime()) {
      tell(passage, { state: 'orphaned', reason: place.found ? 'not-found' : place.reason });
    }
  };

  const look = async () => {
    const mine = ++turn;
    const isOver = () => mine !== turn;
    const open: Passage[] = [];
    for (const passage of passages.values()) {
      if (stands(passage)) paint(passage);
      else open.push(passage);
    }
    if (open.length > 0 && (await lookFor(open, isOver)) === 'overtaken') return;
    if (open.length === 0 || open.some(stands)) wait = FIRST_WAIT;
    sendReports();
    looked(hasHadItsTime());
  };
  const lookFor = async (open: readonly Passage[], isOver: () => boolean): Promise<'done' | 'overtaken'> => {
    for (const passage of open) put(passage, [], true);
    const text = readPageText(page, enter);
    const before = searched;
    const isSame = before === text.text;
    const hard: Passage[] = [];
    let folded: Folded | undefined;
    let isCounting: boolean | undefined;
    for (const passage of open) {
      const { missed } = passage;
      if (missed && isSame) {
        settle(passage, missed, text);
        continue;
      }
      folded ??= fold(text.text);
      const place = anchorQuickly(folded, passage.highlight.selectors);
      // a clock or a counter brings back nothing that a thorough search has missed
      if (!place && missed) isCounting ??= withoutNumbers(before) === withoutNumbers(text.text);
      const known = place ?? (isCounting ? missed : undefined);
      if (known) settle(passage, known, text);
      else hard.push(passage);
    }
    if (hard.length > 0) {
      const places = await find(
        text.text,
        hard.map(({ highlight }) => highlight.selectors),
      );
      if (isOver()) return 'overtaken';
      for (const [index, passage] of hard.entries()) {
        const place = places?.[index];
        if (place) settle(passage, place, text);
        else passage.missed = undefined;
      }
    }
    searched = text.text;
    return 'done';
  };

  /** Nobody sees a hidden page: it is looked through once when it is seen again. */
  const lookWhenSeen = () => {
    if (page.visibilityState === 'hidden') isBehind = true;
    else void look();
  };

  // Found passages may go, and missing ones come, with every change of the page.
  const observer = new MutationObserver((records) => {
    if (next !== undefined || isBehind || !records.some(isOfThePage)) return;
    if (page.visibilityState === 'hidden') return lookWhenSeen();
    next = setTimeout(() => {
      next = undefined;
      wait = Math.min(LONGEST_WAIT, wait * 2);
      lookWhenSeen();
    }, wait);
  });
  const isOfThePage = ({ target, addedNodes, removedNodes }: MutationRecord) =>
    !page.head?.contains(target) &&
    (target.nodeType === Node.TEXT_NODE || [...addedNodes, ...removedNodes].some((node) => !isOurs(node)));
  const observe = (root: Node) => observer.observe(root, { childList: true, characterData: true, subtree: true });
  /** Takes in a shadow root: neither paint nor observers reach into it by themselves. */
  const enter = (root: ShadowRoot) => {
    if (shadows.has(root)) return;
    shadows.add(root);
    painter.reach(root);
    if (isWatching) observe(root);
  };
  /** Watches the page as long as it has passages; all of it, as pages replace even their body. */
  const watch = () => {
    if (passages.size === 0) {
      observer.disconnect();
      isWatching = false;
    } else if (!isWatching) {
      for (const root of [page, ...shadows]) if (root.isConnected) observe(root);
      isWatching = true;
    }
  };
  /** Gives the page its time, from when it is first seen. */
  const begin = () => {
    if (begun !== undefined || page.visibilityState === 'hidden') return;
    begun = performance.now();
    deadline = setTimeout(lookWhenSeen, LOOKING_TIME);
  };
  const seen = () => {
    if (page.visibilityState === 'hidden') return;
    if (isShown) begin();
    if (isBehind) void look();
    isBehind = false;
  };
  page.addEventListener('visibilitychange', seen);

  return {
    shadows,
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
      isShown = true;
      begin();
      watch();
      void look();
    },
    add(highlight, ranges) {
      const before = passages.get(highlight.id);
      if (before) unpaint(before);
      const passage = unfound(highlight);
      passages.set(highlight.id, passage);
      isShown = true;
      begin();
      watch();
      const said = ranges.map(textOf).join('');
      if (withoutSpace(said) === withoutSpace(highlight.selectors.quote.exact)) put(passage, ranges, true);
      else void look();
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
      isShown = false;
      isBehind = false;
      sendReports();
      for (const passage of passages.values()) unpaint(passage);
      passages.clear();
      watch();
    },
  };
}

function unfound(highlight: Highlight): Passage {
  const told = JSON.stringify(highlight.anchoring);
  return { highlight, ranges: [], isExact: true, texts: [], told, missed: undefined };
}

/** Whether the passage is found and the page still says there what it said then. */
function stands({ ranges, texts }: Passage): boolean {
  return ranges.length > 0 && ranges.every((range, index) => textOf(range) === texts[index]);
}

/** Goes over one range after the other: browsers keep every live range right with each change of the page. */
let ruler: Range | undefined;

/** What the page says in the range now; nothing when its place is gone. */
function textOf(range: StaticRange): string {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (startContainer === endContainer && startContainer instanceof Text) {
    return startContainer.isConnected ? startContainer.data.slice(startOffset, endOffset) : '';
  }
  ruler ??= document.createRange();
  return toRange(range, ruler)?.toString() ?? '';
}

function holds(range: StaticRange, node: Node, offset: number): boolean {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (startContainer === endContainer) return node === startContainer && offset >= startOffset && offset <= endOffset;
  try {
    ruler ??= document.createRange();
    return toRange(range, ruler)?.isPointInRange(node, offset) ?? false;
  } catch {
    return false; // a place in another tree
  }
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}

function withoutNumbers(text: string): string {
  return text.replace(/\p{Nd}+/gu, '');
}

function lengthOf({ passage }: PassageMark): number {
  return passage.highlight.selectors.quote.exact.length;
}
