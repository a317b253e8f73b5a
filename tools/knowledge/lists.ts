import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { foldKey } from '../../core/language/fold.ts';

const folder = new URL('../../knowledge/lists/', import.meta.url);

/** The lines of a list in `knowledge/lists/`, without comments and empty lines. */
export async function loadList(name: string): Promise<string[]> {
  const text = await readFile(fileURLToPath(new URL(name, folder)), 'utf8');
  return text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
}

/** Folded keys of ordinary words, less those that an editor declared to be used as names only. */
export async function loadOrdinaryWords(): Promise<Set<string>> {
  const [words, notWords] = await Promise.all([loadList('ordinary-words.txt'), loadList('names-not-words.txt')]);
  const keys = new Set(words.map(foldKey));
  for (const word of notWords) keys.delete(foldKey(word));
  return keys;
}
