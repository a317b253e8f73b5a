import type { Page } from 'puppeteer-core';
import { HIGHLIGHT_COLORS, type HighlightColor } from '../../core/highlights/colors.ts';
import { KIND_GROUPS } from '../../core/knowledge/kind-group.ts';
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

/** What is painted: the annotations of all kinds, saved passages of all colours or of one, or what is pointed out. */
export type Layer = 'annotation' | 'saved' | `saved-${HighlightColor}` | 'current';

function namesOf(layer: Layer): readonly string[] {
  if (layer === 'annotation') return KIND_GROUPS;
  return layer === 'saved' ? HIGHLIGHT_COLORS.map((color) => `saved-${color}`) : [layer];
}

/** What is painted on the page under our names, in the order of the text. */
export async function painted(page: Page, layer: Layer = 'annotation'): Promise<Painted[]> {
  return page.evaluate((names) => {
    const painted = names.flatMap((name) => [...(CSS.highlights.get(`pishineh-${name}`) ?? [])]);
    const ranges = painted.map((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live;
    });
    // text of a shadow tree stands where its host stands
    const placeOf = (range: Range): Range => {
      let { startContainer } = range;
      for (let root = startContainer.getRootNode(); root instanceof ShadowRoot; root = startContainer.getRootNode()) {
        startContainer = root.host;
      }
      if (startContainer === range.startContainer) return range;
      const place = document.createRange();
      place.setStartBefore(startContainer);
      return place;
    };
    ranges.sort(
      (a, b) =>
        placeOf(a).compareBoundaryPoints(Range.START_TO_START, placeOf(b)) ||
        (a.startContainer === b.startContainer ? a.startOffset - b.startOffset : 0),
    );
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
  }, namesOf(layer));
}

/** Waits until as many ranges are painted, and returns them. */
export async function untilPainted(page: Page, count: number, layer: Layer = 'annotation'): Promise<Painted[]> {
  let seen: Painted[] = [];
  try {
    return await until(async () => {
      seen = await painted(page, layer);
      return seen.length === count ? seen : undefined;
    }, `${count} painted ranges`);
  } catch (error) {
    throw new Error(
      `${error instanceof Error ? error.message : error}; painted are: ${seen.map(({ text }) => text).join('، ')}`,
    );
  }
}
