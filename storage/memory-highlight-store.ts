import type { Highlight } from '../core/highlights/highlight.ts';
import { byPosition, type HighlightStore, latestFirst, withRemarks, withRemoved } from './highlight-store.ts';

/** The in-memory twin, for tests. */
export function createMemoryHighlightStore(): HighlightStore {
  const rows = new Map<string, Highlight>();
  const mark = crypto.randomUUID();
  const known = (ids: readonly string[]) => ids.flatMap((id) => rows.get(id) ?? []);
  const put = (highlight: Highlight) => {
    rows.set(highlight.id, structuredClone(highlight));
    return highlight;
  };
  return {
    async addMissing(highlights) {
      const added = highlights.filter(({ id }, index) => {
        const isFirst = highlights.findIndex((other) => other.id === id) === index;
        return isFirst && !rows.has(id);
      });
      added.forEach(put);
      return { added, same: highlights.length - added.length };
    },
    get: async (id) => rows.get(id),
    ofPage: async (key) =>
      [...rows.values()].filter(({ page, removed }) => page.key === key && removed === undefined).sort(byPosition),
    all: async () => [...rows.values()].sort(latestFirst),
    count: async () => rows.size,
    countMentioning: async (entity) =>
      [...rows.values()].filter(({ entities, removed }) => removed === undefined && entities.includes(entity)).length,
    async change(id, remarks, modified) {
      const row = rows.get(id);
      return row && put(withRemarks(row, remarks, modified));
    },
    setRemoved: async (ids, removed) => known(ids).map((row) => put(withRemoved(row, removed))),
    async purge(ids) {
      const gone = known(ids).flatMap(({ id, removed }) => (removed === undefined ? [] : [id]));
      for (const id of gone) rows.delete(id);
      return gone;
    },
    async setAnchoring(reports) {
      for (const { id, anchoring } of reports) {
        const row = rows.get(id);
        if (row) put({ ...row, anchoring });
      }
    },
    canary: async () => mark,
  };
}
