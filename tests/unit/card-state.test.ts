import { describe, expect, it } from 'vitest';
import { type CardEvent, type CardState, closed, next } from '../../core/card/card-state.ts';

type Event = CardEvent<string>;
const on = (mark: string): Event => ({ type: 'pointer-on-name', mark });
const elsewhere: Event = { type: 'pointer-elsewhere' };
const onCard: Event = { type: 'pointer-on-card' };
const rested: Event = { type: 'rested' };
const left: Event = { type: 'left' };
const dismiss: Event = { type: 'dismiss' };
const loaded = (token: number): Event => ({ type: 'loaded', token });
const onWay: Event = { type: 'pointer-on-way' };
const pin: Event = { type: 'pin' };
const moved: Event = { type: 'page-moved' };
const ask = (mark: string, by: 'key' | 'touch' = 'key'): Event => ({ type: 'ask', mark, by });

function stateAfter(...events: Event[]): CardState<string> {
  return events.reduce((state, event) => next(state, event), closed<string>());
}

describe('the card', () => {
  it.each<[string, Event[], string]>([
    ['waits for the pointer to rest', [on('a')], 'resting'],
    ['does not open when the pointer only passes', [on('a'), elsewhere, rested], 'closed'],
    ['loads when it has rested', [on('a'), rested], 'loading'],
    ['opens when its content is there', [on('a'), rested, loaded(1)], 'open'],
    ['drops an answer that comes too late', [on('a'), rested, elsewhere, loaded(1)], 'closed'],
    ['drops the answer to an earlier question', [on('a'), rested, ask('b'), loaded(1)], 'loading'],
    ['gives the pointer time to come back', [on('a'), rested, loaded(1), elsewhere], 'leaving'],
    ['stays when the pointer reaches it', [on('a'), rested, loaded(1), elsewhere, onCard], 'open'],
    ['stays when the pointer comes back to the name', [on('a'), rested, loaded(1), elsewhere, on('a')], 'open'],
    ['closes when it does not', [on('a'), rested, loaded(1), elsewhere, left], 'closed'],
    ['is not changed by names on the way to it', [on('a'), rested, loaded(1), on('b'), onCard], 'open'],
    ['stays open without the pointer when a key asked', [ask('a'), loaded(1), elsewhere, left], 'open'],
    ['closes when it is dismissed', [ask('a'), loaded(1), dismiss], 'closed'],
    ['has its grace on the way', [on('a'), rested, loaded(1), onWay], 'leaving'],
    ['opens for good when the way is gone to its end', [on('a'), rested, loaded(1), onWay, onWay, onCard], 'open'],
    ['closes when the pointer stops on the way', [on('a'), rested, loaded(1), onWay, left], 'closed'],
    ['does not open by the way to nowhere', [onWay, rested], 'closed'],
    ['stays when it is pinned and the pointer goes', [on('a'), rested, loaded(1), pin, elsewhere, left], 'open'],
    ['can be pinned while the pointer is leaving', [on('a'), rested, loaded(1), elsewhere, pin, left], 'open'],
    ['stays pinned while the page scrolls', [on('a'), rested, loaded(1), pin, moved], 'open'],
    ['closes with the page when it is not pinned', [on('a'), rested, loaded(1), moved], 'closed'],
    ['is freed by a second pin', [on('a'), rested, loaded(1), pin, pin, moved], 'closed'],
    ['closes by hand though it is pinned', [on('a'), rested, loaded(1), pin, dismiss], 'closed'],
    ['is not pinned before it is open', [on('a'), pin, elsewhere], 'closed'],
    ['opens at once when touched', [ask('a', 'touch'), loaded(1)], 'open'],
  ])('%s', (_, events, state) => expect(stateAfter(...events).state).toBe(state));

  it('begins the grace anew with each step on the way', () => {
    const once = stateAfter(on('a'), rested, loaded(1), onWay);
    expect(next(once, onWay)).not.toBe(once);
  });

  it('opens unpinned after it was pinned and closed', () => {
    const again = stateAfter(ask('a'), loaded(1), pin, dismiss, ask('b'), loaded(2));
    expect(again).toMatchObject({ state: 'open', isPinned: false });
  });

  it('goes to another name when a key asks', () => {
    expect(stateAfter(ask('a'), loaded(1), ask('b'), loaded(2))).toMatchObject({ state: 'open', mark: 'b' });
  });
});
