import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHighlightService, type Saving } from '../../entrypoints/background/highlight-service.ts';
import { readBackup } from '../../storage/backups.ts';
import type { HighlightStore } from '../../storage/highlight-store.ts';
import { createMemoryKeyValues } from '../../storage/key-values.ts';
import { createMemoryHighlightStore } from '../../storage/memory-highlight-store.ts';
import { highlight } from '../support/highlights.ts';

function saving(exact = 'یک جمله', more: Partial<Saving> = {}): Saving {
  const { id, page, selectors } = highlight(exact);
  return { id, page, selectors, remarks: { color: 'green', note: '', tags: [] }, entities: ['iran'], ...more };
}

function setUp(store: HighlightStore = createMemoryHighlightStore()) {
  const parts = {
    store,
    storage: createMemoryKeyValues(),
    recogniseIn: vi.fn(async () => ['oman']),
    changed: vi.fn(),
    failed: vi.fn(),
  };
  return { ...parts, service: createHighlightService(parts) };
}
/** A store on a disk that fails with an error of the name. */
function failing(name: string): HighlightStore {
  const fail = () => Promise.reject(new DOMException('no', name));
  return new Proxy(createMemoryHighlightStore(), { get: () => fail });
}
/** How the store is, once a backup that is being made is there. */
async function health(service: ReturnType<typeof setUp>['service']) {
  return vi.waitFor(async () => {
    const answer = await service.check();
    if (!answer.ok) throw new Error('the store is not well');
    if (answer.health.count > 0 && answer.health.missing === 0) expect(answer.health.backups).not.toEqual([]);
    return answer.health;
  });
}

beforeEach(() => vi.spyOn(console, 'error').mockImplementation(() => {}));
afterEach(() => vi.restoreAllMocks());

describe('the one writer of highlights', () => {
  it('says “saved” of what can be read again', async () => {
    const { service, store } = setUp();
    const answer = await service.save(saving('گفت‌وگو'));
    expect(answer).toMatchObject({
      ok: true,
      highlight: { color: 'green', entities: ['iran'], anchoring: { state: 'anchored' } },
    });
    expect(await store.all()).toEqual([answer.ok && answer.highlight]);
  });

  it('saves once what is asked twice', async () => {
    const { service, store } = setUp();
    const one = saving();
    const [first, second] = [await service.save(one), await service.save(one)];
    expect(second).toEqual(first);
    expect(await store.count()).toBe(1);
    expect((await health(service)).count).toBe(1);
  });

  it('looks itself for what a passage names, where the page marks nothing', async () => {
    const { service, recogniseIn } = setUp();
    const answer = await service.save(saving('دریای عمان', { entities: null }));
    expect(answer).toMatchObject({ highlight: { entities: ['oman'] } });
    recogniseIn.mockRejectedValueOnce(new Error('no lexicon'));
    expect(await service.save(saving('دیگر', { entities: null }))).toMatchObject({ ok: true });
  });

  it.each([
    ['UnknownError', 'storage'],
    ['QuotaExceededError', 'disk-full'],
  ])('tells of a database that fails with %s', async (name, reason) => {
    const { service, changed, failed } = setUp(failing(name));
    const refused = { ok: false, reason };
    expect(await service.save(saving())).toEqual(refused);
    expect(await service.change('x', { note: '' })).toEqual(refused);
    expect(await service.remove(['x'])).toEqual(refused);
    expect(await service.restore(['x'])).toEqual(refused);
    expect(await service.purge(['x'])).toEqual(refused);
    expect(await service.add([highlight('x')])).toEqual(refused);
    expect(await service.ofPage('x')).toEqual(refused);
    expect(await service.check()).toEqual(refused);
    expect(await service.countMentioning('iran')).toBe(0);
    expect(changed).not.toHaveBeenCalled();
    expect(failed).toHaveBeenCalled();
  });

  it('tells of a database that never answers, and has the backup at hand', async () => {
    const before = setUp();
    await before.service.save(saving());
    const { backups: kept } = await health(before.service);
    vi.useFakeTimers();
    const hanging = new Proxy(createMemoryHighlightStore(), { get: () => () => new Promise(() => {}) });
    const service = createHighlightService({ ...before, store: hanging });
    const answers = Promise.all([service.save(saving()), service.check(), service.ofPage('x')]);
    const count = service.countMentioning('iran');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await answers).toEqual(Array(3).fill({ ok: false, reason: 'storage' }));
    expect(await count).toBe(0);
    expect(await readBackup(before.storage, kept[0]?.id ?? '')).toMatchObject([{ entities: ['iran'] }]);
    vi.useRealTimers();
  });

  it('notes in the backup what was written too late to be reported', async () => {
    vi.useFakeTimers();
    const store = createMemoryHighlightStore();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { addMissing } = store;
    const slow: HighlightStore = { ...store, addMissing: async (given) => held.then(() => addMissing(given)) };
    const { service, storage } = setUp(slow);
    const answer = service.save(saving('دیر'));
    await vi.advanceTimersByTimeAsync(9000);
    expect(await answer).toEqual({ ok: false, reason: 'storage' });
    release();
    await vi.advanceTimersByTimeAsync(10);
    vi.useRealTimers();
    const { count, missing, backups: kept } = await health(service);
    expect({ count, missing }).toEqual({ count: 1, missing: 0 });
    expect(await readBackup(storage, kept[0]?.id ?? '')).toMatchObject([{ color: 'green' }]);
  });

  it('changes, removes, brings back and deletes for good', async () => {
    const { service, store, changed } = setUp();
    const saved = await service.save(saving());
    if (!saved.ok) throw new Error('not saved');
    const { id } = saved.highlight;
    expect(await service.change(id, { note: 'مهم' })).toMatchObject({ ok: true, highlight: { note: 'مهم' } });
    expect(await service.change('nobody', { note: '' })).toEqual({ ok: false, reason: 'unknown' });
    await service.remove([id]);
    expect((await store.get(id))?.removed).toBeDefined();
    await service.restore([id]);
    expect((await store.get(id))?.removed).toBeUndefined();
    await service.purge([id]);
    expect(await store.count()).toBe(1);
    await service.remove([id]);
    await service.purge([id]);
    expect(await store.count()).toBe(0);
    expect(await health(service)).toMatchObject({ count: 0, missing: 0 });
    expect(changed).toHaveBeenCalledTimes(6);
  });

  it('adds what is not there, and overwrites nothing', async () => {
    const { service, store } = setUp();
    const saved = await service.save(saving());
    if (!saved.ok) throw new Error('not saved');
    const fresh = highlight('از بیرون');
    expect(await service.add([{ ...saved.highlight, note: 'دیگر' }, fresh])).toEqual({ ok: true, added: 1, same: 1 });
    expect(await store.get(saved.highlight.id)).toEqual(saved.highlight);
    expect(await health(service)).toMatchObject({ count: 2, missing: 0 });
  });
});

