import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardWidth, chooseSide, isSheet, placeCard, placeSheet } from '../../core/card/place-card.ts';

const window = { width: 1000, height: 800 };
const card = { width: 380, height: 300 };
const name = (left: number, top: number) => ({ left, top, right: left + 60, bottom: top + 24 });

describe('placing the card', () => {
  it('stands below the name, from its right edge in right-to-left text', () => {
    expect(chooseSide(name(600, 100), card.height, window)).toBe('below');
    expect(placeCard(name(600, 100), card, window, 'rtl', 'below')).toMatchObject({ top: 130, left: 280 });
  });
  it('starts at the left edge in left-to-right text', () => {
    expect(placeCard(name(300, 100), card, window, 'ltr', 'below')).toMatchObject({ left: 300 });
  });
  it('stands above when there is no room below', () => {
    expect(chooseSide(name(600, 700), card.height, window)).toBe('above');
    expect(placeCard(name(600, 700), card, window, 'rtl', 'above')).toMatchObject({ top: 394 });
  });
  it('stands where there is room for any card when what it will say is not known yet', () => {
    expect(chooseSide(name(600, 500), 60, window)).toBe('below');
    expect(chooseSide(name(600, 500), Number.POSITIVE_INFINITY, window)).toBe('above');
  });
  it('stays inside the window at its edges', () => {
    expect(placeCard(name(10, 100), card, window, 'rtl', 'below').left).toBe(8);
    expect(placeCard(name(930, 100), card, window, 'ltr', 'below').left).toBe(612);
  });
  it('is a sheet in a narrow window, and goes to its head when the name is at the foot', () => {
    const narrow = { width: 360, height: 640 };
    const sheet = { width: 360, height: 300 };
    expect(isSheet(narrow, 'pointer')).toBe(true);
    expect(placeSheet(name(100, 100), sheet, narrow)).toMatchObject({ top: 340, left: 0 });
    expect(placeSheet(name(100, 600), sheet, narrow)).toMatchObject({ top: 0 });
  });
  it('is a sheet where fingers opened it, no wider than one reads with ease', () => {
    expect(isSheet(window, 'touch')).toBe(true);
    expect(isSheet(window, 'pointer')).toBe(false);
    expect(cardWidth(window, true, 400)).toBe(640);
    expect(placeSheet(name(100, 100), { width: 640, height: 200 }, window).left).toBe(180);
  });
  it('scrolls on its side when it grows beyond the room', () => {
    const tall = { width: 380, height: 320 };
    expect(placeCard(name(600, 600), tall, window, 'rtl', 'below')).toMatchObject({ top: 630, maxHeight: 162 });
    expect(placeCard(name(600, 100), tall, window, 'rtl', 'above')).toMatchObject({ top: 8, maxHeight: 86 });
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
            const placed = asSheet
              ? placeSheet(box, size, seen)
              : placeCard(box, size, seen, 'rtl', chooseSide(box, tall, seen));
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
