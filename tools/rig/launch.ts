import type { BrowserName } from '../lib/browsers.ts';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import type { Rig, RigOptions } from './rig.ts';

/** Starts a browser with the extension, a fresh profile, and no way out but our proxy. */
export function launch(name: BrowserName, options: RigOptions): Promise<Rig> {
  return name === 'chromium' ? launchChromium(options) : launchFirefox(options);
}
