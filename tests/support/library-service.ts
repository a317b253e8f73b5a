import { vi } from 'vitest';
import type { LibraryService } from '../../components/library/service.ts';
import type { Highlight } from '../../core/highlights/highlight.ts';
import type { Brief } from '../../core/messages/brief.ts';
import type { Health } from '../../core/messages/requests.ts';

/** How a store is that has nothing to complain of. */
export const WELL: Health = { count: 0, missing: 0, backups: [], sinceExport: 0, lastExport: null };

/** A service over an array, in which each answer can be replaced. */
export function libraryService(highlights: readonly Highlight[], health: Partial<Health> = {}, known: Brief[] = []) {
  let rows = [...highlights];
  const change = (ids: readonly string[], by: (row: Highlight) => Highlight | undefined) => {
    rows = rows.flatMap((row) => (ids.includes(row.id) ? (by(row) ?? []) : row));
  };
  const done = { ok: true } as const;
  return {
    readAll: vi.fn<LibraryService['readAll']>(async () => ({ ok: true, highlights: [...rows] })),
    onChanged: vi.fn<LibraryService['onChanged']>(() => () => undefined),
    change: vi.fn<LibraryService['change']>(async (id, remarks) => {
      change([id], (row) => ({ ...row, ...remarks, modified: new Date().toISOString() }));
      const highlight = rows.find((row) => row.id === id);
      return highlight ? { ok: true, highlight } : { ok: false, reason: 'unknown' };
    }),
    remove: vi.fn<LibraryService['remove']>(async (ids) => {
      change(ids, (row) => ({ ...row, removed: new Date().toISOString() }));
      return done;
    }),
    restore: vi.fn<LibraryService['restore']>(async (ids) => {
      change(ids, ({ removed: _, ...row }) => row);
      return done;
    }),
    purge: vi.fn<LibraryService['purge']>(async (ids) => {
      change(ids, () => undefined);
      return done;
    }),
    add: vi.fn<LibraryService['add']>(async (more) => {
      rows = [...more, ...rows];
      return { ok: true, added: more.length, same: 0 };
    }),
    check: vi.fn<LibraryService['check']>(async () => ({
      ok: true,
      health: { ...WELL, count: rows.length, ...health },
    })),
    acceptLoss: vi.fn<LibraryService['acceptLoss']>(async () => done),
    noteExport: vi.fn<LibraryService['noteExport']>(async () => undefined),
    readBackup: vi.fn<LibraryService['readBackup']>(async () => ({ ok: true, highlights: [] })),
    open: vi.fn<LibraryService['open']>(async () => done),
    describe: vi.fn<LibraryService['describe']>(async (ids) => known.filter(({ id }) => ids.includes(id))),
    card: vi.fn<LibraryService['card']>(async () => null),
    copy: vi.fn<LibraryService['copy']>(async () => true),
    saveFile: vi.fn<LibraryService['saveFile']>(),
    reminderPutOff: vi.fn<LibraryService['reminderPutOff']>(() => Number.NaN),
    putOffReminder: vi.fn<LibraryService['putOffReminder']>(),
  } satisfies LibraryService;
}
