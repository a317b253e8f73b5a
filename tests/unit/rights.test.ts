import { describe, expect, it, vi } from 'vitest';
import { createRights } from '../../entrypoints/background/rights.ts';
import type { Sender } from '../../platform/messages/answer.ts';
import { highlight } from '../support/highlights.ts';

const [ours, theirs] = [highlight('از ایسنا'), highlight('از جای دیگر')];
const rows = [ours, { ...theirs, page: { ...theirs.page, key: 'other.ir/1' } }];
const rights = createRights(async (id) => {
  const found = rows.find((row) => row.id === id);
  return found ? { ok: true, highlight: found } : { ok: false, reason: 'unknown' };
});
const sender = (more: Partial<Sender> = {}): Sender => ({
  isPrivate: false,
  tabId: 1,
  url: 'https://www.isna.ir/news/1',
  isOwnScreen: false,
  ...more,
});
const screen = sender({ url: 'chrome-extension://pishineh/library.html', isOwnScreen: true });

describe('what a page may ask of the highlights', () => {
  it('is what concerns its own site', async () => {
    expect(rights.isOwnPage('isna.ir/news/7', sender())).toBe(true);
    expect(rights.isOwnPage('isna.ir/news/7', sender({ url: 'http://m.isna.ir/x' }))).toBe(true);
    expect(rights.isOwnPage('other.ir/1', sender())).toBe(false);
    expect(rights.isOwnPage('isna.ir.evil.example/1', sender())).toBe(false);
    expect(rights.isOwnPage('isna.ir/news/7', sender({ url: undefined }))).toBe(false);
    expect(await rights.ownIds([ours.id, theirs.id, 'nobody'], sender())).toEqual([ours.id]);
  });

  it('is not what concerns all: that is for our own screens', async () => {
    const work = vi.fn(async () => 7);
    await expect(rights.ofOurs(sender(), work)).rejects.toThrow('only screens');
    expect(work).not.toHaveBeenCalled();
    expect(await rights.ofOurs(screen, work)).toBe(7);
    expect(await rights.ownIds([ours.id, theirs.id], screen)).toEqual([ours.id, theirs.id]);
  });

  it('writes nothing from a private window', async () => {
    const write = vi.fn(async () => ({ ok: true }) as const);
    expect(await rights.unlessPrivate(sender({ isPrivate: true }), write)).toEqual({
      ok: false,
      reason: 'private-window',
    });
    expect(write).not.toHaveBeenCalled();
    expect(await rights.unlessPrivate(sender(), write)).toEqual({ ok: true });
  });
});
