import type { Page } from 'puppeteer-core';
import { until } from './wait.ts';

/** One painted range: its text and where its first line stands in the window. */
export interface Painted {
  readonly text: string;
  /** Id of the nearest element above it that has one. */
  readonly within: string;
  readonly x: number;
  readonly y: number;
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

/** What is painted on the page under one of our names, in the order of the text. */
export async function painted(page: Page, name: 'annotation' | 'saved' | 'current' = 'annotation'): Promise<Painted[]> {
  return page.evaluate((layer) => {
    const ranges = [...(CSS.highlights.get(`pishineh-${layer}`) ?? [])].map((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live;
    });
    ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
    return ranges.map((range) => {
      const { left, top, right, bottom } = range.getClientRects()[0] ?? new DOMRect();
      return {
        text: range.toString(),
        within: range.startContainer.parentElement?.closest('[id]')?.id ?? '',
        x: (left + right) / 2,
        y: (top + bottom) / 2,
        box: { left, top, right, bottom },
      };
    });
  }, name);
}

/** Waits until as many ranges are painted, and returns them. */
export async function untilPainted(
  page: Page,
  count: number,
  name: 'annotation' | 'saved' = 'annotation',
): Promise<Painted[]> {
  let seen: Painted[] = [];
  try {
    return await until(async () => {
      seen = await painted(page, name);
      return seen.length === count ? seen : undefined;
    }, `${count} painted ranges`);
  } catch (error) {
    throw new Error(
      `${error instanceof Error ? error.message : error}; painted are: ${seen.map(({ text }) => text).join('، ')}`,
    );
  }
}
