import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where the browsers are, by Debian package. An environment variable overrules. */
const BROWSERS = {
  chromium: {
    variable: 'CHROMIUM',
    paths: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
    packages: ['chromium'],
  },
  firefox: {
    variable: 'FIREFOX',
    paths: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
    // with its Persian interface, in which the tests look at our own
    packages: ['firefox-esr', 'firefox-esr-l10n-fa'],
  },
} as const;
export type BrowserName = keyof typeof BROWSERS;

/** The path of an installed browser; undefined when there is none. */
export function findBrowser(name: BrowserName): string | undefined {
  const { variable, paths } = BROWSERS[name];
  return [process.env[variable], ...paths].find((path) => path !== undefined && existsSync(path));
}

/**
 * Makes sure that the browsers are there, installing what is missing through apt where we may.
 * @throws with one sentence that says what to install
 */
export function ensureBrowsers(names: readonly BrowserName[]): void {
  const missing = names.filter(
    (name) => findBrowser(name) === undefined || (name === 'firefox' && !hasPersianFirefox()),
  );
  if (missing.length === 0) return;
  const packages = [...missing.flatMap((name) => BROWSERS[name].packages), 'fonts-noto-core'];
  const apt = aptCommand();
  if (apt === undefined) {
    throw new Error(
      `${missing.join(' and ')} must be installed first (on Debian: apt install ${packages.join(' ')}), or named by ${missing.map((name) => BROWSERS[name].variable).join(', ')}.`,
    );
  }
  console.error(`Installing ${packages.join(', ')} (once)…`);
  run([...apt, 'update', '-qq']);
  run([...apt, 'install', '-y', '-qq', '--no-install-recommends', ...packages]);
  const still = names.filter((name) => findBrowser(name) === undefined);
  if (still.length > 0)
    throw new Error(`apt installed no ${still.join(' and no ')}; install it by hand and try again.`);
}

/** Debian packages Firefox's languages apart from it; another Firefox brings what it brings. */
function hasPersianFirefox(): boolean {
  return (
    findBrowser('firefox') !== '/usr/bin/firefox-esr' ||
    existsSync('/usr/lib/firefox-esr/browser/extensions/langpack-fa@firefox-esr.mozilla.org.xpi') ||
    existsSync('/usr/lib/firefox-esr/distribution/extensions/langpack-fa@firefox-esr.mozilla.org.xpi')
  );
}

/** How apt-get can be called without asking anybody for a password; undefined when it can't. */
function aptCommand(): string[] | undefined {
  if (spawnSync('apt-get', ['--version']).status !== 0) return undefined;
  if (process.getuid?.() === 0) return ['apt-get'];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n', 'apt-get'] : undefined;
}

function run([command = '', ...args]: string[]): void {
  // apt prints its progress on the standard output, which belongs to our own results
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) throw new Error(`«${[command, ...args].join(' ')}» failed; see its message above.`);
}
