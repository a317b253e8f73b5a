import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const FILE = new URL('../../knowledge/lists/left-out.tsv', import.meta.url);

/** Persian names that news uses often and the store leaves out, with the reason why. */
export async function loadLeftOut(): Promise<Map<string, string>> {
  const lines = (await readFile(fileURLToPath(FILE), 'utf8')).split('\n');
  return new Map(
    lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const [name = '', reason = ''] = line.split('\t');
        return [name, reason];
      }),
  );
}
