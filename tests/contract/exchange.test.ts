import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { exportHighlights } from '../../core/highlights/exchange/export.ts';
import { readImport } from '../../core/highlights/exchange/import.ts';
import { createHighlightService } from '../../entrypoints/background/highlight-service.ts';
import { createDexieHighlightStore } from '../../storage/dexie-highlight-store.ts';
import { createMemoryKeyValues } from '../../storage/key-values.ts';
import { makeHighlights } from '../../tools/bench/highlights/make-highlights.ts';
import { BROKEN_IMPORTS, EXPORT_CONTEXT, fuzzedImports, tookNothing } from '../support/broken-imports.ts';
import { highlight } from '../support/highlights.ts';

let databases = 0;
function setUp() {
  const store = createDexieHighlightStore(`test-exchange-${databases++}`);
  const parts = {
    store,
    storage: createMemoryKeyValues(),
    recogniseIn: async () => [],
    changed: () => {},
    failed: () => {},
  };
  return { store, service: createHighlightService(parts) };
}
/** Imports a file as the library does: what can be read of it is added. */
async function importInto({ service }: ReturnType<typeof setUp>, content: string) {
  const reading = readImport(content);
  if (reading.ok && reading.highlights.length > 0) await service.add(reading.highlights);
  return reading;
}

describe('highlights that are taken elsewhere and back', () => {
  it('are the same after export, loss of everything, and import', async () => {
    const before = setUp();
    const saved = [
      ...makeHighlights(500),
      highlight('متن با نیم‌فاصله، «گیومه»\nو دو بند 🙂', {
        note: 'یادداشت\nدو سطری',
        tags: ['یک', 'دو'],
        removed: '2026-11-27T10:00:00.000Z',
        anchoring: { state: 'orphaned', reason: 'page-changed' },
      }),
    ];
    await before.service.add(saved);
    const all = await before.store.all();
    const { content } = exportHighlights(all, 'json-ld', EXPORT_CONTEXT);
    const after = setUp();
    expect(await importInto(after, content)).toMatchObject({ ok: true, refused: [] });
    expect(await after.store.all()).toEqual(all);
    // the same file once more changes nothing
    await importInto(after, content);
    expect(await after.store.all()).toEqual(all);
  });

  it('stay untouched, each with a reason, by files that are broken', async () => {
    const library = setUp();
    await library.service.add([highlight('می‌ماند'), highlight('این هم')]);
    const before = await library.store.all();
    const broken = [...BROKEN_IMPORTS, ...fuzzedImports(1000, 7)];
    for (const { content } of broken) {
      const reading = await importInto(library, content);
      expect(tookNothing(reading)).toBe(true);
      const reasons = reading.ok ? reading.refused.map(({ fault }) => fault) : [reading.fault];
      expect(reasons.length).toBeGreaterThan(0);
    }
    expect(await library.store.all()).toEqual(before);
    console.log(`broken imports: ${broken.length} refused with a reason, 0 changed anything`);
  });
});
