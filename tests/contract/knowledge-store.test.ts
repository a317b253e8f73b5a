import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import type { Pack } from '../../core/knowledge/entity.ts';
import { createDexieKnowledgeStore } from '../../storage/dexie-knowledge-store.ts';
import { createMemoryKnowledgeStore } from '../../storage/memory-knowledge-store.ts';
import { seedKnowledge } from '../../storage/seed-knowledge.ts';
import { entity } from '../support/entities.ts';

function pack(version: string, count: number, id = 'core'): Pack {
  const entities = Array.from({ length: count }, (_, index) => entity(`e-${index}`, `نام ${index} از ${version}`));
  return { format: 'pishineh-pack/1', id, version, entities };
}

let databases = 0;
const STORES = {
  'over IndexedDB': () => createDexieKnowledgeStore(`test-knowledge-${databases++}`),
  'in memory': () => createMemoryKnowledgeStore(),
};

describe.each(Object.entries(STORES))('the knowledge store %s', (_, create) => {
  it('is empty at first', async () => {
    const store = create();
    expect(await store.version('core')).toBeUndefined();
    expect(await store.get('e-0')).toBeUndefined();
    expect(await store.count()).toBe(0);
  });

  it('holds a pack larger than a batch, whole', async () => {
    const store = create();
    await store.fill(pack('1', 600));
    expect(await store.version('core')).toBe('1');
    expect(await store.count()).toBe(600);
    expect((await store.get('e-599'))?.name.fa).toBe('نام 599 از 1');
    expect(await store.get('nobody')).toBeUndefined();
  });

  it('puts a new version in place of the old one', async () => {
    const store = create();
    await store.fill(pack('1', 300));
    await store.fill(pack('2', 10));
    expect(await store.version('core')).toBe('2');
    expect(await store.count()).toBe(10);
    expect((await store.get('e-3'))?.name.fa).toBe('نام 3 از 2');
    expect(await store.get('e-200')).toBeUndefined();
  });

  it('can be filled again with the same version', async () => {
    const store = create();
    await store.fill(pack('1', 5));
    await store.fill(pack('1', 5));
    expect(await store.count()).toBe(5);
  });

  it('gives many at once, in the order asked, without those it does not know', async () => {
    const store = create();
    await store.fill(pack('1', 5));
    expect((await store.getMany(['e-3', 'nobody', 'e-1'])).map(({ id }) => id)).toEqual(['e-3', 'e-1']);
    expect(await store.getMany([])).toEqual([]);
  });

  it('finds by the beginning of a name or of a word of it, however it is spelled', async () => {
    const store = create();
    const entities = [
      entity('Abbas Araghchi', 'عباس عراقچی'),
      entity('Ham-Mihan', 'هم‌میهن'),
      entity('Abbas', 'عباس'),
      entity('Bandar Abbas', 'بندر عباس'),
    ];
    await store.fill({ ...pack('1', 0), entities });
    const found = async (query: string) => (await store.search(query, 10)).map(({ id }) => id);
    expect(await found('عراقچی')).toEqual(['Abbas Araghchi']);
    expect(await found('عباس')).toEqual(['Abbas', 'Abbas Araghchi', 'Bandar Abbas']);
    expect(await found('هممیهن')).toEqual(['Ham-Mihan']);
    expect(await found('هم میهن')).toEqual(['Ham-Mihan']);
    expect(await found('arag')).toEqual(['Abbas Araghchi']);
    expect(await found('ع')).toEqual([]);
    expect(await found('کسی که نیست')).toEqual([]);
    expect(await store.search('عباس', 1)).toHaveLength(1);
  });

  it('finds nothing of a version that was replaced', async () => {
    const store = create();
    await store.fill(pack('1', 300));
    await store.fill(pack('2', 10));
    expect(await store.search('نام 200', 10)).toEqual([]);
    expect((await store.search('نام 3', 10)).map(({ id }) => id)).toEqual(['e-3']);
  });

  it('keeps packs apart', async () => {
    const store = create();
    await store.fill(pack('1', 5));
    await store.fill({ ...pack('7', 0, 'mine'), entities: [entity('mine-1', 'از من')] });
    await store.fill(pack('2', 5));
    expect((await store.get('mine-1'))?.name.fa).toBe('از من');
    expect(await store.version('mine')).toBe('7');
    expect(await store.count()).toBe(6);
  });
});

