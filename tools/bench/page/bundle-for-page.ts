import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../../rig/rig.ts';

/** A module of ours as a script to be run in a page; what it sets as `pishinehBench` is what `inPage()` gives there. */
export async function bundleForPage(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      lib: { entry: join(ROOT, entry), formats: ['iife'], name: 'unused', fileName: 'bench' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('the bench could not be bundled');
  return `${output.output[0].code}; globalThis.inPage = () => globalThis.pishinehBench;`;
}
