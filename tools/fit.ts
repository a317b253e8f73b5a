import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { WEIGHTS, type Weights } from '../core/recognition/weights.ts';
import { type Annotator, createAnnotator } from './evaluation/annotate.ts';
import { readJsonLines } from './evaluation/json-lines.ts';
import { readSameEntity, sameEntityBeside } from './evaluation/same-entity.ts';
import { answerable, figuresOf, type Judgement, judge, type SameEntity } from './evaluation/score.ts';
import { type GoldText, GoldTextSchema } from './evaluation/texts.ts';
import { type Instance, instancesOf } from './fitting/instances.ts';
import { fitWeights } from './fitting/logistic.ts';
import { PRIORS } from './fitting/priors.ts';
import { runCommand, UsageError } from './lib/command.ts';

const FOLDS = 5;
const WEIGHTS_FILE = fileURLToPath(new URL('../core/recognition/weights.ts', import.meta.url));

await runCommand({
  name: 'fit',
  usage: 'npm run -s fit -- [--write] GOLD.jsonl',
  about:
    'Fits the weights of linking to gold annotations, from the editors’ priors, and cross-validates them in five ' +
    'folds. --write puts the fitted weights into core/recognition/weights.ts.',
  async run(args) {
    const write = args.includes('--write');
    const [file, ...more] = args.filter((arg) => arg !== '--write');
    if (file === undefined || more.length > 0 || file.startsWith('-')) throw new UsageError('name one gold file');
    const [gold, annotator, same] = await Promise.all([
      readJsonLines(file, GoldTextSchema),
      createAnnotator(),
      readSameEntity(sameEntityBeside(file)),
    ]);
    const instances = gold.map((text) => instancesOf(text, annotator, same));
    const fitted = fitWeights(instances.flat(), PRIORS);
    const count = (signal: string) =>
      instances.flat().filter(({ signals }) => signals.some((one) => one === signal)).length;
    console.log('signal                    prior   fitted   now   instances');
    for (const [signal, weight] of Object.entries(fitted)) {
      const of = (weights: Weights) => String(weights[signal as keyof Weights]).padStart(7);
      console.log(
        `${signal.padEnd(24)}${of(PRIORS)}${String(weight).padStart(9)}${of(WEIGHTS)}${String(count(signal)).padStart(10)}`,
      );
    }
    console.log('\n                     precision  recall in the store');
    const print = (label: string, judgements: readonly Judgement[]) => {
      const { precision, recall } = figuresOf(judgements.filter(answerable(annotator.entities.values(), same)));
      console.log(`${label.padEnd(20)} ${precision.toFixed(3).padStart(9)} ${recall.toFixed(3).padStart(7)}`);
    };
    print('priors', judgeAll(gold, annotator, same, PRIORS));
    print('fitted', judgeAll(gold, annotator, same, fitted));
    print('cross-validated', crossValidate(gold, instances, annotator, same));
    if (write) await writeWeights(fitted);
    return 0;
  },
});

function judgeAll(gold: readonly GoldText[], annotator: Annotator, same: SameEntity, weights: Weights): Judgement[] {
  return gold.flatMap((text) => judge(text, annotator.annotate(text, weights), same));
}

/** Every text judged by weights that were fitted without it. */
function crossValidate(
  gold: readonly GoldText[],
  instances: readonly (readonly Instance[])[],
  annotator: Annotator,
  same: SameEntity,
): Judgement[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const weights = fitWeights(instances.filter((__, index) => index % FOLDS !== fold).flat(), PRIORS);
    return judgeAll(
      gold.filter((__, index) => index % FOLDS === fold),
      annotator,
      same,
      weights,
    );
  }).flat();
}

async function writeWeights(weights: Weights): Promise<void> {
  let source = await readFile(WEIGHTS_FILE, 'utf8');
  for (const [signal, weight] of Object.entries(weights)) {
    const line = new RegExp(`^(  '?${signal}'?: )-?[0-9.]+,$`, 'm');
    if (!line.test(source)) throw new Error(`${WEIGHTS_FILE} has no line for ${signal}`);
    source = source.replace(line, `$1${weight},`);
  }
  await writeFile(WEIGHTS_FILE, source);
}
