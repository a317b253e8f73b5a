// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PassageEditorProps } from '../../components/PassageEditor.tsx';
import type { Highlight, Remarks } from '../../core/highlights/highlight.ts';
import { DEFAULTS } from '../../core/settings/settings.ts';
import type { HighlighterSurroundings } from '../../entrypoints/companion/highlighter.ts';
import type { PassageShown, PassageView } from '../../entrypoints/companion/passage-view.ts';
import type { SavedPassages } from '../../page/saved-passages.ts';
import { highlight } from '../support/highlights.ts';

const ask = vi.fn<(request: { type: string; remarks?: Partial<Remarks> }) => Promise<unknown>>();
const saveSettings = vi.fn();
vi.mock('../../platform/messages/ask.ts', () => ({ ask }));
vi.mock('../../platform/private-window.ts', () => ({ isPrivateWindow: () => false }));
vi.mock('../../platform/settings.ts', () => ({ saveSettings }));
vi.mock('../../platform/texts.ts', () => ({ text: (key: string) => key, interfaceLanguage: () => 'fa' }));
const { createEditor } = await import('../../entrypoints/companion/editor.ts');
const { createSaver } = await import('../../entrypoints/companion/saver.ts');

const all = new Map<string, Highlight>();
const add = vi.fn((saved: Highlight) => void all.set(saved.id, saved));
const passages = {
  add,
  change: (changed: Highlight) => void all.set(changed.id, changed),
  get: (id: string) => {
    const found = all.get(id);
    return found && { highlight: found, isExact: true, ranges: [{ startContainer: document.body }] };
  },
  same: ({ quote }: Highlight['selectors']) =>
    [...all.values()].find(({ selectors }) => selectors.quote.exact === quote.exact),
  tags: () => [],
} as unknown as SavedPassages;

const notify = vi.fn();
let pageKey: string;
const around = {
  annotations: {},
  settings: DEFAULTS,
  get pageKey() {
    return pageKey;
  },
  isAnnotating: false,
  articleDate: '2026-11-23',
  shadows: [],
  notify,
} as unknown as HighlighterSurroundings;

/** An answer that comes when the test says so. */
function later(): { promise: Promise<unknown>; answer(value: unknown): Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  return {
    promise,
    async answer(value) {
      resolve(value);
      await new Promise((done) => setTimeout(done));
    },
  };
}

beforeEach(() => {
  all.clear();
  vi.clearAllMocks();
  pageKey = 'isna.ir/news/1';
  document.body.innerHTML = '<p>خبر</p>';
});

describe('saving a selection', () => {
  const recolor = vi.fn<(id: string, color: string) => Promise<boolean>>();
  const saved = highlight('سخن تازه');
  const selection = { ok: true, selectors: saved.selectors, ranges: [] } as const;

  it('saves once what a held key asks for again and again', async () => {
    const { promise, answer } = later();
    ask.mockReturnValue(promise);
    const saver = createSaver(around, passages, recolor);
    const asked = [saver.save(selection, 'yellow'), saver.save(selection, 'yellow')];
    await answer({ ok: true, highlight: saved });
    expect(ask).toHaveBeenCalledOnce();
    const kept = { highlight: saved, colorBefore: undefined };
    expect(await Promise.all(asked)).toEqual([kept, kept]);
  });

  it('adds nothing to a page that has taken the place of the one it is from', async () => {
    const { promise, answer } = later();
    ask.mockReturnValue(promise);
    const saving = createSaver(around, passages, recolor).save(selection, 'yellow');
    pageKey = 'isna.ir/news/2';
    await answer({ ok: true, highlight: saved });
    expect((await saving)?.highlight).toBe(saved);
    expect(add).not.toHaveBeenCalled();
  });

  it('gives a passage that was saved before the new colour, and tells the old one', async () => {
    all.set(saved.id, saved);
    recolor.mockImplementation(async (id) => {
      all.set(id, { ...saved, color: 'blue' });
      return true;
    });
    const kept = await createSaver(around, passages, recolor).save(selection, 'blue');
    expect(kept).toEqual({ highlight: { ...saved, color: 'blue' }, colorBefore: 'yellow' });
    expect(ask).not.toHaveBeenCalled();
  });

  it('is not said to have worked when the colour could not be stored', async () => {
    all.set(saved.id, saved);
    recolor.mockResolvedValue(false);
    expect(await createSaver(around, passages, recolor).save(selection, 'blue')).toBeUndefined();
  });
});

