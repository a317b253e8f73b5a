import { describe, expect, it } from 'vitest';
import { type CardEvent, type CardState, closed, next } from '../../core/card/card-state.ts';

type Event = CardEvent<string>;
const on = (mark: string): Event => ({ type: 'pointer-on-name', mark });
const elsewhere: Event = { type: 'pointer-elsewhere' };
const onCard: Event = { type: 'pointer-on-card' };
const rested: Event = { type: 'rested' };
const left: Event = { type: 'left' };
const dismiss: Event = { type: 'dismiss' };
const loaded = (token: number, known = true): Event => ({ type: 'loaded', token, known });
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
    ['stays closed when nothing is known', [on('a'), rested, loaded(1, false)], 'closed'],
    ['drops an answer that comes too late', [on('a'), rested, elsewhere, loaded(1)], 'closed'],
    ['drops the answer to an earlier question', [on('a'), rested, ask('b'), loaded(1)], 'loading'],
    ['gives the pointer time to come back', [on('a'), rested, loaded(1), elsewhere], 'leaving'],
    ['stays when the pointer reaches it', [on('a'), rested, loaded(1), elsewhere, onCard], 'open'],
    ['stays when the pointer comes back to the name', [on('a'), rested, loaded(1), elsewhere, on('a')], 'open'],
    ['closes when it does not', [on('a'), rested, loaded(1), elsewhere, left], 'closed'],
    ['is not changed by names on the way to it', [on('a'), rested, loaded(1), on('b'), onCard], 'open'],
    ['stays open without the pointer when a key asked', [ask('a'), loaded(1), elsewhere, left], 'open'],
    ['closes when it is dismissed', [ask('a'), loaded(1), dismiss], 'closed'],
    ['opens at once when touched', [ask('a', 'touch'), loaded(1)], 'open'],
  ])('%s', (_, events, state) => expect(stateAfter(...events).state).toBe(state));

  it('goes to another name when a key asks', () => {
    expect(stateAfter(ask('a'), loaded(1), ask('b'), loaded(2))).toMatchObject({ state: 'open', mark: 'b' });
  });
});
