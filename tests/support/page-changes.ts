import { describeRange } from '../../core/highlights/selectors.ts';
import { foldKey } from '../../core/language/fold.ts';
import { NEWS_PAGES, OTHER_PAGE } from './news-pages.ts';

/** A UTF-16 unit of a page, and whether it belongs to the passage that was saved. */
interface Unit {
  readonly text: string;
  readonly isOwn: boolean;
}
type Block = readonly Unit[];

/** A page after its changes, with what is known of the passage. */
export interface ChangedPage {
  readonly selectors: NonNullable<ReturnType<typeof describeRange>>;
  /** The size of the passage and the names of the changes, for messages. */
  readonly name: string;
  readonly text: string;
  /** For each UTF-16 unit of `text` whether it belongs to the passage. */
  readonly isOwn: readonly boolean[];
  /**
   * `there`: to be found. `gone`: nothing may be painted. `damaged`: too much has changed to ask that it be found;
   * what is painted must be of the passage.
   */
  readonly passage: 'there' | 'gone' | 'damaged';
}

/** Numbers from 0 to 1, the same for the same seed: mulberry32 by Tommy Ettinger. */
export type Chance = () => number;
export function chanceOf(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of the pages with a passage of any size and one to four changes. */
export function changedPage(seed: number): ChangedPage {
  const chance = chanceOf(seed);
  const paragraphs = pick(NEWS_PAGES, chance);
  const text = paragraphs.map((paragraph) => `${paragraph}\n`).join('');
  const [size, start, end] = choosePassage(text, chance);
  const selectors = describeRange(text, start, end);
  if (!selectors) throw new Error('a passage of nothing');
  const { position } = selectors;
  let offset = 0;
  let state: State = {
    passage: 'there',
    quote: selectors.quote.exact,
    letters: foldKey(selectors.quote.exact).length,
    blocks: paragraphs.map((paragraph) => {
      const block = Array.from({ length: paragraph.length }, (_, at) => ({
        text: paragraph.charAt(at),
        isOwn: offset + at >= position.start && offset + at < position.end,
      }));
      offset += paragraph.length + 1;
      return block;
    }),
  };
  const names: string[] = [];
  for (let count = 1 + Math.floor(chance() * 4); count > 0; count--) {
    const [name, change] = pick(Object.entries(CHANGES), chance);
    names.push(name);
    state = change(state, chance);
  }
  const units = state.blocks.flatMap((block) => [...block, { text: '\n', isOwn: false }]);
  return {
    selectors,
    name: `${seed}: ${size}, ${names.join(', ')}`,
    text: units.map((unit) => unit.text).join(''),
    isOwn: units.map((unit) => unit.isOwn),
    passage: state.passage,
  };
}

function choosePassage(text: string, chance: Chance): [size: string, start: number, end: number] {
  const lines = spansOf(text, /[^\n]+/g);
  const line = pick(lines, chance);
  const inside = text.slice(line.start, line.end);
  const sentences = spansOf(inside, /[^.]+\.?»?/g);
  const sentence = pick(sentences, chance);
  const words = spansOf(inside, /[^ «».،:؛]+/g);
  const first = Math.floor(chance() * words.length);
  const wordsFrom = (count: number) => [
    line.start + (words[first]?.start ?? 0),
    line.start + (words[Math.min(words.length - 1, first + count - 1)]?.end ?? 0),
  ];
  const last = lines[Math.min(lines.length - 1, lines.indexOf(line) + 1 + Math.floor(chance() * 3))] ?? line;
  const [oneStart = 0, oneEnd = 0] = wordsFrom(1);
  const [halfStart = 0, halfEnd = 0] = wordsFrom(3 + Math.floor(chance() * 6));
  return pick<[string, number, number]>(
    [
      ['word', oneStart, oneEnd],
      ['half a sentence', halfStart, halfEnd],
      ['sentence', line.start + sentence.start, line.start + sentence.end],
      ['paragraph', line.start, line.end],
      ['paragraphs', line.start, last.end],
      ['from within to within', oneStart, Math.max(oneEnd, last.end - below((last.end - last.start) / 3, chance))],
    ],
    chance,
  );
}

interface State {
  readonly blocks: readonly Block[];
  readonly passage: ChangedPage['passage'];
  /** The passage as it was saved, and how many letters it had. */
  readonly quote: string;
  readonly letters: number;
}
type Change = (state: State, chance: Chance) => State;

/** Below so many letters a passage whose own letters change, or that is cut in two, can't be known for sure. */
const SURE_LETTERS = 24;

const ADVERTISEMENTS = [
  'آگهی: بیمه خانه شما با کمترین هزینه و بیشترین پوشش. همین امروز تماس بگیرید.',
  'تبلیغ',
  'بیشتر بخوانید',
  'عکس: نمای شهر در غروب یک روز پاییزی. عکاس: بهرام نوری',
  'خبرنامه ما را هر صبح در صندوق نامه‌تان بخوانید. عضویت رایگان است و هر زمان بخواهید لغو می‌شود.',
  'قیمت سکه تمام در هفته گذشته چگونه تغییر کرد؟ نمودار را ببینید.',
];
const SENTENCES = [
  'این خبر در ساعت‌های آینده کامل می‌شود.',
  'خبرنگاران دیگر هم این گفته را تأیید کرده‌اند.',
  'تا هنگام انتشار این گزارش پاسخی نرسیده است.',
  'قیمت تخم‌مرغ امروز در بازار تهران به ۹۵ هزار تومان رسید.',
];
const WORDS = ['فردا', 'کوه', 'آرزو', 'پنجره', 'می‌خواند', 'بهار', 'دریا', 'نامه', 'سپید', 'گذشتند', 'درخت', 'باد'];

const CHANGES: Readonly<Record<string, Change>> = {
  'box before': (state, chance) => withBox(state, chance, ownBlocks(state)[0] ?? 0),
  'box after': (state, chance) => withBox(state, chance, (ownBlocks(state).at(-1) ?? 0) + 1),
  'box between paragraphs': (state, chance) => withBox(state, chance, below(state.blocks.length + 1, chance)),
  'box within': (state, chance) => {
    const cut = middleOf(state, chance);
    if (!cut) return state;
    const { blocks, passage } = cutAt(state, cut);
    const isSure = state.letters >= SURE_LETTERS;
    const next = insert(blocks, cut.block + 1, boxText(state, chance));
    return { ...state, blocks: next, passage: passage === 'there' && !isSure ? 'damaged' : passage };
  },
  'paragraph moved': (state, chance) => {
    const own = ownBlocks(state);
    const from = below(state.blocks.length, chance);
    const isOwn = own.includes(from);
    const first = isOwn ? (own[0] ?? from) : from;
    const count = isOwn ? (own.at(-1) ?? from) - first + 1 : 1;
    const moved = state.blocks.slice(first, first + count);
    const others = state.blocks.filter((_, at) => at < first || at >= first + count);
    let to = below(others.length + 1, chance);
    // not into the midst of the passage: that is a box within
    while (others[to - 1]?.some((unit) => unit.isOwn) && others[to]?.some((unit) => unit.isOwn)) to++;
    return { ...state, blocks: [...others.slice(0, to), ...moved, ...others.slice(to)] };
  },
  'slips within': (state, chance) => {
    const next = withSlips(state, chance, (unit) => unit.isOwn);
    return next.passage === 'there' && state.letters < SURE_LETTERS ? { ...next, passage: 'damaged' } : next;
  },
  'slips around': (state, chance) => {
    const own = state.blocks.flat().map((unit) => unit.isOwn);
    const [first, last] = [own.indexOf(true), own.lastIndexOf(true)];
    let at = -1;
    return withSlips(state, chance, (unit) => {
      at++;
      return !unit.isOwn && first >= 0 && at >= first - 64 && at <= last + 64;
    });
  },
  'ZWNJ dropped': (state) => rewrite(state, /\u200c/, ''),
  'ZWNJ to spaces': (state) => rewrite(state, /\u200c/, ' '),
  'Arabic letters': (state) => rewrite(rewrite(state, /ی/, 'ي'), /ک/, 'ك'),
  'other digits': (state, chance) => {
    const zero = chance() < 0.5 ? 0x30 : 0x660;
    return rewriteBy(state, (text) =>
      /[۰-۹]/.test(text) ? String.fromCharCode(text.charCodeAt(0) - 0x6f0 + zero) : text,
    );
  },
  diacritics: (state, chance) =>
    rewriteBy(state, (text) => (/[بتدرسگلمن]/.test(text) && chance() < 0.1 ? `${text}\u064e` : text)),
  'new elements': (state, chance) => {
    const own = ownBlocks(state);
    const block = pick(own.length > 0 ? own : [0], chance);
    const units = state.blocks[block] ?? [];
    const first = units.findIndex((unit) => unit.isOwn);
    const last = units.findLastIndex((unit) => unit.isOwn);
    const cut = pick([{ block, at: Math.max(0, first) }, { block, at: last + 1 }, middleOf(state, chance)], chance);
    if (!cut) return state;
    if (chance() < 0.5) return cutAt(state, cut);
    const blocks = state.blocks.map((units, at) =>
      at === cut.block ? [...units.slice(0, cut.at), ...foreign('   \u00a0 '), ...units.slice(cut.at)] : units,
    );
    return { ...state, blocks };
  },
  'sentence added': (state, chance) => {
    const block = below(state.blocks.length, chance);
    const units = state.blocks[block] ?? [];
    const isFirst = chance() < 0.5;
    if (units[isFirst ? 0 : units.length - 1]?.isOwn) return state;
    const sentence = pick(SENTENCES, chance);
    const added = isFirst ? [...foreign(`${sentence} `), ...units] : [...units, ...foreign(` ${sentence}`)];
    return { ...state, blocks: state.blocks.map((other, at) => (at === block ? added : other)) };
  },
  'sentence removed': (state, chance) => withoutSentences(state, chance, (units) => !units.some((unit) => unit.isOwn)),
  'passage removed': (state, chance) => removed(state, chance),
  'passage removed, siblings stay': (state, chance) => removed(state, chance),
  'half rewritten': (state, chance) => {
    const own = state.blocks.flat().filter((unit) => unit.isOwn).length;
    const isFirstHalf = chance() < 0.5;
    let at = 0;
    const blocks = state.blocks.map((block) => {
      const kept: Unit[] = [];
      let isWordNew = false;
      for (const unit of block) {
        if (unit.isOwn) at++;
        if (!unit.isOwn || at <= own / 2 !== isFirstHalf) kept.push(unit);
        else if (!isWordNew) kept.push(...foreign(` ${pick(WORDS, chance)} `));
        isWordNew = unit.isOwn && at <= own / 2 === isFirstHalf && unit.text !== ' ';
      }
      return kept;
    });
    return { ...state, blocks, passage: state.passage === 'there' ? 'damaged' : state.passage };
  },
  'page replaced': (state) => ({ ...state, blocks: OTHER_PAGE.map((line) => foreign(line)), passage: 'gone' }),
};

function removed(state: State, chance: Chance): State {
  const next = withoutSentences(state, chance, (units) => units.some((unit) => unit.isOwn), true);
  return { ...next, passage: 'gone' };
}

/** Without one, or all, of the sentences that are meant. */
function withoutSentences(state: State, chance: Chance, isMeant: (units: Block) => boolean, all = false): State {
  const sentences = state.blocks.flatMap((block, at) => {
    const text = block.map((unit) => unit.text).join('');
    return spansOf(text, /[^.]+\.?»?/g).map((span) => ({ at, ...span }));
  });
  const meant = sentences.filter(({ at, start, end }) => isMeant((state.blocks[at] ?? []).slice(start, end)));
  const taken = all || meant.length === 0 ? meant : [pick(meant, chance)];
  const blocks = state.blocks
    .map((block, at) =>
      block.filter((_, index) => !taken.some((one) => one.at === at && index >= one.start && index < one.end)),
    )
    .filter((block) => block.length > 0);
  return { ...state, blocks };
}

/** A box that says what the passage or a line of it says, right beside it, could be told from it by nobody. */
function boxText({ quote }: State, chance: Chance): string {
  return pick(
    ADVERTISEMENTS.filter((text) => !text.includes(quote) && !quote.split('\n').includes(text)),
    chance,
  );
}

function withBox(state: State, chance: Chance, at: number): State {
  return { ...state, blocks: insert(state.blocks, at, boxText(state, chance)) };
}

/** One to three letters changed, dropped or added. */
function withSlips(state: State, chance: Chance, isMeant: (unit: Unit) => boolean): State {
  const places = state.blocks.flatMap((block, at) =>
    block.flatMap((unit, index) => (isMeant(unit) && /[آ-ی]/.test(unit.text) ? [{ at, index }] : [])),
  );
  if (places.length === 0) return state;
  const slips = new Map<string, number>();
  for (let count = 1 + below(3, chance); count > 0; count--) {
    const { at, index } = pick(places, chance);
    slips.set(`${at} ${index}`, chance());
  }
  const blocks = state.blocks.map((block, at) =>
    block.flatMap((unit, index) => {
      const slip = slips.get(`${at} ${index}`);
      if (slip === undefined) return [unit];
      const other = { text: pick([...'ابتدرسفقکلمنوهی'], chance), isOwn: unit.isOwn };
      return slip < 0.34 ? [] : slip < 0.67 ? [other] : [unit, other];
    }),
  );
  return { ...state, blocks };
}

/** A place between two words in the middle third of what one block holds of the passage. */
function middleOf(state: State, chance: Chance): { block: number; at: number } | undefined {
  const own = ownBlocks(state);
  if (own.length === 0) return undefined;
  const block = pick(own, chance);
  const units = state.blocks[block] ?? [];
  const first = units.findIndex((unit) => unit.isOwn);
  const length = units.findLastIndex((unit) => unit.isOwn) - first;
  const places = units.flatMap((unit, at) =>
    unit.isOwn && unit.text === ' ' && at > first + length / 3 && at < first + (length * 2) / 3 ? [at] : [],
  );
  return places.length > 0 ? { block, at: pick(places, chance) } : undefined;
}

function cutAt(state: State, { block, at }: { block: number; at: number }): State {
  const blocks = state.blocks
    .flatMap((units, index) => (index === block ? [units.slice(0, at), units.slice(at)] : [units]))
    .filter((units) => units.length > 0);
  return { ...state, blocks };
}

function rewrite(state: State, pattern: RegExp, by: string): State {
  return rewriteBy(state, (text) => text.replace(pattern, by));
}

function rewriteBy(state: State, change: (text: string) => string): State {
  const blocks = state.blocks.map((block) =>
    block.flatMap((unit) => Array.from(change(unit.text), (text) => ({ text, isOwn: unit.isOwn }))),
  );
  return { ...state, blocks };
}

function ownBlocks({ blocks }: State): number[] {
  return blocks.flatMap((block, at) => (block.some((unit) => unit.isOwn) ? [at] : []));
}

function insert(blocks: readonly Block[], at: number, text: string): Block[] {
  return [...blocks.slice(0, at), foreign(text), ...blocks.slice(at)];
}

function foreign(text: string): Block {
  return Array.from(text, (unit) => ({ text: unit, isOwn: false }));
}

function spansOf(text: string, pattern: RegExp): { start: number; end: number }[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function pick<T>(list: readonly T[], chance: Chance): T {
  return list[below(list.length, chance)] as T;
}

function below(limit: number, chance: Chance): number {
  return Math.floor(chance() * limit);
}
