import { describe, expect, it } from 'vitest';
import { goBack, goOn, shown, type Trail } from '../../core/card/trail.ts';

describe('the entities that a card has shown', () => {
  it('go on, and back to the first', () => {
    const there = goOn(goOn(['iran'], 'russia'), 'moscow');
    expect(shown(there)).toBe('moscow');
    expect(shown(goBack(there))).toBe('russia');
    expect(shown(goBack(goBack(goBack(there))))).toBe('iran');
  });
  it('do not grow by the one that is shown', () => expect(goOn(['iran'], 'iran')).toEqual(['iran']));
  it('keep the first and the latest of a long way', () => {
    let trail: Trail = ['first'];
    for (let step = 0; step < 100; step++) trail = goOn(trail, `step-${step}`);
    expect(trail.length).toBeLessThan(40);
    expect(trail[0]).toBe('first');
    expect(shown(trail)).toBe('step-99');
  });
});
