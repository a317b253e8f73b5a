// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPainter } from '../../page/painting.ts';

/** happy-dom paints nothing: a registry and highlights that only hold what they are given. */
class FakeHighlight extends Set<AbstractRange> {
  priority = 0;
}
const registry = new Map<string, FakeHighlight>();

beforeEach(() => {
  registry.clear();
  vi.stubGlobal('Highlight', FakeHighlight);
  vi.stubGlobal('CSS', { highlights: registry });
});
afterEach(() => void vi.unstubAllGlobals());

it('paints again all that a page has cleared away, with the next that is painted', () => {
  const painter = createPainter('');
  const [first, second] = [document.createRange(), document.createRange()];
  painter.add('saved-yellow', first);
  registry.clear();
  painter.add('saved-yellow', second);
  expect([...(registry.get('pishineh-saved-yellow') ?? [])]).toEqual([first, second]);
});

it('takes its name back when the page has given it away', () => {
  const painter = createPainter('');
  const range = document.createRange();
  painter.add('people', range);
  registry.set('pishineh-people', new FakeHighlight());
  painter.add('people', range);
  expect([...(registry.get('pishineh-people') ?? [])]).toEqual([range]);
});