describe('the loss of highlights', () => {
  it('is noticed, and mended from the backup', async () => {
    const before = setUp();
    for (const exact of ['یک', 'دو', 'سه']) await before.service.save(saving(exact));
    const kept = await before.store.all();
    await health(before.service);
    // the browser has thrown the database away; another one is made
    const store = createMemoryHighlightStore();
    const service = createHighlightService({ ...before, store });
    const found = await health(service);
    expect(found).toMatchObject({ count: 0, missing: 3 });
    const backup = await readBackup(before.storage, found.backups[0]?.id ?? '');
    if (!backup) throw new Error('no backup');
    const byId = new Map(backup.map((one) => [one.id, one]));
    expect(kept.map(({ id }) => byId.get(id))).toEqual(kept);
    expect(await service.add(backup)).toEqual({ ok: true, added: 3, same: 0 });
    expect(await health(service)).toMatchObject({ count: 3, missing: 0 });
  });

  it('is told until the reader has heard it', async () => {
    const before = setUp();
    await before.service.save(saving());
    await health(before.service);
    const service = createHighlightService({ ...before, store: createMemoryHighlightStore() });
    await service.save(saving('تازه'));
    expect(await health(service)).toMatchObject({ count: 1, missing: 1 });
    expect(await service.acceptLoss()).toEqual({ ok: true });
    expect(await health(service)).toMatchObject({ count: 1, missing: 0 });
  });

  it('is not thought of where the ledger only lags behind', async () => {
    const { service, store } = setUp();
    await service.save(saving());
    await health(service);
    // saved, but the browser ended before the ledger was written
    await store.addMissing([highlight('در آخرین دم')]);
    expect(await health(service)).toMatchObject({ count: 2, missing: 0 });
    await store.setRemoved([(await store.all())[0]?.id ?? ''], '2026-11-28T00:00:00.000Z');
    expect(await health(service)).toMatchObject({ count: 2, missing: 0 });
  });

  it('is not hidden by an import of something else', async () => {
    const before = setUp();
    for (const exact of ['یک', 'دو', 'سه']) await before.service.save(saving(exact));
    await health(before.service);
    const service = createHighlightService({ ...before, store: createMemoryHighlightStore() });
    await service.add([highlight('چیز دیگر'), highlight('و دیگری'), highlight('و سومی'), highlight('و چهارمی')]);
    const found = await health(service);
    expect(found).toMatchObject({ count: 4, missing: 3 });
    const backup = await readBackup(before.storage, found.backups[0]?.id ?? '');
    if (!backup) throw new Error('no backup');
    expect(await service.add(backup)).toMatchObject({ ok: true, added: 3 });
    expect(await health(service)).toMatchObject({ count: 7, missing: 0 });
  });

  it('is not seen where a look falls between a write and what is noted of it', async () => {
    const { service, store, storage } = setUp();
    const saved = await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        const answer = await service.save(saving(`متن ${index}`));
        await service.check();
        return answer;
      }),
    );
    const { backups: kept } = await health(service);
    // also what was saved while the backup was being made
    expect(await readBackup(storage, kept[0]?.id ?? '')).toHaveLength(12);
    const ids = saved.flatMap((one) => (one.ok ? [one.highlight.id] : []));
    await service.remove(ids);
    await Promise.all(ids.map((id, index) => (index % 2 ? service.check() : service.purge([id]))));
    expect(await health(service)).toMatchObject({ count: 6, missing: 0 });
    expect(await store.count()).toBe(6);
  });

  it('has a backup soon after the first look, also of what an earlier version saved', async () => {
    const { service, store } = setUp();
    await store.addMissing([highlight('از پیش'), highlight('هم از پیش')]);
    expect((await health(service)).backups).toMatchObject([{ count: 2 }]);
  });

  it('has no backup to offer where there is none', async () => {
    expect(await readBackup(setUp().storage, '2026')).toBeUndefined();
  });
});

describe('the reminder to export', () => {
  it('counts what was saved since the last export', async () => {
    const { service } = setUp();
    await service.save(saving('یک'));
    await service.save(saving('دو'));
    expect(await health(service)).toMatchObject({ sinceExport: 2, lastExport: null });
    await service.noteExport();
    await service.save(saving('سه'));
    const { sinceExport, lastExport } = await health(service);
    expect(sinceExport).toBe(1);
    expect(lastExport).toMatch(/^20/);
  });
});
