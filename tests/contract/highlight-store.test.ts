import 'fake-indexeddb/auto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Dexie } from 'dexie';
import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { HighlightSchema } from '../../core/highlights/highlight.ts';
import { createDexieHighlightStore } from '../../storage/dexie-highlight-store.ts';
import { createDexieKnowledgeStore } from '../../storage/dexie-knowledge-store.ts';
import { createMemoryHighlightStore } from '../../storage/memory-highlight-store.ts';
import { ROOT } from '../../tools/rig/rig.ts';
import { highlight } from '../support/highlights.ts';
import { type DatabaseDump, loadDump } from '../support/load-dump.ts';

let databases = 0;
const STORES = {
  'over IndexedDB': () => createDexieHighlightStore(`test-highlights-${databases++}`),
  'in memory': () => createMemoryHighlightStore(),
};
const NOW = '2026-11-28T08:00:00.000Z';

describe.each(Object.entries(STORES))('the highlight store %s', (_, create) => {
  it('gives back what was added, as it was', async () => {
    const store = create();
    const one = highlight('یک جمله', { note: 'یادداشت', tags: ['برجام'], entities: ['iran'] });
    await store.addMissing([one]);
    expect(await store.get(one.id)).toEqual(one);
    expect(await store.get('nobody')).toBeUndefined();
  });

  it('never overwrites what is there, and adds each once', async () => {
    const store = create();
    const one = highlight('یک جمله');
    await store.addMissing([one]);
    const other = highlight('دیگر');
    const answer = await store.addMissing([{ ...one, note: 'از بیرون' }, other, other]);
    expect(answer).toEqual({ added: [other], same: 2 });
    expect(await store.get(one.id)).toEqual(one);
    expect(await store.count()).toBe(2);
  });

  it('lists a page in the order of its text, and all with the latest first', async () => {
    const store = create();
    const page = { key: 'other.ir/1', address: 'https://other.ir/1', title: '', site: 'other.ir' };
    const first = highlight('آغاز', { created: '2026-01-02T00:00:00.000Z' });
    const later = highlight('پایان', { created: '2026-01-01T00:00:00.000Z' });
    const elsewhere = highlight('جای دیگر', { page, created: '2026-01-03T00:00:00.000Z' });
    await store.addMissing([later, first, elsewhere]);
    expect((await store.ofPage(first.page.key)).map(({ id }) => id)).toEqual([first.id, later.id]);
    expect((await store.all()).map(({ id }) => id)).toEqual([elsewhere.id, first.id, later.id]);
  });

  it('changes what the reader says of a passage, and nothing else', async () => {
    const store = create();
    const one = highlight('یک جمله');
    await store.addMissing([one]);
    const changed = await store.change(one.id, { color: 'blue', tags: ['نفت'] }, NOW);
    expect(changed).toEqual({ ...one, color: 'blue', tags: ['نفت'], modified: NOW });
    expect(await store.get(one.id)).toEqual(changed);
    expect(await store.change('nobody', { note: '' }, NOW)).toBeUndefined();
  });

  it('puts into the bin and takes out again, as it was', async () => {
    const store = create();
    const one = highlight('یک جمله');
    await store.addMissing([one]);
    expect(await store.setRemoved([one.id, 'nobody'], NOW)).toEqual([{ ...one, removed: NOW }]);
    expect(await store.ofPage(one.page.key)).toEqual([]);
    expect(await store.all()).toEqual([{ ...one, removed: NOW }]);
    expect(await store.setRemoved([one.id], undefined)).toEqual([one]);
    expect(await store.ofPage(one.page.key)).toEqual([one]);
  });

  it('deletes for good only what lies in the bin', async () => {
    const store = create();
    const [kept, gone] = [highlight('می‌ماند'), highlight('می‌رود')];
    await store.addMissing([kept, gone]);
    await store.setRemoved([gone.id], NOW);
    expect(await store.purge([kept.id, gone.id, 'nobody'])).toEqual([gone.id]);
    expect(await store.all()).toEqual([kept]);
  });

  it('counts those that mention an entity, without the bin', async () => {
    const store = create();
    const both = highlight('ایران و روسیه', { entities: ['iran', 'russia'] });
    const one = highlight('ایران', { entities: ['iran'] });
    await store.addMissing([both, one]);
    await store.setRemoved([both.id], NOW);
    expect(await store.countMentioning('iran')).toBe(1);
    expect(await store.countMentioning('russia')).toBe(0);
    expect(await store.count()).toBe(2);
  });

  it('notes whether passages were found, and passes over those that are gone', async () => {
    const store = create();
    const one = highlight('یک جمله');
    await store.addMissing([one]);
    await store.setAnchoring([
      { id: one.id, anchoring: { state: 'orphaned', reason: 'page-changed' } },
      { id: 'nobody', anchoring: { state: 'anchored' } },
    ]);
    expect(await store.get(one.id)).toEqual({ ...one, anchoring: { state: 'orphaned', reason: 'page-changed' } });
    expect(await store.count()).toBe(1);
  });

  it('bears one mark for as long as it lives', async () => {
    const store = create();
    const mark = await store.canary();
    expect(mark).not.toBe('');
    expect(await store.canary()).toBe(mark);
    expect(await create().canary()).not.toBe(mark);
  });
});

