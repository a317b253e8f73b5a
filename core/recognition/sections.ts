/**
 * The file format of a lexicon: a header, then typed arrays one after another, each at a multiple of four
 * bytes. Little-endian, as every machine that browsers run on.
 */
const LAYOUT = {
  /** Indexes of strings: version, given names. */
  meta: Uint32Array,
  prefixes: Uint32Array,
  units: Uint32Array,
  tails: Uint8Array,
  /** See `NameBits`. */
  names: Uint32Array,
  /** The names that have dates or cues, ascending, and what they have. */
  moreName: Uint32Array,
  moreFrom: Int32Array,
  moreTo: Int32Array,
  moreCueStarts: Uint32Array,
  cueText: Uint32Array,
  /** 1 for a cue against; place in the bits above. */
  cueKind: Uint8Array,
  entityId: Uint32Array,
  entityKind: Uint8Array,
  entityFrom: Int32Array,
  entityTo: Int32Array,
  entityActiveFrom: Int32Array,
  entityActiveTo: Int32Array,
  /** Topic in the low bits; 128 for a country. */
  entityTopic: Uint8Array,
  relatedStarts: Uint32Array,
  relatedPool: Uint32Array,
  entityWords: Uint32Array,
  stringStarts: Uint32Array,
  /** UTF-8. */
  strings: Uint8Array,
} as const;

type Layout = typeof LAYOUT;
export type Sections = { readonly [K in keyof Layout]: InstanceType<Layout[K]> };

const MAGIC = 0x32485350; // "PSH2"
const KEYS = Object.keys(LAYOUT) as (keyof Layout)[];
const HEADER_WORDS = 1 + KEYS.length;

/** How a name is packed in 32 bits. */
export const NameBits = {
  ENTITY: 0x3fffff,
  TRUST_SHIFT: 22,
  IS_FULL: 1 << 24,
  /** The last name of its key. */
  IS_LAST: 1 << 25,
  /** It has dates or cues. */
  HAS_MORE: 1 << 26,
} as const;

/** Lays the arrays out in one buffer. */
export function writeSections(sections: Sections): ArrayBuffer {
  const header = new Uint32Array(HEADER_WORDS);
  header[0] = MAGIC;
  let size = HEADER_WORDS * 4;
  for (const [index, key] of KEYS.entries()) {
    header[index + 1] = sections[key].length;
    size += padded(sections[key].byteLength);
  }
  const bytes = new Uint8Array(size);
  bytes.set(new Uint8Array(header.buffer));
  let at = HEADER_WORDS * 4;
  for (const key of KEYS) {
    const array = sections[key];
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += padded(array.byteLength);
  }
  return bytes.buffer;
}

/**
 * Views on the arrays of a buffer that `writeSections` made.
 * @throws when the buffer is something else, or cut short
 */
export function readSections(buffer: ArrayBuffer): Sections {
  if (buffer.byteLength < HEADER_WORDS * 4) throw new Error('the lexicon is cut short');
  const header = new Uint32Array(buffer, 0, HEADER_WORDS);
  if (header[0] !== MAGIC) throw new Error('this is no lexicon, or one of another format');
  let at = HEADER_WORDS * 4;
  const sections: Record<string, unknown> = {};
  for (const [index, key] of KEYS.entries()) {
    const length = header[index + 1] as number;
    const ArrayType = LAYOUT[key];
    const bytes = length * ArrayType.BYTES_PER_ELEMENT;
    if (at + bytes > buffer.byteLength) throw new Error('the lexicon is cut short');
    sections[key] = new ArrayType(buffer, at, length);
    at += padded(bytes);
  }
  return sections as Sections;
}

function padded(bytes: number): number {
  return (bytes + 3) & ~3;
}
