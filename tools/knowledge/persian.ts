/**
 * Faults of Persian orthography in our own text, each told in words. Follows the Academy's rules where a
 * pattern can tell: Persian letters and digits, ZWNJ after «می» and before plural «ها», Persian marks.
 */
export function persianFaults(text: string): string[] {
  return RULES.filter(({ pattern }) => pattern.test(text)).map(
    ({ pattern, message }) => `${message} («${pattern.exec(text)?.[0].trim()}»)`,
  );
}

const WORD = '[\\u0621-\\u06cc]';
const RULES: readonly { pattern: RegExp; message: string }[] = [
  { pattern: /[يىكةۀ]/, message: 'Arabic letter where Persian has ی, ک or ه' },
  { pattern: /[0-9\u0660-\u0669]/, message: 'Persian text has Persian digits ۰-۹' },
  { pattern: /[,;?%](?=\s|$)/, message: 'Persian marks are ، ؛ ؟ ٪' },
  { pattern: /["“”]/, message: 'Persian quotation marks are « »' },
  { pattern: / {2,}/, message: 'two spaces' },
  { pattern: /\s[،؛؟.!:»](?=\s|$)/, message: 'a mark stands right after its word' },
  { pattern: /«\s/, message: 'no space after «' },
  { pattern: /[،؛؟](?=[\u0621-\u06cc])/, message: 'a space follows a mark' },
  { pattern: /\u200c(?=[\s\u200c]|$)|\s\u200c/, message: 'ZWNJ at the edge of a word' },
  { pattern: /[اآدذرزژوؤأإ]\u200c(?=[\u0621-\u06cc])/, message: 'no ZWNJ after a letter that never joins the next' },
  { pattern: new RegExp(`(^|\\s)(ن?می) (?=${WORD})`), message: 'ZWNJ, not a space, after «می»' },
  {
    pattern: new RegExp(`${WORD} (ها|های|هایی|هایش|هایشان)(?=[\\s،؛.»)]|$)`),
    message: 'ZWNJ, not a space, before «ها»',
  },
  { pattern: /[هى] ?ٔ/, message: 'write «ه‌ی» or plain ه instead of the hamza above' },
];
