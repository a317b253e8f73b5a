import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Entry, entityOf } from '../../core/knowledge/entry.ts';
import { foldKey } from '../../core/language/fold.ts';
import { loadList } from './lists.ts';

const NOT_WORDS = new URL('../../knowledge/lists/names-not-words.txt', import.meta.url);

/**
 * The names of the store that are ordinary words too, a line each: what keeps them from being found where the
 * word is meant. That is a cue, or the reason why news uses the word as a name only.
 */
export async function ordinaryNames(entries: Iterable<Entry>): Promise<string[]> {
  const words = new Set((await loadList('ordinary-words.txt')).map(foldKey));
  const reasons = new Map<string, string>();
  for (const line of (await readFile(fileURLToPath(NOT_WORDS), 'utf8')).split('\n')) {
    const [word = '', reason = ''] = line.split('#');
    if (word.trim() !== '') reasons.set(foldKey(word), reason.trim());
  }
  const lines: string[] = [];
  for (const entry of entries) {
    for (const name of entityOf(entry).names) {
      const key = foldKey(name.text);
      if (!words.has(key)) continue;
      const why = name.for?.length ? `${name.for.length} cues: ${name.for.slice(0, 4).join('، ')}` : reasons.get(key);
      lines.push(`${name.text}\t${entry.id}\t${name.trust}\t${why ?? `needs the full name in the document`}`);
    }
  }
  return lines.sort((a, b) => a.localeCompare(b, 'fa'));
}
