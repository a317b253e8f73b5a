import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { highlight } from '../support/highlights.ts';

const noted = { count: undefined as number | undefined };
vi.mock('../../platform/canary.ts', () => ({
  expectedHighlights: async () => noted.count,
  noteHighlights: async (count: number) => {
    noted.count = count;
  },
}));
const { createHighlightService } = await import('../../entrypoints/background/highlight-service.ts');
const { HIGHLIGHTS_DATABASE } = await import('../../storage/dexie-highlight-store.ts');

beforeEach(() => {
  indexedDB.deleteDatabase(HIGHLIGHTS_DATABASE);
  noted.count = undefined;
});

const { page, selectors } = highlight('یک جمله');

describe('the one writer of highlights', () => {
  it('says “saved” of what can be read again', async () => {
    const service = createHighlightService();
    const answer = await service.save(page, selectors, false);
    expect(answer.ok).toBe(true);
    expect(await createHighlightService().ofPage(page.key)).toEqual({
      ok: true,
      highlights: [answer.ok && answer.highlight],
    });
  });

  it('writes nothing from a private window', async () => {
    const service = createHighlightService();
    expect(await service.save(page, selectors, true)).toEqual({ ok: false, reason: 'private-window' });
    expect(await service.all()).toEqual({ ok: true, highlights: [], missing: 0 });
    const kept = await service.save(page, selectors, false);
    if (!kept.ok) throw new Error('not saved');
    await service.reportAnchoring(
      [{ id: kept.highlight.id, anchoring: { state: 'orphaned', reason: 'not-found' } }],
      true,
    );
    expect((await service.ofPage(page.key)) as object).toMatchObject({
      highlights: [{ anchoring: { state: 'anchored' } }],
    });
  });

  it('reports a database that fails, and changes nothing', async () => {
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('broken', 'UnknownError');
    });
    const failing = vi.spyOn(console, 'error').mockImplementation(() => {});
    const service = createHighlightService();
    expect(await service.save(page, selectors, false)).toEqual({ ok: false, reason: 'storage' });
    expect(await service.all()).toEqual({ ok: false, reason: 'storage' });
    expect(await service.remove('x')).toEqual({ ok: false });
    expect(noted.count).toBeUndefined();
    open.mockRestore();
    failing.mockRestore();
  });

  it('notices when the database holds fewer than it should', async () => {
    const service = createHighlightService();
    await service.save(page, selectors, false);
    noted.count = 5;
    expect(await service.all()).toMatchObject({ ok: true, missing: 4 });
  });

  it('does not take a deletion for a loss, and takes back what was deleted', async () => {
    const service = createHighlightService();
    const kept = await service.save(page, selectors, false);
    if (!kept.ok) throw new Error('not saved');
    await service.remove(kept.highlight.id);
    expect(await service.all()).toEqual({ ok: true, highlights: [], missing: 0 });
    expect(await service.restore(kept.highlight)).toEqual({ ok: true });
    expect(await service.all()).toEqual({ ok: true, highlights: [kept.highlight], missing: 0 });
  });
});
