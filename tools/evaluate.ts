import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { KINDS } from '../core/knowledge/entity.ts';
import { type Annotator, createAnnotator } from './evaluation/annotate.ts';
import { readJsonLines } from './evaluation/json-lines.ts';
import { type Figures, figuresOf, type Judgement, judge, nameKey, type SameEntity } from './evaluation/score.ts';
import { type GoldMention, GoldTextSchema } from './evaluation/texts.ts';
import { runCommand, UsageError } from './lib/command.ts';

await runCommand({
  name: 'evaluate',
  usage: 'npm run -s evaluate -- [--json] [--same FILE.tsv] GOLD.jsonl',
  about:
    'Measures the engine against gold annotations: precision, recall and F1, in all and by kind, and each error in ' +
    'its sentence. Names of one entity that gold spells in several ways are read from same-entity.tsv beside GOLD, ' +
    'or from --same. --json prints for machines.',
  async run(args) {
    const options = parse(args);
    const [gold, annotator, same] = await Promise.all([
      readJsonLines(options.gold, GoldTextSchema),
      createAnnotator(),
      readSameEntity(options.same),
    ]);
    const judgements = gold.flatMap((text) => judge(text, annotator.annotate(text), same));
    if (options.json) printJson(judgements);
    else print(judgements, annotator, same);
    return 0;
  },
});

function parse(args: string[]): { gold: string; same: string | undefined; json: boolean } {
  const rest = [...args];
  const json = rest.includes('--json');
  if (json) rest.splice(rest.indexOf('--json'), 1);
  let same: string | undefined;
  const at = rest.indexOf('--same');
  if (at !== -1) [, same] = rest.splice(at, 2);
  const [gold] = rest;
  if (gold === undefined || rest.length > 1 || gold.startsWith('-')) throw new UsageError('name one gold file');
  const beside = join(dirname(gold), 'same-entity.tsv');
  return { gold, json, same: same ?? (existsSync(beside) ? beside : undefined) };
}

async function readSameEntity(file: string | undefined): Promise<SameEntity> {
  const groups = new Map<string, Set<number>>();
  const lines = file === undefined ? [] : (await readFile(file, 'utf8')).split('\n');
  for (const [index, line] of lines.entries()) {
    for (const name of line.split('\t').filter((part) => part.trim() !== '')) {
      const key = nameKey(name);
      groups.set(key, (groups.get(key) ?? new Set()).add(index));
    }
  }
  return groups;
}

function print(judgements: readonly Judgement[], annotator: Annotator, same: SameEntity): void {
  const errors = judgements.filter((one) => one.outcome !== 'right' && one.outcome !== 'neutral');
  for (const outcome of ['namesake', 'wrong', 'spurious', 'optional-wrong', 'missed'] as const) {
    const those = errors.filter((one) => one.outcome === outcome);
    if (those.length > 0) console.log(`\n${outcome}: ${those.length}`);
    for (const one of those) console.log(`  ${describe(one)}`);
  }
  console.log('\nkind            precision  recall      f1   right  spurious  wrong  namesake  missed');
  console.log(row('all', figuresOf(judgements)));
  for (const kind of KINDS) {
    const those = judgements.filter((one) => (one.gold?.kind ?? one.kind) === kind);
    if (those.length > 0) console.log(row(kind, figuresOf(those)));
  }
  const known = storeKnows(annotator, same);
  const answerable = judgements.filter(
    (one) => one.outcome !== 'missed' || (one.gold !== undefined && known(one.gold)),
  );
  console.log(row('in the store', figuresOf(answerable)));
}

/** Whether some entity of the store is the gold's: what the engine is answerable for. */
function storeKnows(annotator: Annotator, same: SameEntity): (gold: GoldMention) => boolean {
  const keys = new Set<string>();
  const groups = new Set<number>();
  for (const entity of annotator.entities.values()) {
    const certain = entity.names.filter((name) => name.trust === 'certain').map((name) => name.text);
    for (const key of [entity.name.fa, entity.name.en, ...certain].map(nameKey)) {
      keys.add(key);
      for (const group of same.get(key) ?? []) groups.add(group);
    }
  }
  return (gold) =>
    [gold.name.fa, gold.name.en]
      .map(nameKey)
      .some((key) => keys.has(key) || [...(same.get(key) ?? [])].some((group) => groups.has(group)));
}

function describe({ text, start, end, predicted, gold }: Judgement): string {
  const line = (from: number, to: number) => text.text.slice(from, to).replaceAll('\n', ' ⏎ ');
  const context = `${line(Math.max(0, start - 40), start)}[${line(start, end)}]${line(end, end + 40)}`;
  const said = predicted
    ? ` ours: ${predicted.entity} (${predicted.evidence.map((one) => one.signal).join(', ')})`
    : '';
  return `${text.id}:${start} ${context}${said}${gold ? ` gold: ${gold.name.en}` : ''}`;
}

function row(label: string, figures: Figures): string {
  const share = (value: number) => value.toFixed(3).padStart(8);
  const count = (value: number, width: number) => String(value).padStart(width);
  return (
    `${label.padEnd(16)} ${share(figures.precision)}${share(figures.recall)}${share(figures.f1)}` +
    `${count(figures.right, 8)}${count(figures.spurious, 10)}${count(figures.wrong, 7)}${count(figures.namesake, 10)}${count(figures.missed, 8)}`
  );
}

function printJson(judgements: readonly Judgement[]): void {
  const byKind = Object.fromEntries(
    KINDS.map((kind) => [kind, figuresOf(judgements.filter((one) => (one.gold?.kind ?? one.kind) === kind))]),
  );
  const errors = judgements
    .filter((one) => one.outcome !== 'right' && one.outcome !== 'neutral')
    .map(({ outcome, text, start, end, predicted, gold }) => ({
      outcome,
      text: text.id,
      start,
      end,
      surface: text.text.slice(start, end),
      ours: predicted?.entity,
      gold: gold?.name.en,
    }));
  console.log(JSON.stringify({ ...figuresOf(judgements), byKind, errors }, undefined, 2));
}
