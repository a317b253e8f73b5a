/** Names have at most this many places where an ezafe may be written; more would only swell the lexicon. */
const MOST_EZAFES = 3;

/**
 * The spellings of a name that folding alone does not make equal: the ezafe that some writers
 * write between its words, after ه («تنگه‌ی هرمز»). The name itself comes first.
 */
export function spellingsOf(name: string): string[] {
  if (!/[هة]\s/.test(name)) return [name];
  const words = name.trim().split(/\s+/);
  let spellings: string[] = [words[0] ?? ''];
  let ezafes = 0;
  for (let i = 1; i < words.length; i++) {
    const ezafe = ezafes < MOST_EZAFES ? ezafeAfter(words[i - 1] as string) : undefined;
    if (ezafe !== undefined) ezafes++;
    spellings = spellings.flatMap((start) => [
      `${start} ${words[i]}`,
      ...(ezafe !== undefined ? [`${start}${ezafe} ${words[i]}`] : []),
    ]);
  }
  return spellings;
}

function ezafeAfter(word: string): string | undefined {
  return /[هة]$/.test(word) ? '\u200cی' : undefined;
}
