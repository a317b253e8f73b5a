import axe from 'axe-core';
import { expect } from 'vitest';

/**
 * Fails with what axe finds wrong in the rendered element. Colours are checked in contrast.test.ts: nothing is
 * laid out here.
 */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}
