import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { Entity } from '../../core/knowledge/entity.ts';
import { randomNumbers } from './names.ts';

/** Texts of at least this many UTF-16 units, unless the files hold fewer. */
const ENOUGH = 5_000_000;

/** The texts of JSON Lines files (`{text}` a line; `.gz` is unpacked), up to enough of them. */
export async function readTexts(files: readonly string[]): Promise<string[]> {
  const texts: string[] = [];
  let units = 0;
  for (const file of files) {
    const bytes = await readFile(file);
    const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
    for (const line of lines) {
      if (line === '' || units >= ENOUGH) continue;
      const { text } = JSON.parse(line) as { text?: unknown };
      if (typeof text !== 'string') throw new Error(`${file}: a line has no text`);
      texts.push(text);
      units += text.length;
    }
  }
  return texts;
}

/** News-like texts made of our own entries' sentences, for machines without a corpus. The same each time. */
export function makeTexts(own: readonly Entity[]): string[] {
  const random = randomNumbers(2);
  const sentences = own.flatMap((entity) => entity.background?.split(/(?<=\.) /) ?? []);
  const texts: string[] = [];
  for (let units = 0; units < ENOUGH; ) {
    const lines = Array.from({ length: 6 }, () =>
      Array.from({ length: 3 }, () => sentences[Math.floor(random() * sentences.length)]).join(' '),
    );
    const text = lines.join('\n');
    texts.push(text);
    units += text.length;
  }
  return texts;
}
