import type { Entity } from '../core/knowledge/entity.ts';
import { foldWhile } from '../core/language/fold.ts';
import { compileLexicon } from '../core/recognition/compile-lexicon.ts';
import { type Lexicon, openLexicon } from '../core/recognition/lexicon.ts';
import { recognise } from '../core/recognition/link.ts';
import { findMentions } from '../core/recognition/mentions.ts';
import { printFigures } from './bench/figure.ts';
import { benchHighlights } from './bench/highlights/bench-highlights.ts';
import { measure, median, type Pass } from './bench/measure.ts';
import { makeEntities } from './bench/names.ts';
import { benchPage } from './bench/page/bench-page.ts';
import { peersFor } from './bench/peers.ts';
import { makeTexts, readTexts } from './bench/texts.ts';
import { compileKnowledge } from './knowledge/compile.ts';
import { loadList } from './knowledge/lists.ts';
import { ensureBrowsers } from './lib/browsers.ts';
import { runCommand } from './lib/command.ts';

const SIZES = [20_000, 100_000, 500_000];
const ROUNDS = 15;

await runCommand({
  name: 'bench',
  usage: 'npm run bench -- [--page | --highlights] [FILE.jsonl[.gz] …]',
  about:
    'Measures what reading costs in a page, in Chromium, against budgets (--page: that alone); what highlights cost, in ' +
    'Chromium and Firefox (--highlights: that alone); then measures finding and linking names over lexicons of 20,000, 100,000 and 500,000 names, as ratios within one ' +
    'run: against a bare pass over the same text, and against other libraries. Texts come from the files ' +
    '({text} a line), or are made of our own entries.',
  async run(args) {
    const files = args.filter((arg) => !arg.startsWith('--'));
    ensureBrowsers(['chromium', 'firefox']);
    if (args.includes('--highlights')) return printFigures(await benchHighlights()) ? 0 : 1;
    const [{ pack, lexicon: bytes }, givenNames] = await Promise.all([compileKnowledge(), loadList('given-names.txt')]);
    const isPageWithin = printFigures(await benchPage(pack.entities, openLexicon(bytes)));
    if (args.includes('--page')) return isPageWithin ? 0 : 1;
    const isWithin = printFigures(await benchHighlights()) && isPageWithin;
    const texts = files.length > 0 ? await readTexts(files) : makeTexts(pack.entities);
    const units = texts.reduce((sum, text) => sum + text.length, 0);
    console.log(`${texts.length} texts, ${(units / 1e6).toFixed(1)} million UTF-16 units\n`);

    console.log('                                     core   20,000  100,000  500,000   names');
    const columns = [benchLexicon(openLexicon(bytes), texts)];
    for (const size of SIZES) columns.push(await benchSize(size, pack.entities, givenNames, texts));
    for (const row of (columns[1] as Column).keys()) {
      const cells = columns.map((column) => (column.get(row) ?? '').padStart(8));
      console.log(`${row.padEnd(32)} ${cells.join(' ')}`);
    }
    return isWithin ? 0 : 1;
  },
});

/** Cells of the table by the names of their rows. */
type Column = Map<string, string>;

async function benchSize(
  size: number,
  own: readonly Entity[],
  givenNames: readonly string[],
  texts: readonly string[],
): Promise<Column> {
  const entities = makeEntities(own, givenNames, size);
  const compileTimes: number[] = [];
  let bytes = new ArrayBuffer(0);
  for (let i = 0; i < 3; i++) {
    const before = performance.now();
    bytes = compileLexicon({ version: 'bench', entities, guards: [], givenNames });
    compileTimes.push(performance.now() - before);
  }
  const openTimes: number[] = [];
  for (let i = 0; i < 5; i++) {
    const before = performance.now();
    openLexicon(bytes);
    openTimes.push(performance.now() - before);
  }
  const lexicon = openLexicon(bytes);
  const column = benchLexicon(lexicon, texts);
  column.set('compiled within, ms', median(compileTimes).toFixed(0));
  column.set('ready after its bytes, ms', median(openTimes).toFixed(1));
  column.set('bytes a name', (lexicon.size.nameBytes / lexicon.size.names).toFixed(1));
  for (const [name, ratio] of peersFor(entities, lexicon, texts)) column.set(`${name}, × finding`, ratio);
  return column;
}

function benchLexicon(lexicon: Lexicon, texts: readonly string[]): Column {
  const documents = texts.map((text) => ({ blocks: text.split('\n') }));
  const passes: Pass[] = [
    { name: 'bare', run: () => sum(texts, barePass) },
    { name: 'fold', run: () => sum(texts, (text) => foldWhile(text, (folded) => folded.length)) },
    {
      name: 'find',
      run: () => sum(texts, (text) => foldWhile(text, (folded) => findMentions(lexicon, folded).length)),
    },
    {
      name: 'link',
      run: () => documents.reduce((total, document) => total + recognise(lexicon, document).links.length, 0),
    },
  ];
  const ratio = measure(passes, ROUNDS);
  return new Map([
    ['folding, × a bare pass', ratio('fold', 'bare').toFixed(1)],
    ['finding, × a bare pass', ratio('find', 'bare').toFixed(1)],
    ['finding and linking, × finding', ratio('link', 'find').toFixed(2)],
    ['mentions in 1,000 units', ((1000 * (passes[2]?.run() ?? 0)) / sum(texts, (text) => text.length)).toFixed(1)],
  ]);
}

/** The least that anything can cost that looks at every unit of a text. */
function barePass(text: string): number {
  let sink = 0;
  for (let at = 0; at < text.length; at++) sink ^= text.charCodeAt(at);
  return sink;
}

function sum(texts: readonly string[], of: (text: string) => number): number {
  let total = 0;
  for (const text of texts) total += of(text);
  return total;
}
