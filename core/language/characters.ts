/**
 * What each UTF-16 code unit means to the folder: a letter to compare, a joint between words, a mark to
 * skip, or something that ends a word. One table, so that folding is a single look-up per code unit.
 *
 * Sources: Unicode 16 Arabic block and presentation forms (NFKC decompositions are asked of the runtime,
 * not copied); the letter variants are those that Persian keyboards, Arabic keyboards and old news
 * archives write for one Persian letter.
 */

/** The class of a code unit. What letters a `Letter` stands for is told by `lettersOf`. */
export const Class = {
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
  /** Diacritics, bidi and other invisible controls: not there at all. */
  Skip: 5,
  /** One or more letters to compare; letters of other scripts count too, so that they end no word. */
  Letter: 6,
  /** Apostrophes («L'Équipe») and tatweel: nothing between two letters, a break elsewhere. */
  Inner: 7,
} as const;
export type Class = (typeof Class)[keyof typeof Class];

const PERSIAN = 'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی';
/** Every letter that folded text can hold, in the order of the symbol numbers that the lexicon uses. */
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

const CLASS = new Uint8Array(0x10000);
const LETTERS = new Map<number, string>();

function classify(code: number): void {
  if (code >= 0xd800 && code <= 0xdfff) return; // surrogates, paired or lone, are breaks
  const char = String.fromCharCode(code);
  if (ZWNJ_LIKE.has(code)) CLASS[code] = Class.Zwnj;
  else if (HYPHENS.has(code)) CLASS[code] = Class.Hyphen;
  else if (code === 0x2e) CLASS[code] = Class.Dot;
  else if (INNER.has(code)) CLASS[code] = Class.Inner;
  else if (code === 0x5f || /\s/.test(char)) CLASS[code] = Class.Space;
  else if (isInvisibleControl(code) || /\p{M}/u.test(char)) CLASS[code] = Class.Skip;
  else if (/[\p{L}\p{Nd}]/u.test(char)) {
    const letters =
      char in VARIANTS
        ? VARIANTS[char]
        : foldDecomposed(char.normalize('NFKC').normalize('NFD').toLowerCase()) || char.toLowerCase().charAt(0);
    CLASS[code] = letters ? Class.Letter : Class.Skip;
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

/** The class of a UTF-16 code unit (0 to 0xFFFF). */
export function classOf(code: number): Class {
  return CLASS[code] as Class;
}

/** The folded letters of a code unit of class `Letter` (one, or more for ligatures); '' for any other. */
export function lettersOf(code: number): string {
  return LETTERS.get(code) ?? '';
}
