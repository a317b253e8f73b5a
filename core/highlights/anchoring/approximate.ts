import search from 'approx-string-match';
import { type Folded, Joint } from '../../language/fold.ts';
import { type Alignment, align } from './alignment.ts';
import { blockStarts } from './blocks.ts';
import { ENOUGH_LETTERS, type Fit, fitOf, LONGEST_GAP } from './context.ts';
import { CLEAR_LEAD, type Finding } from './exact.ts';
import { isThePassage, LOWEST_SIMILARITY } from './judging.ts';
import type { Sought } from './sought.ts';
import type { Part } from './spans.ts';

/** Letters of a passage that is looked for approximately: some 900 words. Longer ones cost the page too much. */
const LONGEST_KEY = 4000;
/** Letters of the page that are looked through: a long article with its comments. */
const LONGEST_PAGE = 200_000;
/** Edits in a passage, however long: where more has changed it has been written anew. */
const MOST_ERRORS = 150;
/** The passage is first looked for by so many pieces, of one machine word each (see approx-string-match). */
const MOST_PIECES = 8;
const LONGEST_PIECE = 32;
/** A piece that stands in more places says nothing. */
const MOST_PLACES = 40;
/** Bytes that the alignments of one passage may take: 4,000 letters over as many of the page and as many more. */
const MOST_CELLS = 32_000_000;
/** Candidates of one window: the lines of a long list of prices. */
const MOST_CANDIDATES = 12;

/** Whether a passage is long enough, and short enough, to be looked for approximately. */
export function isApproximable({ key }: Sought): boolean {
  return key.length >= ENOUGH_LETTERS && key.length <= LONGEST_KEY;
}

/**
 * The place that is most like the passage, and like enough to be it. `ambiguous` when another comes close;
 * undefined when none is like enough.
 */
export function findApproximately(page: Folded, sought: Sought): Finding {
  if (!isApproximable(sought)) return undefined;
  const { letters } = page;
  const mostErrors = Math.min(MOST_ERRORS, Math.floor(sought.key.length * (1 - LOWEST_SIMILARITY)));
  const starts = new Set(blockStarts(page));
  const candidates = windowsFor(letters.slice(0, LONGEST_PAGE), sought.key)
    .flatMap((window) => align(letters, sought.key, window, starts, mostErrors, MOST_CANDIDATES))
    .map((alignment) => candidateOf(page, sought, alignment))
    .filter(({ parts, alignment, fit }) => isThePassage(page, sought, alignment, parts, fit))
    .sort((a, b) => a.alignment.errors - b.alignment.errors);
  const [best, ...others] = candidates;
  if (!best) return undefined;
  const isRivalled = others.some(
    ({ alignment, fit }) =>
      alignment.errors < best.alignment.errors + Math.max(CLEAR_LEAD, sought.key.length / 20) &&
      fit.agreeing > best.fit.agreeing - ENOUGH_LETTERS,
  );
  return isRivalled ? 'ambiguous' : best.parts;
}

interface Candidate {
  readonly alignment: Alignment;
  readonly parts: readonly Part[];
  readonly fit: Fit;
}

function candidateOf(page: Folded, sought: Sought, alignment: Alignment): Candidate {
  const from = sought.startsInWord ? alignment.from : nearestWordEdge(page, alignment.from);
  const to = sought.endsInWord ? alignment.to : nearestWordEdge(page, alignment.to);
  const parts: Part[] = [];
  let start = { page: from, quote: 0 };
  for (const gap of alignment.gaps) {
    parts.push({ from: start.page, to: gap.from, quoteFrom: start.quote, quoteTo: gap.after });
    start = { page: gap.to, quote: gap.after };
  }
  parts.push({ from: start.page, to, quoteFrom: start.quote, quoteTo: sought.key.length });
  return { alignment, parts, fit: fitOf(page, from, to, sought) };
}

/** The nearest letter at which a word of the page begins, or the page ends. */
function nearestWordEdge(page: Folded, letter: number): number {
  const isEdge = (at: number) => {
    const joint = page.jointBefore(at);
    return joint !== Joint.None && joint !== Joint.Zwnj;
  };
  for (let distance = 0; ; distance++) {
    if (isEdge(letter - distance)) return Math.max(0, letter - distance);
    if (isEdge(letter + distance)) return Math.min(page.length, letter + distance);
  }
}

/** The stretches of the page where pieces of the passage stand best, widened so that all of it has room. */
function windowsFor(letters: string, key: string): { from: number; to: number }[] {
  const size = Math.min(LONGEST_PIECE, Math.ceil(key.length / 2));
  const count = Math.max(2, Math.min(MOST_PIECES, Math.ceil(key.length / size)));
  const rooms: { from: number; to: number }[] = [];
  for (let piece = 0; piece < count; piece++) {
    const offset = Math.round((piece * (key.length - size)) / (count - 1));
    const places = search(letters, key.slice(offset, offset + size), Math.floor(size * (1 - LOWEST_SIMILARITY)));
    if (places.length > MOST_PLACES) continue;
    for (const { start } of places) {
      rooms.push({
        from: Math.max(0, start - Math.ceil(offset / LOWEST_SIMILARITY) - size),
        to: Math.min(letters.length, start + Math.ceil((key.length - offset) / LOWEST_SIMILARITY) + size),
      });
    }
  }
  const windows: { from: number; to: number; pieces: number }[] = [];
  for (const room of rooms.sort((a, b) => a.from - b.from)) {
    const last = windows.at(-1);
    if (last && room.from - last.to <= LONGEST_GAP) {
      last.to = Math.max(last.to, room.to);
      last.pieces++;
    } else windows.push({ ...room, pieces: 1 });
  }
  let cells = MOST_CELLS;
  return windows
    .sort((a, b) => b.pieces - a.pieces)
    .filter(({ from, to }) => {
      cells -= (to - from) * key.length;
      return cells >= 0;
    });
}
