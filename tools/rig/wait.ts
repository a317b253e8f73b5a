/** Asks again until the answer is truthy, and returns it. A wait, not a retry: each ask is of the same state. */
export async function until<T>(
  ask: () => Promise<T> | T,
  what: string,
  milliseconds = 15_000,
): Promise<NonNullable<T>> {
  const end = Date.now() + milliseconds;
  let problem: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer as NonNullable<T>;
      problem = undefined;
    } catch (error) {
      problem = error;
    }
    if (Date.now() > end) throw new Error(`waited in vain for ${what}${problem ? `: ${problem}` : ''}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
