import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readPageRequest } from '../../core/messages/page-requests.ts';
import { RequestSchema } from '../../core/messages/requests.ts';
import { highlight } from '../support/highlights.ts';

type Listener = (raw: unknown, sender: object) => unknown;
const listeners: Listener[] = [];
const sendMessage = vi.fn();
vi.mock('../../platform/browser.ts', () => ({
  browser: {
    runtime: {
      id: 'pishineh',
      getURL: (path: string) => `chrome-extension://pishineh/${path}`,
      onMessage: { addListener: (listener: Listener) => listeners.push(listener) },
      sendMessage: (...args: unknown[]) => sendMessage(...args),
    },
  },
}));
const { answerRequests } = await import('../../platform/messages/answer.ts');
const { ask, Unanswered } = await import('../../platform/messages/ask.ts');

beforeEach(() => {
  listeners.length = 0;
  sendMessage.mockReset();
});

const { id, page, selectors } = highlight('یک جمله');
const saving = {
  type: 'save-highlight',
  id,
  page,
  selectors,
  remarks: { color: 'blue', note: '', tags: ['نفت'] },
  entities: null,
};

describe('requests at the background’s door', () => {
  it.each([
    { type: 'recognise', blocks: ['ایران'], dateTexts: [], present: [] },
    { type: 'recognise', blocks: [], dateTexts: ['2025-01-17'], present: ['iran'] },
    { type: 'get-card', id: 'iran', others: ['iran-fc'] },
    { type: 'describe-entities', ids: ['iran', 'russia'] },
    { type: 'search-knowledge', query: 'عراق' },
    saving,
    { ...saving, selectors: { quote: selectors.quote }, entities: ['iran'] },
    { type: 'change-highlight', id, remarks: { note: 'تازه' } },
    { type: 'import-highlights', highlights: [highlight('دیگر')] },
    { type: 'open-library', entity: 'iran' },
  ])('are let in: %j', (request) => expect(v.is(RequestSchema, request)).toBe(true));

  it.each([
    null,
    'recognise',
    {},
    { type: 'format-disk' },
    { type: 'recognise', blocks: 'ایران', dateTexts: [], present: [] },
    { type: 'recognise', blocks: [5], dateTexts: [], present: [] },
    { type: 'recognise', blocks: [], dateTexts: [7], present: [] },
    { type: 'get-card', id: '../../x', others: [] },
    { type: 'get-card', id: 'iran', others: [], extra: 1 },
    { type: 'search-knowledge', query: 'ا'.repeat(500) },
    { ...saving, page: { ...page, address: 'no address' } },
    { ...saving, selectors: { ...selectors, position: { ...selectors.position, start: -1 } } },
    { ...saving, id: '<script>' },
    { ...saving, remarks: { color: 'gold', note: '', tags: [] } },
    { type: 'change-highlight', id, remarks: { page } },
    { type: 'import-highlights', highlights: [{ ...highlight('x'), created: 'yesterday' }] },
    { type: 'import-highlights', highlights: Array.from({ length: 1001 }, () => highlight('x')) },
  ])('are turned away: %j', async (request) => {
    answerRequests({} as never);
    await expect(listeners[0]?.(request, {})).rejects.toThrow('not a request');
  });

  it('carry whether they come from a private window', async () => {
    const save = vi.fn(async () => ({ ok: false, reason: 'private-window' }));
    answerRequests({ 'save-highlight': save } as never);
    const answer = await listeners[0]?.(saving, { tab: { id: 3, incognito: true } });
    expect(answer).toEqual({ ok: false, reason: 'private-window' });
    expect(save).toHaveBeenCalledWith(expect.anything(), { isPrivate: true, tabId: 3, isOwnScreen: false });
  });
});

describe('asking the background', () => {
  it('asks once more when the background was just stopped', async () => {
    sendMessage.mockRejectedValueOnce(new Error('Receiving end does not exist')).mockResolvedValueOnce(null);
    expect(await ask({ type: 'get-card', id: 'iran', others: [] })).toBeNull();
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });
  it('gives up when nobody answers twice', async () => {
    sendMessage.mockResolvedValue(undefined);
    await expect(ask({ type: 'get-card', id: 'iran', others: [] })).rejects.toBeInstanceOf(Unanswered);
  });
});

describe('requests to the page', () => {
  it.each([
    { type: 'describe-page' },
    { type: 'command', name: 'next-annotation' },
    { type: 'show-entity', id: 'iran', withCard: true },
    { type: 'show-entity', id: 'iran', mention: 2, withCard: false },
  ])('are understood: %j', (request) => expect(readPageRequest(request)).toMatchObject(request));

  it.each([
    null,
    7,
    {},
    { type: 'command', name: 'eval' },
    { type: 'show-entity', id: 5, withCard: true },
    { type: 'show-entity', id: 'iran', mention: 'first', withCard: true },
    { type: 'show-entity', id: 'iran' },
    { type: 'highlight-deleted' },
  ])('are left unanswered when they are none: %j', (request) => expect(readPageRequest(request)).toBeUndefined());
});
