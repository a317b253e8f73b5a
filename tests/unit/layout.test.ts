import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);
const written: string[] = [];

/** What the linter says of a file with one import, standing in a folder of the project. */
async function lint(folder: string, imported: string): Promise<string> {
  const file = join(ROOT, folder, `layout-probe-${written.length}.ts`);
  written.push(file);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `import { thing } from '${imported}';\n\nexport const other = thing;\n`);
  try {
    await run(join(ROOT, 'node_modules/.bin/biome'), ['lint', '--colors=off', file], { cwd: ROOT });
    return '';
  } catch (error) {
    return (
      String((error as { stdout?: string; stderr?: string }).stdout) + String((error as { stderr?: string }).stderr)
    );
  } finally {
    await rm(file, { force: true });
  }
}

afterAll(() => Promise.all(written.map((file) => rm(file, { force: true }))));

// each runs the linter: a busy machine takes its time
describe('the rule of the house', { timeout: 60_000 }, () => {
  it.each([
    ['core/language', '../../page/blocks.ts'],
    ['core/recognition', '../../storage/knowledge-store.ts'],
    ['core/card', 'preact'],
    ['core/knowledge', 'node:fs'],
    ['core/highlights', 'webextension-polyfill'],
    ['page', '../storage/knowledge-store.ts'],
    ['page', '../platform/settings.ts'],
    ['entrypoints/companion', '../../storage/dexie-knowledge-store.ts'],
    ['storage', '../page/blocks.ts'],
    ['components', '../platform/texts.ts'],
    ['platform', '../storage/knowledge-store.ts'],
    ['page', 'webextension-polyfill'],
    ['entrypoints/background', 'webextension-polyfill'],
    ['entrypoints/reader.content', '../../storage/dexie-knowledge-store.ts'],
    ['entrypoints/reader.content', 'dexie'],
  ])('forbids %s to import %s', async (folder, imported) => {
    expect(await lint(folder, imported)).toContain('noRestrictedImports');
  });

  it.each([
    ['core/card', '../knowledge/entity.ts'],
    ['page', '../core/language/fold.ts'],
    ['storage', 'dexie'],
    ['platform', 'webextension-polyfill'],
    ['entrypoints/background', '../../storage/dexie-knowledge-store.ts'],
  ])('lets %s import %s', async (folder, imported) => {
    expect(await lint(folder, imported)).not.toContain('noRestrictedImports');
  });
});
