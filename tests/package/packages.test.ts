import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { NEWS_SITES } from '../../platform/news-sites.ts';
import { ROOT } from '../../tools/rig/rig.ts';

const run = promisify(execFile);
const FOLDERS = { chrome: join(ROOT, '.output/chrome-mv3'), firefox: join(ROOT, '.output/firefox-mv3') };

interface Manifest {
  readonly manifest_version: number;
  readonly permissions: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly optional_host_permissions?: readonly string[];
  readonly browser_specific_settings?: { readonly gecko_android?: object };
  readonly content_scripts: readonly { readonly matches: readonly string[]; readonly all_frames?: boolean }[];
  readonly web_accessible_resources?: unknown;
}

/** What the end-to-end tests have built and installed: the same that goes to the stores. */
describe.each(Object.entries(FOLDERS))('the %s package', (browser, folder) => {
  const manifest = async () => JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const scripts = async () => {
    const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.js'));
    return Promise.all(names.map(async (name) => ({ name, code: await readFile(join(folder, name), 'utf8') })));
  };

  it('asks for little: the listed sites, any other only when the reader asks, no tabs', async () => {
    const { manifest_version, permissions, optional_permissions, host_permissions, optional_host_permissions } =
      await manifest();
    expect(manifest_version).toBe(3);
    const panel = browser === 'chrome' ? ['sidePanel'] : [];
    expect([...permissions].sort()).toEqual(
      ['activeTab', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage', ...panel].sort(),
    );
    expect(optional_permissions ?? []).toEqual([]);
    expect([...(host_permissions ?? [])].sort()).toEqual([...NEWS_SITES].sort());
    expect(optional_host_permissions).toEqual(['*://*/*']);
  });

  it('is ready for Firefox for Android', async () => {
    if (browser !== 'firefox') return;
    expect((await manifest()).browser_specific_settings?.gecko_android).toEqual({ strict_min_version: '142.0' });
  });

  it('reads a well-chosen list of at least 60 sites', () => expect(NEWS_SITES.length).toBeGreaterThanOrEqual(60));

  it('runs a small script on every page', async () => {
    const code = await readFile(join(folder, 'content-scripts/reader.js'));
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(15_000);
  });

  it('carries its typeface once', async () => {
    const fonts = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.woff2'));
    expect(fonts).toEqual([join('fonts', 'vazirmatn.woff2')]);
  });

  it('reads the listed news sites and no others', async () => {
    const { content_scripts } = await manifest();
    expect(content_scripts).toHaveLength(1);
    expect([...(content_scripts[0]?.matches ?? [])].sort()).toEqual([...NEWS_SITES].sort());
    expect(content_scripts[0]?.all_frames ?? false).toBe(false);
    for (const pattern of NEWS_SITES) expect(pattern).toMatch(/^\*:\/\/(\*\.)?[a-z0-9.-]+\.[a-z]+\/(\*|.+\/\*)$/);
  });

  it('shows pages nothing of itself', async () => {
    expect((await manifest()).web_accessible_resources).toBeUndefined();
  });

  it('has no code that could reach the network or make code from text', async () => {
    for (const { name, code } of await scripts()) {
      const found = code.match(
        /XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|WebTransport|\beval\(|new Function\b|importScripts|\.innerHTML\s*=/g,
      );
      expect([name, found]).toEqual([name, null]);
    }
  });

  it('fetches in one place, its own files', async () => {
    const fetching = (await scripts()).flatMap(({ name, code }) =>
      [...code.matchAll(/\bfetch\(([^;]{0,60})/g)].map((match) => `${name}: ${match[1]}`),
    );
    expect(fetching).toHaveLength(1);
    expect(fetching[0]).toMatch(/^background\.js: .*getURL/);
  });

  it('keeps the database out of the code that runs in pages', async () => {
    const inPages = (await scripts()).filter(({ name }) => /(reader|companion)\.js$/.test(name));
    expect(inPages).toHaveLength(2);
    for (const { code } of inPages) expect(code).not.toMatch(/indexedDB|Dexie/);
  });
});

describe('web-ext lint', () => {
  it('finds no error and no warning in the Firefox package', async () => {
    const { stdout } = await run(join(ROOT, 'node_modules/.bin/web-ext'), [
      'lint',
      '--no-config-discovery',
      '--source-dir',
      FOLDERS.firefox,
      '--output',
      'json',
      '--warnings-as-errors',
    ]);
    const { summary } = JSON.parse(stdout.slice(stdout.indexOf('{'))) as { summary: object };
    expect(summary).toEqual({ errors: 0, notices: 0, warnings: 0 });
  });
});
