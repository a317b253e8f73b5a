import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { createDexieHighlightStore } from '../../storage/dexie-highlight-store.ts';
import { createDexieKnowledgeStore } from '../../storage/dexie-knowledge-store.ts';
import { createMemoryHighlightStore } from '../../storage/memory-highlight-store.ts';
import { highlight } from '../support/highlights.ts';

let databases = 0;
const STORES = {
  'over IndexedDB': () => createDexieHighlightStore(`test-highlights-${databases++}`),
  'in memory': () => createMemoryHighlightStore(),
};

describe.each(Object.entries(STORES))('the highlight store %s', (_, create) => {
  it('gives back what was added, as it was', async () => {
    const store = create();
    const one = highlight('یک جمله');
    await store.add(one);
    expect(await store.get(one.id)).toEqual(one);
    expect(await store.get('nobody')).toBeUndefined();
  });

  it('lists a page in the order of its text, and all with the latest first', async () => {
    const store = create();
    const page = { key: 'other.ir/1', address: 'https://other.ir/1', title: '' };
    const first = highlight('آغاز', { created: '2026-01-02T00:00:00.000Z' });
    const later = highlight('پایان', { created: '2026-01-01T00:00:00.000Z' });
    const elsewhere = highlight('جای دیگر', { page, created: '2026-01-03T00:00:00.000Z' });
    for (const one of [later, first, elsewhere]) await store.add(one);
    expect((await store.ofPage(first.page.key)).map(({ id }) => id)).toEqual([first.id, later.id]);
    expect((await store.all()).map(({ id }) => id)).toEqual([elsewhere.id, first.id, later.id]);
  });

  it('removes one, hands it back, and takes it again', async () => {
    const store = create();
    const one = highlight('یک جمله');
    await store.add(one);
    expect(await store.remove(one.id)).toEqual(one);
    expect(await store.all()).toEqual([]);
    expect(await store.remove(one.id)).toBeUndefined();
    await store.add(one);
    expect(await store.all()).toEqual([one]);
  });

  it('notes whether a passage was found, and passes over those that are gone', async () => {
    const store = create();
    const one = highlight('یک جمله');
    await store.add(one);
    await store.setAnchoring(one.id, { state: 'orphaned', reason: 'not-found' });
    await store.setAnchoring('nobody', { state: 'anchored' });
    expect((await store.get(one.id))?.anchoring).toEqual({ state: 'orphaned', reason: 'not-found' });
    expect(await store.all()).toHaveLength(1);
  });
});

describe('the highlights database', () => {
  it('is untouched when knowledge is rebuilt', async () => {
    const store = createDexieHighlightStore('test-highlights-kept');
    await store.add(highlight('یک جمله'));
    const knowledge = createDexieKnowledgeStore('test-knowledge-rebuilt');
    await knowledge.fill({ format: 'pishineh-pack/1', id: 'core', version: '1', entities: [] });
    await Dexie.delete('test-knowledge-rebuilt');
    expect(await store.all()).toHaveLength(1);
  });

  it('that is from a later version keeps what it holds and can be used', async () => {
    const name = 'test-highlights-later';
    const later = new Dexie(name);
    later.version(99).stores({ highlights: 'id' });
    const kept = highlight('از نسخه بعد');
    await later.table('highlights').add(kept);
    later.close();
    const store = createDexieHighlightStore(name);
    const added = highlight('تازه');
    await store.add(added);
    expect(await store.get(kept.id)).toEqual(kept);
    expect(await store.get(added.id)).toEqual(added);
  });

  it('that can’t be opened says so, and holds everything when it opens again', async () => {
    const name = 'test-highlights-stuck';
    const one = highlight('یک جمله');
    await createDexieHighlightStore(name).add(one);
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    const stuck = createDexieHighlightStore(name);
    await expect(stuck.all()).rejects.toThrow();
    await expect(stuck.add(highlight('دیگر'))).rejects.toThrow();
    open.mockRestore();
    expect(await createDexieHighlightStore(name).all()).toEqual([one]);
  });
});
