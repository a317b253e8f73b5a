/** What a database held, as it was written out of a browser. */
export interface DatabaseDump {
  readonly version: number;
  readonly stores: Readonly<Record<string, StoreDump>>;
}

interface StoreDump {
  readonly keyPath: string;
  readonly indexes: readonly { readonly name: string; readonly keyPath: string; readonly multiEntry: boolean }[];
  readonly rows: readonly unknown[];
}

/** Makes a database as the dump tells, by no code of ours. */
export async function loadDump(name: string, { version, stores }: DatabaseDump): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onerror = () => reject(request.error);
    request.onupgradeneeded = () => {
      for (const [store, { keyPath, indexes, rows }] of Object.entries(stores)) {
        const table = request.result.createObjectStore(store, { keyPath });
        for (const index of indexes) table.createIndex(index.name, index.keyPath, { multiEntry: index.multiEntry });
        for (const row of rows) table.add(row);
      }
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}