describe('the editor of a passage', () => {
  let drawn: PassageEditorProps;
  const draw = (content: PassageShown['content']) => {
    drawn = (content as { props: PassageEditorProps }).props;
  };
  const hide = vi.fn();
  const view = { show: ({ content }: PassageShown) => draw(content), redraw: draw, hide } as unknown as PassageView;
  const open = () => {
    const [one, other] = [highlight('یکی'), highlight('دیگری')];
    all.set(one.id, one).set(other.id, other);
    const editor = createEditor(around, view, passages);
    return { one, other, editor };
  };
  const draft = (note: string) => ({ color: 'yellow', note, typedTags: '', begun: highlight('x') }) as const;

  it('keeps an open form when the answer for another passage comes', async () => {
    const { one, other, editor } = open();
    const { promise, answer } = later();
    ask.mockReturnValue(promise);
    void editor.change(other.id, { color: 'blue' });
    editor.open(one.id, { by: 'key', isEditing: true });
    drawn.onDraft(draft('در دست نوشتن'));
    await answer({ ok: true, highlight: { ...other, color: 'blue' } });
    editor.refresh();
    expect([drawn.isEditing, drawn.isSaving, drawn.draft?.note]).toEqual([true, false, 'در دست نوشتن']);
  });

  it('keeps what is being written when the passage itself takes another colour', async () => {
    const { one, editor } = open();
    editor.open(one.id, { by: 'key', isEditing: true });
    drawn.onDraft(draft('در دست نوشتن'));
    ask.mockResolvedValue({ ok: true, highlight: { ...one, color: 'blue' } });
    expect(await editor.change(one.id, { color: 'blue' })).toBe(true);
    expect([drawn.highlight.color, drawn.isEditing, drawn.draft?.note]).toEqual(['blue', true, 'در دست نوشتن']);
  });

  it('sends what was changed in the form, and closes the form once it is stored', async () => {
    const { one, editor } = open();
    editor.open(one.id, { by: 'key', isEditing: true });
    ask.mockResolvedValue({ ok: true, highlight: { ...one, note: 'نو' } });
    drawn.onSave({ note: 'نو' });
    await vi.waitFor(() => expect(drawn.isEditing).toBe(false));
    expect(ask).toHaveBeenCalledExactlyOnceWith({ type: 'change-highlight', id: one.id, remarks: { note: 'نو' } });
  });

  it('closes a form in which nothing was changed, and changes nothing', async () => {
    const { one, editor } = open();
    editor.open(one.id, { by: 'key', isEditing: true });
    drawn.onSave({});
    await vi.waitFor(() => expect(drawn.isEditing).toBe(false));
    expect(ask).not.toHaveBeenCalled();
  });

  it('keeps the form and says why when nobody answers, as after an update', async () => {
    const { one, editor } = open();
    editor.open(one.id, { by: 'key', isEditing: true });
    drawn.onDraft(draft('در دست نوشتن'));
    ask.mockRejectedValue(new Error('gone'));
    drawn.onSave({ note: 'در دست نوشتن' });
    await vi.waitFor(() => expect(drawn.fault).toBe('noticeDisconnected'));
    expect([drawn.isEditing, drawn.isSaving, drawn.draft?.note]).toEqual([true, false, 'در دست نوشتن']);
  });

  it('tells whether a change was stored, and tells the reader when not', async () => {
    const { one, editor } = open();
    ask.mockResolvedValue({ ok: false, reason: 'disk-full' });
    expect(await editor.change(one.id, { color: 'blue' })).toBe(false);
    expect(notify).toHaveBeenCalledExactlyOnceWith('noticeDiskFull');
    expect(saveSettings).not.toHaveBeenCalled();
  });
});
