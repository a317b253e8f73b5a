import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeCard, SHEET_BELOW } from '../../core/card/place-card.ts';

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
    expect(placeCard(name(100, 100), card, narrow, 'rtl')).toMatchObject({ side: 'sheet', top: 384, left: 0 });
    expect(placeCard(name(100, 600), card, narrow, 'rtl')).toMatchObject({ side: 'sheet', top: 0 });
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
          const size = { width: width < SHEET_BELOW ? width : 380, height: tall };
          const { top: at, maxHeight } = placeCard(box, size, { width, height }, 'rtl');
          const bottom = at + Math.min(tall, maxHeight);
          expect(bottom <= box.top || at >= box.bottom || bottom === at).toBe(true);
        },
      ),
    );
  });
});
