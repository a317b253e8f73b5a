/** A piece of work to measure, and how it is called in the table. */
export interface Pass {
  readonly name: string;
  /** Does the work once over all texts; returns a number that depends on it, so that none is optimised away. */
  run(): number;
}

/**
 * The median time of each pass in milliseconds, over `rounds` rounds in which every pass runs once: what
 * disturbs the machine disturbs all of them alike. Two rounds before are not counted.
 */
export function measure(passes: readonly Pass[], rounds: number): Map<string, number> {
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
  return new Map([...times].map(([name, list]) => [name, median(list)]));
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] as number;
}