describe('the highlights database', () => {
  const dumps = async () => {
    const folder = join(ROOT, 'tests/fixtures/highlights');
    const names = (await readdir(folder)).filter((name) => /^version-\d+\.json$/.test(name));
    return Promise.all(
      names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as DatabaseDump),
    );
  };

  it('of every earlier version opens with all that it held', async () => {
    const all = await dumps();
    expect(all.length).toBeGreaterThan(0);
    for (const dump of all) {
      const name = `test-highlights-version-${dump.version}`;
      await loadDump(name, dump);
      const rows = (dump.stores.highlights?.rows ?? []) as { id: string; created: string; selectors: object }[];
      const store = createDexieHighlightStore(name);
      const kept = await store.all();
      expect(kept).toHaveLength(rows.length);
      for (const row of rows) {
        const now = kept.find(({ id }) => id === row.id);
        expect(now).toMatchObject(row);
        expect(v.safeParse(HighlightSchema, now).success).toBe(true);
      }
      const page = kept[0]?.page.key ?? '';
      expect(await store.ofPage(page)).toHaveLength(kept.filter((one) => one.page.key === page).length);
    }
  });

  it('is untouched when knowledge is rebuilt', async () => {
    const store = createDexieHighlightStore('test-highlights-kept');
    await store.addMissing([highlight('یک جمله')]);
    const knowledge = createDexieKnowledgeStore('test-knowledge-rebuilt');
    await knowledge.fill({ format: 'pishineh-pack/1', id: 'core', version: '1', entities: [] });
    await Dexie.delete('test-knowledge-rebuilt');
    expect(await store.all()).toHaveLength(1);
  });

  it('that is from a later version keeps what it holds and can be used', async () => {
    const name = 'test-highlights-later';
    const later = new Dexie(name);
    later.version(99).stores({ highlights: 'id, page.key, created, *entities', meta: 'key', more: 'id' });
    const kept = highlight('از نسخه بعد');
    await later.table('highlights').add(kept);
    later.close();
    const store = createDexieHighlightStore(name);
    const added = highlight('تازه');
    await store.addMissing([added]);
    expect(await store.get(kept.id)).toEqual(kept);
    expect(await store.get(added.id)).toEqual(added);
  });

  it('that can’t be opened says so, and is the same again when it opens', async () => {
    const name = 'test-highlights-stuck';
    const one = highlight('یک جمله');
    await createDexieHighlightStore(name).addMissing([one]);
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    const store = createDexieHighlightStore(name);
    await expect(store.all()).rejects.toThrow();
    await expect(store.addMissing([highlight('دیگر')])).rejects.toThrow();
    open.mockRestore();
    expect(await store.all()).toEqual([one]);
  });

  it('adds all or none', async () => {
    const store = createDexieHighlightStore('test-highlights-whole');
    const good = highlight('یک جمله');
    const broken = { ...highlight('دیگر'), id: undefined } as unknown as typeof good;
    await expect(store.addMissing([good, broken])).rejects.toThrow();
    expect(await store.all()).toEqual([]);
  });
});
