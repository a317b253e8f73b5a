import { browser } from './browser.ts';

/** The extension's own storage, as `storage/key-values.ts` describes it. */
export const extensionStorage = {
  async get(key: string): Promise<unknown> {
    return (await browser.storage.local.get(key))[key];
  },
  async keys(prefix: string): Promise<string[]> {
    const { getKeys } = browser.storage.local as { getKeys?: () => Promise<string[]> };
    // Chrome 130, Firefox 143; older ones must read the values to tell the keys
    const keys = getKeys
      ? await getKeys.call(browser.storage.local)
      : Object.keys(await browser.storage.local.get(null));
    return keys.filter((key) => key.startsWith(prefix));
  },
  set: (values: Readonly<Record<string, unknown>>): Promise<void> => browser.storage.local.set({ ...values }),
  remove: (keys: readonly string[]): Promise<void> => browser.storage.local.remove([...keys]),
};
