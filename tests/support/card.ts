import type { Page } from 'puppeteer-core';
import type { OverlayView, Rig } from '../../tools/rig/rig.ts';
import { until } from '../../tools/rig/wait.ts';

/** The card, once it has what it says. */
export function untilRead(rig: Rig, page: Page): Promise<OverlayView> {
  return until(async () => {
    const card = await rig.overlay(page);
    return card && !card.html.includes('aria-busy="true"') ? card : undefined;
  }, 'the card');
}
