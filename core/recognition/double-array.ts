/**
 * A trie in two flat arrays ("double array", J. Aoe 1989): from state s, symbol c leads to t = base[s] + c
 * when check[t] = s. Loaded as it lies on disk; a step of the walk is two array reads. Chosen over maps and
 * regular expressions for speed and memory at 20,000 to 500,000 names (docs/decisions/0002).
 */
export interface DoubleArray {
  readonly base: Int32Array<ArrayBuffer>;
  readonly check: Int32Array<ArrayBuffer>;
}

export const ROOT = 0;
/** The symbol that ends a key; its state's base holds the key's value as -(value + 1). */
const END = 0;

/** The state after a symbol (1 to 255), or -1 when no key goes that way. */
export function step({ base, check }: DoubleArray, state: number, symbol: number): number {
  const next = (base[state] as number) + symbol;
  return check[next] === state ? next : -1;
}

/** The value of the key that ends at the state, or -1 when none ends there. */
export function valueAt({ base, check }: DoubleArray, state: number): number {
  const end = (base[state] as number) + END;
  return check[end] === state ? -(base[end] as number) - 1 : -1;
}

/**
 * Builds the arrays for keys given as symbol strings (each char code 1 to 255), sorted and without repeats.
 * The value of a key is its index. First fit, depth first, so that a walk touches neighbouring memory.
 */
export function buildDoubleArray(keys: readonly Uint8Array[]): DoubleArray {
  let size = Math.max(1024, keys.length * 8);
  let base = new Int32Array(size);
  let check = new Int32Array(size).fill(-1);
  let firstFree = 1;
  let highest = 1;

  const grow = (needed: number) => {
    if (needed < size) return;
    const larger = Math.max(needed + 1, size * 2);
    const nextBase = new Int32Array(larger);
    nextBase.set(base);
    const nextCheck = new Int32Array(larger).fill(-1);
    nextCheck.set(check);
    base = nextBase;
    check = nextCheck;
    size = larger;
  };

  const placeFor = (symbols: readonly number[]): number => {
    const first = symbols[0] as number;
    let free = Math.max(firstFree, first + 1);
    let skipped = 0;
    for (; ; free++) {
      grow(free + 256);
      if (check[free] !== -1) {
        skipped++;
        continue;
      }
      const candidate = free - first;
      if (symbols.every((symbol) => check[candidate + symbol] === -1)) {
        // When nearly all before is taken, do not look there again.
        if (skipped * 20 >= (free - firstFree) * 19) firstFree = free;
        return candidate;
      }
    }
  };

  const stack: { state: number; depth: number; from: number; to: number }[] = [];
  if (keys.length > 0) stack.push({ state: ROOT, depth: 0, from: 0, to: keys.length });
  check[ROOT] = ROOT;
  while (stack.length > 0) {
    const { state, depth, from, to } = stack.pop() as (typeof stack)[number];
    const symbols: number[] = [];
    const bounds: number[] = [];
    for (let index = from; index < to; index++) {
      const symbol = (keys[index] as Uint8Array)[depth] ?? END;
      if (symbols.at(-1) !== symbol) {
        symbols.push(symbol);
        bounds.push(index);
      }
    }
    bounds.push(to);
    const at = placeFor(symbols);
    base[state] = at;
    for (const symbol of symbols) check[at + symbol] = state;
    for (let i = symbols.length - 1; i >= 0; i--) {
      const next = at + (symbols[i] as number);
      highest = Math.max(highest, next);
      const childFrom = bounds[i] as number;
      if (symbols[i] === END) base[next] = -childFrom - 1;
      else stack.push({ state: next, depth: depth + 1, from: childFrom, to: bounds[i + 1] as number });
    }
  }
  const length = highest + 257; // a step from any state stays inside
  grow(length);
  return { base: base.slice(0, length), check: check.slice(0, length) };
}
