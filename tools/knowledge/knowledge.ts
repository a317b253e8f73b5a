import { type Loaded, loadEntries } from './load.ts';
import { loadTables } from './tables.ts';

const ENTRIES_FOLDER = 'knowledge/core';
const TABLES_FOLDER = 'knowledge/tables';

/** All entries of the core pack, those that people wrote and those of the tables; or the entries of one folder alone. */
export async function loadKnowledge(folder?: string): Promise<Loaded> {
  const written = await loadEntries(folder ?? ENTRIES_FOLDER);
  if (folder !== undefined) return written;
  const tables = await loadTables(TABLES_FOLDER, written.entries);
  return { entries: [...written.entries, ...tables.entries], faults: [...written.faults, ...tables.faults] };
}
