import { readFile, writeFile } from 'node:fs/promises';
import * as v from 'valibot';
import { figuresOf, type Judgement, type Outcome } from './score.ts';

const RunSchema = v.strictObject({
  format: v.literal('pishineh-run/1'),
  precision: v.number(),
  recall: v.number(),
  /** The outcome of each mention that counts, by text, offset and surface. */
  outcomes: v.record(v.string(), v.string()),
});

/** What an evaluation came to, to be compared with a later one. */
export type Run = v.InferOutput<typeof RunSchema>;

export function runOf(judgements: readonly Judgement[]): Run {
  const { precision, recall } = figuresOf(judgements);
  const outcomes: Record<string, string> = {};
  for (const { outcome, text, start, end } of judgements) {
    if (outcome !== 'neutral') outcomes[`${text.id}:${start} «${text.text.slice(start, end)}»`] = outcome;
  }
  return { format: 'pishineh-run/1', precision, recall, outcomes };
}

/** @throws when the file is none of ours */
export async function readRun(file: string): Promise<Run> {
  const parsed = v.safeParse(RunSchema, JSON.parse(await readFile(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} is no run that evaluate --save wrote`);
  return parsed.output;
}

export async function writeRun(file: string, run: Run): Promise<void> {
  await writeFile(file, `${JSON.stringify(run, undefined, 1)}\n`);
}

const ERRORS: ReadonlySet<string> = new Set<Outcome>(['spurious', 'wrong', 'namesake', 'missed', 'optional-wrong']);

/** What got better and what got worse from one run to the next, as lines to print. */
export function compareRuns(before: Run, after: Run): string[] {
  const better: string[] = [];
  const worse: string[] = [];
  for (const mention of new Set([...Object.keys(before.outcomes), ...Object.keys(after.outcomes)])) {
    const [was, is] = [before.outcomes[mention], after.outcomes[mention]];
    if (was === is) continue;
    const line = `  ${mention}: ${was ?? 'left alone'} → ${is ?? 'left alone'}`;
    const [wasError, isError] = [ERRORS.has(was ?? ''), ERRORS.has(is ?? '')];
    if (isError && !wasError) worse.push(line);
    else if (wasError && !isError) better.push(line);
    else if (wasError && isError) (is === 'missed' ? better : worse).push(line); // silence is the better error
  }
  const change = (was: number, is: number) => `${was.toFixed(3)} → ${is.toFixed(3)}`;
  return [
    `\nprecision ${change(before.precision, after.precision)}, recall ${change(before.recall, after.recall)}`,
    `better: ${better.length}`,
    ...better,
    `worse: ${worse.length}`,
    ...worse,
  ];
}
