import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveAndKill } from './durability/save-and-kill.ts';
import { type BrowserName, ensureBrowsers } from './lib/browsers.ts';
import { buildExtension } from './lib/build-extension.ts';
import { runCommand, UsageError } from './lib/command.ts';
import { serveSites } from './rig/site-server.ts';

const ROUNDS = 200;

await runCommand({
  name: 'durability',
  usage: 'npm run durability -- [--chromium | --firefox] [ROUNDS]',
  about:
    `Kills the browser at random moments while it saves highlights, ${ROUNDS} times unless told otherwise, and looks ` +
    'whether everything that was reported saved is there. Takes some ten minutes for each browser.',
  async run(args) {
    const rounds = Number(args.find((arg) => !arg.startsWith('--')) ?? ROUNDS);
    if (!Number.isInteger(rounds) || rounds < 1) throw new UsageError('the number of rounds must be 1 or more');
    const browsers: BrowserName[] = args.includes('--chromium')
      ? ['chromium']
      : args.includes('--firefox')
        ? ['firefox']
        : ['chromium', 'firefox'];
    ensureBrowsers(browsers);
    let isWhole = true;
    for (const name of browsers) {
      await buildExtension(name === 'firefox' ? 'firefox' : 'chrome');
      isWhole = (await measure(name, rounds)) && isWhole;
    }
    return isWhole ? 0 : 1;
  },
});

/** Prints what came of it in one browser; false when something was lost. */
async function measure(name: BrowserName, rounds: number): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), `pishineh-durability-${name}-`));
  const sites = await serveSites();
  try {
    const options = { proxyPort: sites.port, folder };
    const report = await saveAndKill(name, options, rounds, Math.random, (round, reported, lost) => {
      if (round % 10 === 0) console.error(`${name}, after round ${round}: ${reported} reported saved, ${lost} lost`);
    });
    console.log(
      `highlights reported saved in ${name} that were lost in ${rounds} rounds: ${report.lost.length} of ${report.reported}`,
    );
    return report.lost.length === 0;
  } finally {
    await sites.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 300 });
  }
}
