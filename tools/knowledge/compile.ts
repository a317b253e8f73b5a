import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Entity, Pack } from '../../core/knowledge/entity.ts';
import { entityOf } from '../../core/knowledge/entry.ts';
import { compileLexicon } from '../../core/recognition/compile-lexicon.ts';
import { loadKnowledge } from './knowledge.ts';
import { loadList } from './lists.ts';
import type { Fault } from './load.ts';
import { checkEntries, loadRuleContext } from './rules.ts';

/** The core pack in the two forms that the extension loads. */
export interface CompiledKnowledge {
  readonly pack: Pack;
  readonly lexicon: ArrayBuffer;
}

/** Knowledge files that break a rule: told one a line, as file, line, rule and message. */
export class KnowledgeError extends Error {
  constructor(faults: readonly Fault[]) {
    super(faults.map(({ file, line, rule, message }) => `${file}:${line}: ${rule}: ${message}`).join('\n'));
  }
}

/**
 * Compiles the core pack, or the entries of one folder. The same files give the same bytes; the pack's version is a digest of
 * what it holds.
 * @throws KnowledgeError when an entry breaks a rule: what is wrong is never shipped
 */
export async function compileKnowledge(folder?: string): Promise<CompiledKnowledge> {
  const [loaded, context, guards, givenNames, spellings] = await Promise.all([
    loadKnowledge(folder),
    loadRuleContext(),
    loadList('guards.txt'),
    loadList('given-names.txt'),
    loadList('spellings.txt'),
  ]);
  const faults = [...loaded.faults, ...checkEntries(loaded.entries, context)];
  if (faults.length > 0) throw new KnowledgeError(faults);
  const entities = loaded.entries.map(({ entry }) => entityOf(entry)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const version = digest(entities, guards, givenNames, spellings);
  return {
    pack: { format: 'pishineh-pack/1', id: 'core', version, entities },
    lexicon: compileLexicon({ version, entities, guards, givenNames, spellings, ordinaryWords: context.ordinaryWords }),
  };
}

/** Compiles and writes both files; returns the compiled knowledge. */
export async function writeKnowledge(packFile: string, lexiconFile: string): Promise<CompiledKnowledge> {
  const compiled = await compileKnowledge();
  await mkdir(dirname(packFile), { recursive: true });
  await mkdir(dirname(lexiconFile), { recursive: true });
  await writeFile(packFile, JSON.stringify(compiled.pack));
  await writeFile(lexiconFile, new Uint8Array(compiled.lexicon));
  return compiled;
}

function digest(entities: readonly Entity[], ...lists: readonly (readonly string[])[]): string {
  return createHash('sha256')
    .update(JSON.stringify([entities, lists]))
    .digest('hex')
    .slice(0, 16);
}
