import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { saveAndKill } from '../../tools/durability/save-and-kill.ts';
import { BROWSERS } from '../../tools/rig/rig.ts';
import { serveSites } from '../../tools/rig/site-server.ts';

/** Few, as each starts a browser: `npm run durability` takes 200. */
const ROUNDS = 3;

describe.each(BROWSERS)('a browser that is killed while it saves, in %s', (name) => {
  it('has lost nothing that was reported saved', { timeout: 120_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), `pishineh-killed-${name}-`));
    const sites = await serveSites();
    try {
      const options = { proxyPort: sites.port, folder };
      const { reported, lost } = await saveAndKill(name, options, ROUNDS, Math.random, () => {});
      expect(reported).toBeGreaterThanOrEqual(ROUNDS);
      expect(lost).toEqual([]);
    } finally {
      await sites.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 300 });
    }
  });
});