describe('the knowledge database', () => {
  it('shows the old version until the new one is whole', async () => {
    const name = `test-knowledge-${databases++}`;
    const store = createDexieKnowledgeStore(name);
    await store.fill(pack('1', 3));
    const broken = pack('2', 600);
    const cut = { ...broken, entities: [...broken.entities.slice(0, 400), { ...entity('x', 'x'), id: undefined }] };
    await expect(store.fill(cut as unknown as Pack)).rejects.toThrow();
    expect(await store.version('core')).toBe('1');
    expect((await store.get('e-0'))?.name.fa).toBe('نام 0 از 1');
    expect(await store.count()).toBe(3);
  });

  it('is filled anew when it comes from a version without search', async () => {
    const name = `test-knowledge-${databases++}`;
    const old = new Dexie(name);
    old.version(1).stores({ entities: '[edition+id], edition', packs: 'id' });
    await old.open();
    await old.table('entities').put({ edition: 'core@1', id: 'e-0', entity: entity('e-0', 'نام کهنه') });
    await old.table('packs').put({ id: 'core', version: '1' });
    old.close();
    const store = createDexieKnowledgeStore(name);
    expect(await store.version('core')).toBeUndefined();
    await store.fill(pack('1', 3));
    expect((await store.search('نام 0', 5)).map(({ id }) => id)).toEqual(['e-0']);
  });

  it('is made anew when its tables are not ours', async () => {
    const name = `test-knowledge-${databases++}`;
    const alien = new Dexie(name);
    alien.version(9).stores({ other: 'id' });
    await alien.open();
    alien.close();
    const store = createDexieKnowledgeStore(name);
    await store.fill(pack('1', 3));
    expect(await store.count()).toBe(3);
  });
});

describe('seeding', () => {
  const bundled = (version: string, loads: { count: number }) => ({
    id: 'core',
    version,
    async load() {
      loads.count++;
      return pack(version, 20);
    },
  });

  it('answers before the store is filled, and from the store after', async () => {
    const loads = { count: 0 };
    const store = createMemoryKnowledgeStore();
    const knowledge = seedKnowledge(store, createMemoryKnowledgeStore(), bundled('1', loads));
    expect((await knowledge.get('e-1'))?.id).toBe('e-1');
    expect(await knowledge.seeded).toBe('filled');
    expect(await store.version('core')).toBe('1');
    expect((await knowledge.get('e-2'))?.id).toBe('e-2');
  });

  it('reads the pack no more once the store holds it', async () => {
    const loads = { count: 0 };
    const store = createMemoryKnowledgeStore();
    await store.fill(pack('1', 20));
    const knowledge = seedKnowledge(store, createMemoryKnowledgeStore(), bundled('1', loads));
    expect((await knowledge.get('e-1'))?.id).toBe('e-1');
    expect(await knowledge.seeded).toBe('already');
    expect(loads.count).toBe(0);
  });

  it('serves from memory where there is no database', async () => {
    const fail = async () => {
      throw new Error('no IndexedDB here');
    };
    const nowhere = { version: fail, fill: fail, get: fail, getMany: fail, search: fail, count: fail };
    const knowledge = seedKnowledge(nowhere, createMemoryKnowledgeStore(), bundled('1', { count: 0 }));
    expect(await knowledge.seeded).toBe('unavailable');
    expect((await knowledge.get('e-1'))?.id).toBe('e-1');
    expect(await knowledge.get('nobody')).toBeUndefined();
  });
});
