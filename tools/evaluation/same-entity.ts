import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { nameKey, type SameEntity } from './score.ts';

/** The file `same-entity.tsv` beside a gold file, when there is one. */
export function sameEntityBeside(gold: string): string | undefined {
  const beside = join(dirname(gold), 'same-entity.tsv');
  return existsSync(beside) ? beside : undefined;
}

/** Reads which names gold spells one entity by: each line a group, tabs between. No file, no groups. */
export async function readSameEntity(file: string | undefined): Promise<SameEntity> {
  const groups = new Map<string, Set<number>>();
  const lines = file === undefined ? [] : (await readFile(file, 'utf8')).split('\n');
  for (const [index, line] of lines.entries()) {
    for (const name of line.split('\t').filter((part) => part.trim() !== '')) {
      const key = nameKey(name);
      groups.set(key, (groups.get(key) ?? new Set()).add(index));
    }
  }
  return groups;
}
