import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zip } from 'wxt';
import { runCommand, UsageError } from './lib/command.ts';
import { ROOT } from './rig/rig.ts';

await runCommand({
  name: 'zip',
  usage: 'npm run zip',
  about:
    'Makes the store packages for Chrome and Firefox, with the sources that Firefox’s store wants, and lints them.',
  async run(args) {
    if (args.length > 0) throw new UsageError('there are no options');
    for (const browser of ['chrome', 'firefox']) await zip({ root: ROOT, browser });
    const lint = spawnSync(
      'web-ext',
      ['lint', '--no-config-discovery', '--warnings-as-errors', '-s', join(ROOT, '.output/firefox-mv3')],
      { stdio: 'inherit' },
    );
    if (lint.status !== 0) throw new Error('web-ext lint found something in the Firefox package; see above.');
    const folder = join(ROOT, '.output');
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.zip')).sort()) {
      const digest = createHash('sha256')
        .update(await readFile(join(folder, name)))
        .digest('hex');
      console.log(`${digest}  ${name}`);
    }
    return 0;
  },
});
