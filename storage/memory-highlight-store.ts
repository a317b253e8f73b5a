import type { Highlight } from '../core/highlights/highlight.ts';
import { byPosition, type HighlightStore, latestFirst } from './highlight-store.ts';

/** The in-memory twin, for tests. */
export function createMemoryHighlightStore(): HighlightStore {
  const rows = new Map<string, Highlight>();
  return {
    async add(highlight) {
      rows.set(highlight.id, structuredClone(highlight));
    },
    get: async (id) => rows.get(id),
    ofPage: async (key) => [...rows.values()].filter((row) => row.page.key === key).sort(byPosition),
    all: async () => [...rows.values()].sort(latestFirst),
    async remove(id) {
      const row = rows.get(id);
      rows.delete(id);
      return row;
    },
    async setAnchoring(id, anchoring) {
      const row = rows.get(id);
      if (row) rows.set(id, { ...row, anchoring });
    },
  };
}
