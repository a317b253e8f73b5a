/**
 * The file format of a lexicon: a header, then typed arrays one after another, each at a multiple of four
 * bytes. Little-endian, as every machine that browsers run on.
 */
const LAYOUT = {
  /** Indexes of strings: version, given names. */
  meta: Uint32Array,
  base: Int32Array,
  check: Int32Array,
  /** First name of each key, and one more for the end. */
  keyNames: Uint32Array,
  nameEntity: Uint32Array,
  /** Trust in the two low bits, 4 for names of several words. */
  nameTrust: Uint8Array,
  nameFrom: Int32Array,
  nameTo: Int32Array,
  nameJointStarts: Uint32Array,
  jointPool: Uint8Array,
  nameCueStarts: Uint32Array,
  cueText: Uint32Array,
  /** 1 for a cue against; place in the bits above. */
  cueKind: Uint8Array,
  entityId: Uint32Array,
  entityKind: Uint8Array,
  entityFrom: Int32Array,
  entityTo: Int32Array,
  relatedStarts: Uint32Array,
  relatedPool: Uint32Array,
  entityWords: Uint32Array,
  stringStarts: Uint32Array,
  /** UTF-8. */
  strings: Uint8Array,
} as const;

type Layout = typeof LAYOUT;
export type Sections = { readonly [K in keyof Layout]: InstanceType<Layout[K]> };

const MAGIC = 0x31485350; // "PSH1"
const KEYS = Object.keys(LAYOUT) as (keyof Layout)[];
const HEADER_WORDS = 1 + KEYS.length;

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
