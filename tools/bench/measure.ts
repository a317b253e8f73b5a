/** A piece of work to measure, and how it is called in the table. */
export interface Pass {
  readonly name: string;
  /** Does the work once over all texts; returns a number that depends on it, so that none is optimised away. */
  run(): number;
}

/** What was measured: how many times the time of one pass another takes. */
export type Ratio = (name: string, of: string) => number;

/**
 * Runs every pass once in each of so many rounds, so that what slows the machine slows them alike. A ratio is
 * the median over the rounds of the ratios within a round. Two rounds before are not counted.
 */
export function measure(passes: readonly Pass[], rounds: number): Ratio {
  const times = new Map(passes.map(({ name }) => [name, [] as number[]]));
  let sink = 0;
  for (let round = -2; round < rounds; round++) {
    for (const { name, run } of passes) {
      const before = performance.now();
      sink += run();
      if (round >= 0) times.get(name)?.push(performance.now() - before);
    }
  }
  if (Number.isNaN(sink)) throw new Error('a pass returned no number');
  return (name, of) => {
    const base = times.get(of) ?? [];
    return median((times.get(name) ?? []).map((time, round) => time / (base[round] as number)));
  };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] as number;
}
