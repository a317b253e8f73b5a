import { gzipSync } from 'node:zlib';
import { createAnnotator } from './evaluation/annotate.ts';
import { readJsonLines } from './evaluation/json-lines.ts';
import { readSameEntity, sameEntityBeside } from './evaluation/same-entity.ts';
import { figuresOf, judge } from './evaluation/score.ts';
import { GoldTextSchema } from './evaluation/texts.ts';
import { compileKnowledge } from './knowledge/compile.ts';
import { countAges, countKinds, missingWishes } from './knowledge/counting.ts';
import { loadKnowledge } from './knowledge/knowledge.ts';
import { loadLeftOut } from './knowledge/left-out.ts';
import { readWishlist } from './knowledge/wishlist.ts';
import { runCommand, UsageError } from './lib/command.ts';

const RANKS = [500, 1000, 1500, 2000, 3000, 5000];
const SHOWN = 40;

await runCommand({
  name: 'knowledge:stats',
  usage: 'npm run -s knowledge:stats -- [--wishlist FILE.tsv] [--gold FILE.jsonl]',
  about:
    'Counts entries by kind and by age. With a wish-list (columns rank, kind, fa, en) it tells how much of it the ' +
    'store has and the first names that are missing; with gold annotations, how many of them are found.',
  async run(args) {
    const { wishlist, gold } = parse(args);
    const { entries: located } = await loadKnowledge();
    const entries = located.map(({ entry }) => entry);
    const kinds = countKinds(entries);
    print(kinds.map(({ kind, full, brief }) => [kind, `${full} full`, `${brief} brief`]));
    const full = kinds.reduce((total, kind) => total + kind.full, 0);
    console.log(`${entries.length} entries, ${full} with a background\n\nTrue as of`);
    const today = new Date().toISOString().slice(0, 10);
    print([...countAges(entries, today)].map(([age, count]) => [age, String(count)]));
    await printSize();
    if (wishlist !== undefined) await printWishes(wishlist, entries);
    if (gold !== undefined) await printGold(gold);
    return 0;
  },
});

/** How much of a package the core pack takes. */
async function printSize(): Promise<void> {
  const { pack } = await compileKnowledge();
  const bytes = gzipSync(JSON.stringify(pack), { level: 9 }).length;
  console.log(
    `\nThe pack, compressed: ${(bytes / 1000).toFixed(0)} kB, ${Math.round(bytes / pack.entities.length)} bytes an entity`,
  );
}

async function printWishes(file: string, entries: Parameters<typeof missingWishes>[0]): Promise<void> {
  const [wishes, leftOut] = await Promise.all([readWishlist(file), loadLeftOut()]);
  const missing = missingWishes(entries, wishes);
  console.log('\nOf the wish-list');
  for (const rank of RANKS) {
    const wanted = wishes.filter((wish) => wish.rank <= rank).length;
    const absent = missing.filter((wish) => wish.rank <= rank);
    const reasoned = absent.filter((wish) => leftOut.has(wish.fa)).length;
    console.log(
      `  first ${rank}: ${wanted - absent.length} of ${wanted} are in, ${reasoned} left out with a reason, ` +
        `${absent.length - reasoned} missing`,
    );
  }
  console.log('\nMissing, most frequent first');
  const open = missing.filter((wish) => !leftOut.has(wish.fa)).slice(0, SHOWN);
  print(open.map(({ rank, kind, fa, en }) => [String(rank), kind, fa, en]));
}

async function printGold(file: string): Promise<void> {
  const [gold, annotator, same] = await Promise.all([
    readJsonLines(file, GoldTextSchema),
    createAnnotator(),
    readSameEntity(sameEntityBeside(file)),
  ]);
  const { precision, recall } = figuresOf(gold.flatMap((text) => judge(text, annotator.annotate(text), same)));
  console.log(`\nOf the gold annotations: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
}

function print(rows: readonly (readonly string[])[]): void {
  for (const row of rows) console.log(`  ${row.map((cell) => cell.padEnd(16)).join(' ')}`.trimEnd());
}

function parse(args: readonly string[]): { wishlist?: string; gold?: string } {
  const options: { wishlist?: string; gold?: string } = {};
  for (let at = 0; at < args.length; at += 2) {
    const [option, file] = [args[at], args[at + 1]];
    if ((option !== '--wishlist' && option !== '--gold') || file === undefined)
      throw new UsageError('name a file after --wishlist or --gold');
    options[option === '--wishlist' ? 'wishlist' : 'gold'] = file;
  }
  return options;
}
