import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createLibraryService } from '../../entrypoints/library/library-service.ts';
import { ask, Unanswered } from '../../platform/messages/ask.ts';
import { createMemoryKeyValues } from '../../storage/key-values.ts';
import { highlight } from '../support/highlights.ts';

vi.mock('../../platform/messages/ask.ts', async () => ({
  Unanswered: class extends Error {},
  ask: vi.fn(),
}));
vi.mock('../../platform/download.ts', () => ({ saveFile: vi.fn() }));

const asked = vi.mocked(ask);
const one = highlight('متن');
const service = createLibraryService({ all: async () => [one] }, createMemoryKeyValues());

beforeEach(() => {
  asked.mockReset();
});

describe('what the library asks', () => {
  it('reads the database itself', async () => {
    expect(await service.readAll()).toEqual({ ok: true, highlights: [one] });
    expect(asked).not.toHaveBeenCalled();
  });

  it('says that a database that throws can not be read', async () => {
    vi.spyOn(console, 'error').mockImplementationOnce(() => undefined);
    const all = () => Promise.reject(new Error('no database'));
    const broken = createLibraryService({ all }, createMemoryKeyValues());
    expect(await broken.readAll()).toEqual({ ok: false, reason: 'storage' });
  });

  it('passes on what the background answers', async () => {
    asked.mockResolvedValue({ ok: false, reason: 'disk-full' });
    expect(await service.remove([one.id])).toEqual({ ok: false, reason: 'disk-full' });
    expect(asked).toHaveBeenCalledWith({ type: 'remove-highlights', ids: [one.id] });
  });

  it('has a value for a background that can not be reached', async () => {
    asked.mockRejectedValue(new Unanswered('gone'));
    const unanswered = { ok: false, reason: 'unanswered' };
    expect(await service.change(one.id, one)).toEqual(unanswered);
    expect(await service.add([one])).toEqual(unanswered);
    expect(await service.check()).toEqual(unanswered);
    expect(await service.open(one.id)).toEqual(unanswered);
    expect(await service.describe(['x'])).toEqual([]);
    expect(await service.card('x')).toBeNull();
    await expect(service.noteExport()).resolves.toBeUndefined();
  });

  it('asks for the names of thousands of entities in parts', async () => {
    asked.mockImplementation(async (request) =>
      request.type === 'describe-entities'
        ? request.ids.map((id) => ({ id, kind: 'place', name: { fa: id, en: id }, gloss: { fa: '', en: '' } }))
        : null,
    );
    const ids = Array.from({ length: 4500 }, (_, index) => `entity-${index}`);
    expect((await service.describe(ids)).map(({ id }) => id)).toEqual(ids);
    expect(asked).toHaveBeenCalledTimes(3);
  });

  it('reminds again where nothing can be remembered', () => {
    vi.stubGlobal('localStorage', undefined);
    expect(() => service.putOffReminder()).not.toThrow();
    expect(service.reminderPutOff()).toBeNaN();
    vi.unstubAllGlobals();
  });
});
