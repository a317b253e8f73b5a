import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHighlightService, type Saving } from '../../entrypoints/background/highlight-service.ts';
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
  };
  return { ...parts, service: createHighlightService(parts) };
}
/** A store on a disk that fails with an error of the name. */
function failing(name: string): HighlightStore {
  const fail = () => Promise.reject(new DOMException('no', name));
  return new Proxy(createMemoryHighlightStore(), { get: () => fail });
}
async function health(service: ReturnType<typeof setUp>['service']) {
  const answer = await service.check();
  if (!answer.ok) throw new Error('the store is not well');
  return answer.health;
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
    const { service, changed } = setUp(failing(name));
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
  });

  it('tells of a database that never answers', async () => {
    vi.useFakeTimers();
    const { service } = setUp(new Proxy(createMemoryHighlightStore(), { get: () => () => new Promise(() => {}) }));
    const answer = service.save(saving());
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await answer).toEqual({ ok: false, reason: 'storage' });
    vi.useRealTimers();
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
    expect(changed).toHaveBeenCalledTimes(5);
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
    const backup = await service.readBackup(found.backups[0]?.id ?? '');
    if (!backup.ok) throw new Error('no backup');
    const byId = new Map(backup.highlights.map((one) => [one.id, one]));
    expect(kept.map(({ id }) => byId.get(id))).toEqual(kept);
    expect(await service.add(backup.highlights)).toEqual({ ok: true, added: 3, same: 0 });
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

  it('has no backup to offer where there is none', async () => {
    expect(await setUp().service.readBackup('2026')).toEqual({ ok: false, reason: 'unknown' });
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
