/**
 * Whether text is Persian (Dari included), and not Arabic, Urdu, Kurdish, Pashto or a language of another
 * script. A count of letters and small words that only one of them has; made to be cheap, so that a page in
 * another language is left after a few hundred characters.
 */

/** Enough to tell; more would only cost time. */
export const SAMPLE_LENGTH = 4000;
/** Letters needed before anything is said at all. */
const FEWEST_LETTERS = 40;

const ARABIC_SCRIPT = /[\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]/g;
const LATIN = /[A-Za-z]/g;
const PERSIAN_WORDS =
  /(?<![\u0600-\u06ff\u200c])(?:است|این|که|از|برای|شد|شده|را|خود|آن|های|کرد|می|کند|بود|نیز|اما|یک|هم|با|در|به|تا|یا|باید|دارد|گفت|ما|من)(?![\u0600-\u06ff])/g;
const ARABIC_WORDS =
  /(?<![\u0600-\u06ff])(?:في|من|على|إلى|الى|أن|ان|التي|الذي|هذا|هذه|عن|مع|كان|ما|لا|قال|بين|ذلك|و?لم)(?![\u0600-\u06ff])|(?<![\u0600-\u06ff])ال[\u0621-\u064a]{3,}/g;
/** Letters that Persian has and Arabic has not, and the other way round. */
const PERSIAN_LETTERS = /[پچژگ]/g;
const ARABIC_LETTERS = /[ةىأإ]/g;
/** Letters that Urdu, Kurdish and Pashto write and Persian does not. */
const URDU_LETTERS = /[ٹڈڑںےھہۓ]/g;
const KURDISH_LETTERS = /[ڕڵێۆەڤ]/g;
const PASHTO_LETTERS = /[ټډړږښڼۍې]/g;

/** `unknown` when the text is too short to tell. */
export type TextLanguage = 'persian' | 'other' | 'unknown';

/** Tells whether the text is Persian from its first `SAMPLE_LENGTH` UTF-16 units. */
export function tellLanguage(text: string): TextLanguage {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const letters = count(sample, ARABIC_SCRIPT);
  const latin = count(sample, LATIN);
  if (letters + latin < FEWEST_LETTERS) return 'unknown';
  if (letters < latin / 2) return 'other';
  const foreign = letters / 50; // a name or a quotation in another language is no reason to leave
  if (
    count(sample, URDU_LETTERS) > foreign ||
    count(sample, KURDISH_LETTERS) > foreign ||
    count(sample, PASHTO_LETTERS) > foreign
  ) {
    return 'other';
  }
  const persian = count(sample, PERSIAN_WORDS) + count(sample, PERSIAN_LETTERS) / 2;
  const arabic = count(sample, ARABIC_WORDS) + count(sample, ARABIC_LETTERS) / 2;
  if (persian === 0 && arabic === 0) return 'unknown';
  return persian > arabic ? 'persian' : 'other';
}

/** True when the text is surely Persian; false when it is not, or too short to tell. */
export function isPersian(text: string): boolean {
  return tellLanguage(text) === 'persian';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
