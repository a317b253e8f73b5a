import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Anchor, anchor, anchorQuickly } from '../../core/highlights/anchor.ts';
import { describeRange } from '../../core/highlights/selectors.ts';
import { fold, foldKey } from '../../core/language/fold.ts';
import { persianText } from '../support/generators.ts';
import { type ChangedPage, changedPage } from '../support/page-changes.ts';

const CHANGES = 2000;
const LEAST_FOUND = 0.98;

/** Whether it paints a letter that is not of the passage, or anything when that is gone. */
function isOnWrongText(page: ChangedPage, place: Anchor): boolean {
  if (!place.found) return false;
  if (page.passage === 'gone') return true;
  return place.spans.some(({ start, end }) =>
    Array.from({ length: end - start }, (_, at) => start + at).some(
      (at) => !page.isOwn[at] && foldKey(page.text.charAt(at)) !== '',
    ),
  );
}

describe('passages on pages that changed', () => {
  const results = Array.from({ length: CHANGES }, (_, seed) => {
    const page = changedPage(seed + 1);
    return { page, place: anchor(fold(page.text), page.selectors) };
  });

  it('are never painted on wrong text, and nearly all that are still there are found', () => {
    const wrong = results.filter(({ page, place }) => isOnWrongText(page, place));
    const there = results.filter(({ page }) => page.passage === 'there');
    const found = there.filter(({ place }) => place.found);
    const percent = ((100 * found.length) / there.length).toFixed(1);
    console.log(
      `anchoring: ${CHANGES} changes, ${wrong.length} on wrong text, ${percent} % of ${there.length} still there found`,
    );
    expect(wrong.map(({ page }) => page.name)).toEqual([]);
    expect(there.length).toBeGreaterThan(CHANGES / 3);
    expect(found.length / there.length).toBeGreaterThanOrEqual(LEAST_FOUND);
  });

  it('are painted in spans that are in order and apart', () => {
    for (const { place } of results) {
      let last = -1;
      for (const { start, end } of place.found ? place.spans : []) {
        expect(start).toBeGreaterThan(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
    }
  });

  it('are found by the quick steps as by all, where those can tell', () => {
    for (const { page, place } of results.slice(0, 200)) {
      const quick = anchorQuickly(fold(page.text), page.selectors);
      if (quick) expect(quick).toEqual(place);
    }
  });
});

describe('any passage of any text', () => {
  it('is found where it was, and never where its letters are not', () => {
    fc.assert(
      fc.property(persianText, fc.nat(), fc.nat(), persianText, (text, a, b, before) => {
        const ends = [a % (text.length + 1), b % (text.length + 1)].sort((one, other) => one - other);
        const selectors = describeRange(text, ends[0] ?? 0, ends[1] ?? 0);
        fc.pre(selectors !== undefined);
        if (!selectors) return;
        const { start, end } = selectors.position;
        expect(anchor(fold(text), selectors)).toEqual({ found: true, spans: [{ start, end }], isExact: true });

        const page = `${before}\n${text}`;
        const place = anchor(fold(page), selectors);
        if (!place.found || !place.isExact || foldKey(selectors.quote.exact) === '') return;
        const painted = place.spans.map((span) => page.slice(span.start, span.end)).join('\n');
        expect(foldKey(painted)).toBe(foldKey(selectors.quote.exact));
      }),
    );
  });
});
