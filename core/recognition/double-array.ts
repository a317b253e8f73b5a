/**
 * A trie in one flat array ("double array", J. Aoe 1989; one word a unit and tails after darts-clone and
 * S. Yata 2007). The unit at t tells the symbol that leads to it and where its children lie: from a unit,
 * symbol c leads to the unit at base + c, when that one bears the label c. No two units share a base, so a
 * label can't be taken for a stranger's. Where only one key is left, its other symbols stand in `tails`, once,
 * and not in units. Loaded as it lies on disk; a step of the walk is one read. Chosen over maps, regular
 * expressions and libraries for speed and memory at 20,000 to 500,000 names (docs/decisions/0002).
 *
 * A unit: bits 0–6 the label, bit 7 set when it is a leaf, bit 8 when a key ends at it, bits 9–31 its base, or
 * a leaf's offset in `tails`.
 */
export interface DoubleArray {
  readonly units: Uint32Array<ArrayBuffer>;
  /** Of each key: the symbols that are left, `END`, and what the builder was given to store with the key. */
  readonly tails: Uint8Array<ArrayBuffer>;
}

export const LABEL = 0x7f;
export const IS_LEAF = 0x80;
export const HAS_KEY = 0x100;
export const BASE_SHIFT = 9;
/** The symbol that ends a key. Symbols of keys are 3 to 126. */
export const END = 1;
const LARGEST_BASE = 0xffffffff >>> BASE_SHIFT;
/** So many free places are tried for a unit's children before they go to the end of the array, … */
const MOST_TRIES = 48;
/** … and so many of them, the lowest, are then left as gaps. */
const GIVEN_UP = 8;

/**
 * Builds the arrays for keys (symbols 3 to 126), sorted and without repeats. `payload(index)` gives the bytes
 * to store with a key, one to 255 of them. The same keys give the same arrays.
 * @throws when the keys are too many for the format (some millions)
 */
export function buildDoubleArray(keys: readonly Uint8Array[], payload: (index: number) => Uint8Array): DoubleArray {
  const places = new Places(Math.max(1024, keys.length * 3));
  const tails = new Bytes(keys.length * 12 + 16);
  tails.push(END); // offset 0 belongs to nobody

  const stack: { unit: number; depth: number; from: number; to: number }[] = [
    { unit: 0, depth: 0, from: 0, to: keys.length },
  ];
  const labels: number[] = [];
  const bounds: number[] = [];
  while (stack.length > 0) {
    const { unit, depth, from, to } = stack.pop() as (typeof stack)[number];
    labels.length = 0;
    bounds.length = 0;
    for (let index = from; index < to; ) {
      const label = symbolAt(keys[index] as Uint8Array, depth);
      labels.push(label);
      bounds.push(index);
      while (index < to && symbolAt(keys[index] as Uint8Array, depth) === label) index++;
    }
    bounds.push(to);
    const base = places.take(labels);
    if (base > LARGEST_BASE) throw new Error('too many names for one lexicon');
    places.units[unit] =
      ((places.units[unit] as number) | (labels[0] === END ? HAS_KEY : 0) | (base << BASE_SHIFT)) >>> 0;
    for (let i = labels.length - 1; i >= 0; i--) {
      const label = labels[i] as number;
      const childFrom = bounds[i] as number;
      const childTo = bounds[i + 1] as number;
      if (childTo - childFrom > 1) {
        stack.push({ unit: base + label, depth: depth + 1, from: childFrom, to: childTo });
        continue;
      }
      const key = keys[childFrom] as Uint8Array;
      if (tails.length > LARGEST_BASE) throw new Error('too many names for one lexicon');
      places.units[base + label] = (label | IS_LEAF | (tails.length << BASE_SHIFT)) >>> 0;
      for (let at = depth + 1; at < key.length; at++) tails.push(key[at] as number);
      tails.push(END);
      for (const byte of payload(childFrom)) tails.push(byte);
    }
  }
  return { units: places.finished(), tails: tails.finished() };
}

