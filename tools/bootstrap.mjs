/*
 * Runs a command of ours on a fresh clone: installs the npm packages if they are missing, then hands over to
 * the Node that comes with them. Plain JavaScript without dependencies, because it runs before anything is
 * installed, on whatever Node there is.
 *
 * Usage: node tools/bootstrap.mjs SCRIPT.ts [ARGUMENTS]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [script, ...args] = process.argv.slice(2);
if (script === undefined) {
  console.error('bootstrap: name the script to run');
  process.exit(2);
}

/** npm writes this file last, so that it tells of a whole installation. */
const installed = join(root, 'node_modules/.package-lock.json');
const wanted = join(root, 'package-lock.json');
const isInstalled = () => existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs;
/** Two installations at once would take each other's files away: the second command waits for the first. */
const lock = join(root, '.install.lock');
/** Milliseconds after which a lock is the leftover of a command that was killed. */
const LEFTOVER = 900_000;

if (!isInstalled()) {
  while (!takeLock()) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > LEFTOVER) rmdirSync(lock);
  }
  try {
    if (!isInstalled()) install();
  } finally {
    rmdirSync(lock);
  }
}

function takeLock() {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

function install() {
  console.error('Installing npm packages (once; about half a minute)…');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (npm.status === 0) return;
  rmdirSync(lock);
  console.error('bootstrap: the npm packages could not be installed; see the message of npm above.');
  process.exit(1);
}

const bundled = join(root, 'node_modules/.bin/node');
const node = existsSync(bundled) ? bundled : process.execPath;
const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
if (Number(version.slice(1).split('.')[0]) < 22) {
  console.error(
    `bootstrap: Node 22.18 or later is needed, and here is ${version}. Install a newer Node and try again.`,
  );
  process.exit(1);
}
const path = `${join(root, 'node_modules/.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`;
const run = spawnSync(node, [join(root, script), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: path },
});
process.exit(run.status ?? 1);
