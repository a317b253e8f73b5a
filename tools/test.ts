import { spawnSync } from 'node:child_process';
import { ensureBrowsers } from './lib/browsers.ts';
import { runCommand, UsageError } from './lib/command.ts';

/** Each step with what it tells; the first that fails ends the run. */
const STEPS: readonly { readonly name: string; readonly command: readonly string[] }[] = [
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint', command: ['biome', 'check', '.'] },
  { name: 'knowledge', command: ['node', 'tools/knowledge-check.ts'] },
  { name: 'unit, property, contract and component tests', command: ['vitest', 'run'] },
  { name: 'end-to-end tests in Chromium and Firefox', command: ['vitest', 'run', '--config', 'vitest.e2e.config.ts'] },
  { name: 'the packages', command: ['vitest', 'run', '--config', 'vitest.package.config.ts'] },
];

await runCommand({
  name: 'test',
  usage: 'npm test',
  about: 'Checks types, lint and knowledge, and runs all tests, also in real Chromium and Firefox.',
  async run(args) {
    if (args.length > 0) throw new UsageError('there are no options; run vitest itself to pick tests');
    ensureBrowsers(['chromium', 'firefox']);
    for (const { name, command } of STEPS) {
      console.log(`\n— ${name}`);
      const [program = '', ...rest] = command;
      const { status } = spawnSync(program, rest, { stdio: 'inherit' });
      if (status !== 0) throw new Error(`${name} failed (${command.join(' ')}); see above.`);
    }
    return 0;
  },
});
