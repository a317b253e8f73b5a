/**
 * The extension's own small storage, apart from all databases (`platform/extension-storage.ts`; a map in tests). Values
 * are plain JSON.
 */
export interface KeyValues {
  get(key: string): Promise<unknown>;
  /** The keys that begin so. */
  keys(prefix: string): Promise<string[]>;
  /** All or none. */
  set(values: Readonly<Record<string, unknown>>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

export function createMemoryKeyValues(): KeyValues {
  const values = new Map<string, string>();
  return {
    async get(key) {
      const value = values.get(key);
      return value === undefined ? undefined : JSON.parse(value);
    },
    keys: async (prefix) => [...values.keys()].filter((key) => key.startsWith(prefix)),
    async set(entries) {
      for (const [key, value] of Object.entries(entries)) values.set(key, JSON.stringify(value));
    },
    async remove(keys) {
      for (const key of keys) values.delete(key);
    },
  };
}