function symbolAt(key: Uint8Array, depth: number): number {
  return depth < key.length ? (key[depth] as number) : END;
}

/**
 * Hands out places in the array of units, first fit, so that it has few gaps. Free places below the end are
 * chained by ascending index; those that were tried in vain for long are given up.
 */
class Places {
  units: Uint32Array<ArrayBuffer>;
  #isUsedBase: Uint8Array;
  #nextFree: Uint32Array;
  #previousFree: Uint32Array;
  /** One after the last place that is taken or chained. Place 0 is the root's, and ends the chain. */
  #end = 1;

  constructor(size: number) {
    this.units = new Uint32Array(size);
    this.#isUsedBase = new Uint8Array(size);
    this.#nextFree = new Uint32Array(size);
    this.#previousFree = new Uint32Array(size);
  }

  /** The base for children with the labels (ascending); their units are marked with them. */
  take(labels: readonly number[]): number {
    const base = this.#fit(labels);
    for (const label of labels) {
      this.#chainUpTo(base + label + 1);
      this.#unchain(base + label);
      this.units[base + label] = label;
    }
    this.#isUsedBase[base] = 1;
    return base;
  }

  #fit(labels: readonly number[]): number {
    const first = labels[0] ?? END;
    let tries = 0;
    for (let free = this.#nextFree[0] as number; free !== 0; free = this.#nextFree[free] as number) {
      const base = free - first;
      if (base > 0 && !this.#isUsedBase[base] && this.#areFree(base, labels)) return base;
      if (++tries < MOST_TRIES) continue;
      for (let i = 0; i < GIVEN_UP; i++) this.#unchain(this.#nextFree[0] as number);
      break;
    }
    let base = Math.max(1, this.#end - first);
    this.#chainUpTo(base + LABEL);
    while (this.#isUsedBase[base]) base++;
    return base;
  }

  #areFree(base: number, labels: readonly number[]): boolean {
    for (const label of labels) if (this.units[base + label]) return false;
    return true;
  }

  #chainUpTo(end: number): void {
    if (end + LABEL > this.units.length) this.#grow(end + LABEL);
    for (; this.#end < end; this.#end++) {
      const last = this.#previousFree[0] as number;
      this.#nextFree[last] = this.#end;
      this.#previousFree[this.#end] = last;
      this.#previousFree[0] = this.#end;
    }
  }

  #unchain(place: number): void {
    const next = this.#nextFree[place] as number;
    const previous = this.#previousFree[place] as number;
    if (place === 0 || this.#nextFree[previous] !== place) return; // it was given up before
    this.#nextFree[previous] = next;
    this.#previousFree[next] = previous;
  }

  #grow(size: number): void {
    const length = Math.max(size, this.units.length * 2);
    this.units = longer(this.units, length);
    this.#nextFree = longer(this.#nextFree, length);
    this.#previousFree = longer(this.#previousFree, length);
    const isUsedBase = new Uint8Array(length);
    isUsedBase.set(this.#isUsedBase);
    this.#isUsedBase = isUsedBase;
  }

  /** The array, with room so that a step from any unit stays inside. */
  finished(): Uint32Array<ArrayBuffer> {
    let last = this.#end;
    while (last > 1 && this.units[last - 1] === 0) last--;
    return longer(this.units, last + 2 * LABEL).slice(0, last + 2 * LABEL);
  }
}

function longer(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(length, array.length));
  larger.set(array);
  return larger;
}

class Bytes {
  #bytes: Uint8Array<ArrayBuffer>;
  length = 0;

  constructor(size: number) {
    this.#bytes = new Uint8Array(size);
  }

  push(byte: number): void {
    if (this.length === this.#bytes.length) {
      const larger = new Uint8Array(this.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.length++] = byte;
  }

  finished(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.length);
  }
}
