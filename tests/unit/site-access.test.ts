import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NEWS_SITES } from '../../platform/news-sites.ts';

interface Registered {
  readonly id: string;
  readonly matches?: readonly string[];
}
let origins: string[] = [];
let scripts: Registered[] = [];
vi.mock('../../platform/browser.ts', () => ({
  browser: {
    permissions: {
      getAll: async () => ({ origins }),
      contains: async ({ origins: wanted }: { origins: string[] }) => wanted.every((one) => origins.includes(one)),
    },
    scripting: {
      getRegisteredContentScripts: async () => scripts,
      registerContentScripts: async (added: Registered[]) => void scripts.push(...added),
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        scripts = scripts.filter(({ id }) => !ids.includes(id));
      },
    },
  },
}));
const { addedSites, isListedButRefused, registerAddedSites } = await import('../../platform/site-access.ts');

beforeEach(() => {
  origins = [...NEWS_SITES];
  scripts = [];
});

describe('access to sites', () => {
  it('counts as added what is not on the list, also where the browser forgets paths', async () => {
    origins = [...NEWS_SITES.map((pattern) => pattern.replace(/(\/\/[^/]+)\/.*/, '$1/*')), '*://*.example.com/*'];
    expect(await addedSites()).toEqual(['example.com']);
  });

  it('registers the reader script on added sites, once', async () => {
    origins.push('*://*.example.com/*');
    await registerAddedSites();
    await registerAddedSites();
    expect(scripts).toMatchObject([
      {
        id: 'site-example.com',
        matches: ['*://*.example.com/*'],
        js: ['content-scripts/reader.js'],
        css: ['content-scripts/reader.css'],
        persistAcrossSessions: true,
      },
    ]);
  });

  it('takes the script from a site that was given back, and touches no others', async () => {
    scripts = [{ id: 'site-example.com' }, { id: 'site-example.org' }, { id: 'not-ours' }];
    origins.push('*://*.example.org/*');
    await registerAddedSites();
    expect(scripts.map(({ id }) => id)).toEqual(['site-example.org', 'not-ours']);
  });

  it('notices a listed site that the reader took back', async () => {
    expect(await isListedButRefused('isna.ir')).toBe(false);
    origins = origins.filter((pattern) => !pattern.includes('isna.ir'));
    expect(await isListedButRefused('isna.ir')).toBe(true);
    expect(await isListedButRefused('live.isna.ir')).toBe(true);
    expect(await isListedButRefused('example.com')).toBe(false);
  });
});
