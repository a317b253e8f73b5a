import {
  measureElement,
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  type VirtualizerOptions,
  windowScroll,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

type Options = Pick<
  VirtualizerOptions<Window, HTMLElement>,
  'count' | 'estimateSize' | 'getItemKey' | 'rangeExtractor' | 'scrollMargin' | 'overscan' | 'anchorTo'
>;

/**
 * Tells which rows of a long list stand in or near the window, and where: only these are rendered. Rows are measured
 * once they are there; until then they count as high as they are estimated.
 */
export function useVirtualizer(options: Options): Virtualizer<Window, HTMLElement> {
  const [, redraw] = useReducer((draws: number) => draws + 1, 0);
  const whole: VirtualizerOptions<Window, HTMLElement> = {
    ...options,
    getScrollElement: () => window,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    initialOffset: () => window.scrollY,
    measureElement: (element, entry, instance) =>
      // nothing is laid out in a hidden page: zero is no height
      measureElement(element, entry, instance) || options.estimateSize(instance.indexFromElement(element)),
    onChange: () => redraw(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer(whole));
  virtualizer.setOptions(whole);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return virtualizer;
}
