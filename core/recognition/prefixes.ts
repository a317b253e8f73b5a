/**
 * A filter of how keys begin: tells in a few reads that no key of the lexicon begins at a word, which is so at
 * six of seven words of news. It holds the first five letters of every key (all of a shorter one) in a bitmap
 * under a multiplicative hash (D. Knuth, TAOCP 6.4), with 32 bits for each, so that about one word in ten is
 * let through in vain; the trie has the last word. Five letters were best by measurement: with four, twice as
 * many words pass; with six, the table is twice as large.
 */
export type Prefixes = Uint32Array;

const LONGEST = 5;
const BITS_PER_PREFIX = 32;
const STEP = 0x9e3779b1;
const SPREAD = 0x85ebca6b;

/** Builds the filter for keys of symbols. */
export function buildPrefixes(keys: readonly Uint8Array[]): Uint32Array<ArrayBuffer> {
  const hashes = new Set<number>();
  for (const key of keys) {
    let hash = key[0] as number;
    for (let i = 1; i < key.length && i < LONGEST; i++) hash = (Math.imul(hash, STEP) + (key[i] as number)) | 0;
    hashes.add(hash);
  }
  let size = 1024;
  while (size < hashes.size * BITS_PER_PREFIX) size *= 2;
  const bits = new Uint32Array(size / 32);
  const shift = shiftOf(bits);
  for (const hash of hashes) {
    const bit = Math.imul(hash, SPREAD) >>> shift;
    bits[bit >>> 5] = (bits[bit >>> 5] as number) | (1 << (bit & 31));
  }
  return bits;
}

/** What `mayBegin` needs to know of a filter's size. */
export function shiftOf(bits: Prefixes): number {
  return Math.clz32(bits.length * 32 - 1);
}

/** Whether a key of two letters or more may begin at the symbol; when 0, none does. */
export function mayBegin(bits: Prefixes, shift: number, symbols: Uint8Array, start: number): number {
  const two = (Math.imul(symbols[start] as number, STEP) + (symbols[start + 1] as number)) | 0;
  const three = (Math.imul(two, STEP) + (symbols[start + 2] as number)) | 0;
  const four = (Math.imul(three, STEP) + (symbols[start + 3] as number)) | 0;
  const five = (Math.imul(four, STEP) + (symbols[start + 4] as number)) | 0;
  const bit2 = Math.imul(two, SPREAD) >>> shift;
  const bit3 = Math.imul(three, SPREAD) >>> shift;
  const bit4 = Math.imul(four, SPREAD) >>> shift;
  const bit5 = Math.imul(five, SPREAD) >>> shift;
  return (
    (((bits[bit2 >>> 5] as number) >>> (bit2 & 31)) |
      ((bits[bit3 >>> 5] as number) >>> (bit3 & 31)) |
      ((bits[bit4 >>> 5] as number) >>> (bit4 & 31)) |
      ((bits[bit5 >>> 5] as number) >>> (bit5 & 31))) &
    1
  );
}
