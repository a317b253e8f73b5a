import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardWidth, isSheet, placeCard, placeSheet } from '../../core/card/place-card.ts';

const window = { width: 1000, height: 800 };
const card = { width: 380, height: 300 };
const name = (left: number, top: number) => ({ left, top, right: left + 60, bottom: top + 24 });

describe('placing the card', () => {
  it('stands below the name, from its right edge in right-to-left text', () => {
    expect(placeCard(name(600, 100), card, window, 'rtl')).toMatchObject({ side: 'below', top: 130, left: 280 });
  });
  it('starts at the left edge in left-to-right text', () => {
    expect(placeCard(name(300, 100), card, window, 'ltr')).toMatchObject({ left: 300 });
  });
  it('stands above when there is no room below', () => {
    expect(placeCard(name(600, 700), card, window, 'rtl')).toMatchObject({ side: 'above', top: 394 });
  });
  it('stays inside the window at its edges', () => {
    expect(placeCard(name(10, 100), card, window, 'rtl').left).toBe(8);
    expect(placeCard(name(930, 100), card, window, 'ltr').left).toBe(612);
  });
  it('is a sheet in a narrow window, and goes to its head when the name is at the foot', () => {
    const narrow = { width: 360, height: 640 };
    const sheet = { width: 360, height: 300 };
    expect(isSheet(narrow, 'pointer')).toBe(true);
    expect(placeSheet(name(100, 100), sheet, narrow)).toMatchObject({ side: 'sheet', top: 340, left: 0 });
    expect(placeSheet(name(100, 600), sheet, narrow)).toMatchObject({ side: 'sheet', top: 0 });
  });
  it('is a sheet where fingers opened it, no wider than one reads with ease', () => {
    expect(isSheet(window, 'touch')).toBe(true);
    expect(isSheet(window, 'pointer')).toBe(false);
    expect(cardWidth(window, true, 400)).toBe(640);
    expect(placeSheet(name(100, 100), { width: 640, height: 200 }, window).left).toBe(180);
  });
  it('keeps its side while it grows', () => {
    const tall = { width: 380, height: 320 };
    expect(placeCard(name(600, 420), { width: 380, height: 100 }, window, 'rtl').side).toBe('below');
    expect(placeCard(name(600, 600), tall, window, 'rtl', 'below').side).toBe('below');
    expect(placeCard(name(600, 100), tall, window, 'rtl', 'above').side).toBe('above');
  });

  it('never covers the name', () => {
    const pixels = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(
        pixels(1600),
        pixels(1200),
        pixels(1600),
        pixels(1200),
        pixels(900),
        (width, height, left, top, tall) => {
          fc.pre(width >= 200 && height >= 120 && left < width && top + 24 < height);
          const box = name(left, top);
          const seen = { width, height };
          for (const asSheet of [true, false]) {
            const size = { width: cardWidth(seen, asSheet, 380), height: tall };
            const placed = asSheet ? placeSheet(box, size, seen) : placeCard(box, size, seen, 'rtl');
            const bottom = placed.top + Math.min(tall, placed.maxHeight);
            expect(bottom <= box.top || placed.top >= box.bottom || bottom === placed.top).toBe(true);
            expect(placed.left).toBeGreaterThanOrEqual(0);
            expect(placed.left + size.width).toBeLessThanOrEqual(width);
          }
        },
      ),
    );
  });
});
