import { KINDS } from '../core/knowledge/entity.ts';
import { type Annotator, createAnnotator } from './evaluation/annotate.ts';
import { compareRuns, type Run, readRun, runOf, writeRun } from './evaluation/compare.ts';
import { readJsonLines } from './evaluation/json-lines.ts';
import { readSameEntity, sameEntityBeside } from './evaluation/same-entity.ts';
import { answerable, type Figures, figuresOf, type Judgement, judge, type SameEntity } from './evaluation/score.ts';
import { GoldTextSchema } from './evaluation/texts.ts';
import { runCommand, UsageError } from './lib/command.ts';

await runCommand({
  name: 'evaluate',
  usage: 'npm run -s evaluate -- [--json] [--same FILE.tsv] [--save RUN.json] [--against RUN.json] GOLD.jsonl',
  about:
    'Measures the engine against gold annotations: precision, recall and F1, in all, by kind, by source (what the ' +
    'ids of texts begin with) and over what the store knows, and each error in its sentence. Names of one entity ' +
    'that gold spells in several ways are read from same-entity.tsv beside GOLD, or from --same. --save keeps the ' +
    'run; --against tells what got better and worse since a kept one. --json prints for machines.',
  async run(args) {
    const options = parse(args);
    const [gold, annotator, same] = await Promise.all([
      readJsonLines(options.gold, GoldTextSchema),
      createAnnotator(),
      readSameEntity(options.same),
    ]);
    const before: Run | undefined = options.against === undefined ? undefined : await readRun(options.against);
    const judgements = gold.flatMap((text) => judge(text, annotator.annotate(text), same));
    if (options.json) printJson(judgements);
    else print(judgements, annotator, same);
    const run = runOf(judgements);
    if (before) for (const line of compareRuns(before, run)) console.log(line);
    if (options.save !== undefined) await writeRun(options.save, run);
    return 0;
  },
});

interface Options {
  readonly gold: string;
  readonly same: string | undefined;
  readonly save: string | undefined;
  readonly against: string | undefined;
  readonly json: boolean;
}

function parse(args: readonly string[]): Options {
  const rest = [...args];
  const json = rest.includes('--json');
  if (json) rest.splice(rest.indexOf('--json'), 1);
  const file = (option: string) => {
    const at = rest.indexOf(option);
    if (at === -1) return undefined;
    const [, value] = rest.splice(at, 2);
    if (value === undefined || value.startsWith('-')) throw new UsageError(`name a file after ${option}`);
    return value;
  };
  const [same, save, against] = [file('--same'), file('--save'), file('--against')];
  const [gold] = rest;
  if (gold === undefined || rest.length > 1 || gold.startsWith('-')) throw new UsageError('name one gold file');
  return { gold, json, save, against, same: same ?? sameEntityBeside(gold) };
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
  console.log('\nsource (in the store)');
  const inStore = judgements.filter(answerable(annotator.entities.values(), same));
  const sourceOf = ({ text }: Judgement) => String(text.id).replace(/-.*/, '');
  for (const source of [...new Set(inStore.map(sourceOf))].sort()) {
    console.log(row(source, figuresOf(inStore.filter((one) => sourceOf(one) === source))));
  }
  console.log(row('in the store', figuresOf(inStore)));
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
