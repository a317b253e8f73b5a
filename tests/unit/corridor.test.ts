import { describe, expect, it } from 'vitest';
import { isOnWay } from '../../core/card/corridor.ts';

const from = { x: 500, y: 110 };
const below = { left: 300, top: 130, right: 700, bottom: 400 };
const above = { left: 300, top: 20, right: 700, bottom: 90 };

describe('the way from the name to the card', () => {
  it.each([
    ['straight down', { x: 500, y: 120 }, below, true],
    ['slanting to a near corner', { x: 420, y: 122 }, below, true],
    ['straight up to a card above', { x: 500, y: 100 }, above, true],
    ['away from the card', { x: 500, y: 60 }, below, false],
    ['along the line', { x: 600, y: 108 }, below, false],
    ['beyond the card’s edge', { x: 760, y: 128 }, below, false],
    ['past the card', { x: 500, y: 440 }, below, false],
  ])('%s', (_, at, card, isOn) => expect(isOnWay(from, card, at)).toBe(isOn));

  it('leads nowhere when the card stands beside the name', () => {
    expect(isOnWay(from, { left: 600, top: 50, right: 900, bottom: 300 }, { x: 560, y: 110 })).toBe(false);
  });
});
