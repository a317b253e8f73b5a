import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PageRequestSchema, RequestSchema } from '../../core/messages.ts';
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
const { answerRequests, ask, Unanswered } = await import('../../platform/messages.ts');

beforeEach(() => {
  listeners.length = 0;
  sendMessage.mockReset();
});

const { page, selectors } = highlight('یک جمله');

describe('requests at the background’s door', () => {
  it.each([
    { type: 'recognise', blocks: ['ایران'], present: [] },
    { type: 'recognise', blocks: [], date: '2025-01-17', present: ['iran'] },
    { type: 'get-entity', id: 'iran' },
    { type: 'save-highlight', page, selectors },
  ])('are let in: %j', (request) => expect(v.is(RequestSchema, request)).toBe(true));

  it.each([
    null,
    'recognise',
    {},
    { type: 'format-disk' },
    { type: 'recognise', blocks: 'ایران', present: [] },
    { type: 'recognise', blocks: [5], present: [] },
    { type: 'recognise', blocks: [], date: 'yesterday', present: [] },
    { type: 'get-entity', id: '../../x' },
    { type: 'get-entity', id: 'iran', extra: 1 },
    { type: 'save-highlight', page: { ...page, address: 'no address' }, selectors },
    { type: 'save-highlight', page, selectors: { ...selectors, position: { ...selectors.position, start: -1 } } },
  ])('are turned away: %j', async (request) => {
    answerRequests({} as never);
    await expect(listeners[0]?.(request, {})).rejects.toThrow('not a request');
  });

  it('carry whether they come from a private window', async () => {
    const save = vi.fn(async () => ({ ok: false, reason: 'private-window' }));
    answerRequests({ 'save-highlight': save } as never);
    const answer = await listeners[0]?.(
      { type: 'save-highlight', page, selectors },
      { tab: { id: 3, incognito: true } },
    );
    expect(answer).toEqual({ ok: false, reason: 'private-window' });
    expect(save).toHaveBeenCalledWith(expect.anything(), { isPrivate: true, tabId: 3, isOwnScreen: false });
  });
});

describe('asking the background', () => {
  it('asks once more when the background was just stopped', async () => {
    sendMessage.mockRejectedValueOnce(new Error('Receiving end does not exist')).mockResolvedValueOnce(null);
    expect(await ask({ type: 'get-entity', id: 'iran' })).toBeNull();
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });
  it('gives up when nobody answers twice', async () => {
    sendMessage.mockResolvedValue(undefined);
    await expect(ask({ type: 'get-entity', id: 'iran' })).rejects.toBeInstanceOf(Unanswered);
  });
});

describe('requests to the page', () => {
  it('are validated too', () => {
    expect(v.is(PageRequestSchema, { type: 'command', name: 'next-annotation' })).toBe(true);
    expect(v.is(PageRequestSchema, { type: 'command', name: 'eval' })).toBe(false);
  });
});
