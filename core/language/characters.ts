/**
 * What each UTF-16 code unit means to the folder: a letter to compare, a joint between words, a mark to
 * skip, or something that ends a word. One table of bytes, so that folding is a single look-up per code unit.
 *
 * Sources: Unicode 16 Arabic block and presentation forms (NFKC decompositions are asked of the runtime,
 * not copied); the letter variants are those that Persian keyboards, Arabic keyboards and old news
 * archives write for one Persian letter.
 */

/**
 * The code of a UTF-16 unit: what it is to the folder, in one byte. Codes below `FIRST_LETTER` are no letters;
 * the letters of the alphabet follow in its order, so that a code is the lexicon's symbol too.
 */
export const Code = {
  /** Ends a word and may not stand inside a name: punctuation, symbols, unknown scripts. */
  Break: 0,
  /** White space or underscore: a joint that is written as a gap. */
  Space: 1,
  /** ZWNJ and its stand-ins: a joint without a gap. */
  Zwnj: 2,
  /** Hyphens and dashes: a joint when it stands between two parts of a name. */
  Hyphen: 3,
  /** A full stop: a joint inside acronyms («ج.ا»), a break elsewhere. */
  Dot: 4,
  /** Apostrophes («L'Équipe») and tatweel: nothing between two letters, a break elsewhere. */
  Inner: 5,
  /** Diacritics, bidi and other invisible controls: not there at all. */
  Skip: 6,
  /** One unit for several letters (ligatures): ask `lettersOf`. */
  Several: 7,
  FIRST_LETTER: 8,
  /** A letter that no name of ours holds; it counts, so that it ends no word. */
  Foreign: 127,
} as const;

const PERSIAN = 'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی';
/** Every letter that a name can hold, in the order of its codes. */
export const ALPHABET = `${PERSIAN}0123456789abcdefghijklmnopqrstuvwxyz`;

const VARIANTS: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ئ: 'ی',
  ې: 'ی',
  ۍ: 'ی',
  ێ: 'ی',
  ے: 'ی',
  ۓ: 'ی',
  ك: 'ک',
  ڪ: 'ک',
  ګ: 'گ',
  ة: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ۂ: 'ه',
  ۃ: 'ه',
  ھ: 'ه',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ٲ: 'ا',
  ٳ: 'ا',
  ؤ: 'و',
  ۆ: 'و',
  ۇ: 'و',
  ۈ: 'و',
  ۋ: 'و',
  ڤ: 'ف',
  // a lone hamza («رؤسای جزء») is left out by most typists
  ء: '',
};

const ZWNJ_LIKE = new Set([0x200b, 0x200c, 0x200d, 0x00ad, 0x2060, 0xfeff]);
const INNER = new Set([0x27, 0x2019, 0x02bc, 0x0640]);
const HYPHENS = new Set([0x2d, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212]);

function isInvisibleControl(code: number): boolean {
  return (
    code === 0x061c ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}

function foldDecomposed(text: string): string {
  let folded = '';
  for (const char of text) {
    const variant = VARIANTS[char];
    if (variant !== undefined) folded += variant;
    else if (ALPHABET.includes(char)) folded += char;
    else if (/\p{Nd}/u.test(char)) folded += digitOf(char);
    else if (!/\p{M}/u.test(char)) return ''; // a compatibility form of something that is no letter
  }
  return folded;
}

function digitOf(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660);
  if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0);
  return '';
}

/** The `Code` of every UTF-16 unit. */
export const CODES = new Uint8Array(0x10000);
const LETTERS = new Map<number, string>();

function classify(code: number): void {
  if (code >= 0xd800 && code <= 0xdfff) return; // surrogates, paired or lone, are breaks
  const char = String.fromCharCode(code);
  if (ZWNJ_LIKE.has(code)) CODES[code] = Code.Zwnj;
  else if (HYPHENS.has(code)) CODES[code] = Code.Hyphen;
  else if (code === 0x2e) CODES[code] = Code.Dot;
  else if (INNER.has(code)) CODES[code] = Code.Inner;
  else if (code === 0x5f || /\s/.test(char)) CODES[code] = Code.Space;
  else if (isInvisibleControl(code) || /\p{M}/u.test(char)) CODES[code] = Code.Skip;
  else if (/[\p{L}\p{Nd}]/u.test(char)) {
    const letters =
      char in VARIANTS
        ? VARIANTS[char]
        : foldDecomposed(char.normalize('NFKC').normalize('NFD').toLowerCase()) || char.toLowerCase().charAt(0);
    CODES[code] = letters ? codeOf(letters) : Code.Skip;
    if (letters) LETTERS.set(code, letters);
  }
}
// Letters of scripts outside these ranges do not stand beside Persian words; they are breaks.
for (const [from, to] of [
  [0x0000, 0x05ff],
  [0x0600, 0x06ff],
  [0x0750, 0x077f],
  [0x08a0, 0x08ff],
  [0x1680, 0x1680],
  [0x1d00, 0x1eff],
  [0x2000, 0x206f],
  [0x2c60, 0x2c7f],
  [0x2212, 0x2212],
  [0x3000, 0x3000],
  [0xfb50, 0xfdff],
  [0xfe00, 0xfe0f],
  [0xfe70, 0xfeff],
] as const) {
  for (let code = from; code <= to; code++) classify(code);
}

function codeOf(letters: string): number {
  if (letters.length > 1) return Code.Several;
  const index = ALPHABET.indexOf(letters);
  return index === -1 ? Code.Foreign : index + Code.FIRST_LETTER;
}

/** The folded letters of a UTF-16 unit (one, or more for ligatures); '' for what is no letter. */
export function lettersOf(unit: number): string {
  return LETTERS.get(unit) ?? '';
}
