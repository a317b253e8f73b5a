import { build, type InlineConfig } from 'wxt';
import { ROOT } from '../rig/rig.ts';

const silent = () => {};
/** Says nothing of what goes well. */
const logger: InlineConfig['logger'] = {
  level: 0,
  debug: silent,
  log: silent,
  info: silent,
  success: silent,
  warn: console.warn,
  error: console.error,
  fatal: console.error,
};

/** Builds the extension into `.output/`, as it goes to the store. */
export async function buildExtension(browser: 'chrome' | 'firefox'): Promise<void> {
  await build({ root: ROOT, browser, logger });
}
