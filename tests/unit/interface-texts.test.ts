import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import fa from '../../public/_locales/fa/messages.json' with { type: 'json' };
import { persianFaults } from '../../tools/knowledge/persian.ts';
import { ROOT } from '../../tools/rig/rig.ts';

/** All that our own code says, in which each key must stand. */
async function sources(): Promise<string> {
  const folders = ['components', 'entrypoints', 'platform'];
  const files = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(join(ROOT, folder), { recursive: true });
      return names.filter((name) => /\.tsx?$/.test(name)).map((name) => join(ROOT, folder, name));
    }),
  );
  const texts = await Promise.all([...files.flat(), join(ROOT, 'wxt.config.ts')].map((file) => readFile(file, 'utf8')));
  return texts.join('\n');
}

describe('the interface', () => {
  it('has no text that nothing shows', async () => {
    const code = await sources();
    const unused = Object.keys(en).filter((key) => !code.includes(`'${key}'`) && !code.includes(`__MSG_${key}__`));
    expect(unused).toEqual([]);
  });
  it('has every text that is asked for', async () => {
    const asked = [...(await sources()).matchAll(/\b(?:t|text|prepareScreen)\('(\w+)'/g)].map(
      (match) => match[1] ?? '',
    );
    expect(asked.length).toBeGreaterThan(60);
    expect(asked.filter((key) => !(key in en))).toEqual([]);
  });
  it('says everything in both languages', () => {
    expect(Object.keys(fa).sort()).toEqual(Object.keys(en).sort());
  });
  it('has the same gaps in both', () => {
    for (const [key, text] of Object.entries(fa)) {
      expect([key, text.message.includes('$ONE$')]).toEqual([
        key,
        en[key as keyof typeof en].message.includes('$ONE$'),
      ]);
    }
  });
  it.each(Object.entries(fa).filter(([key]) => key !== 'language'))('writes Persian well: %s', (_, { message }) => {
    expect(persianFaults(message.replace('$ONE$', 'چیزی'))).toEqual([]);
  });
});
