import type { CardEvents, CardView } from './card-view.ts';
import type { Guide, GuideSurroundings } from './guide.ts';
import type { Highlighter, HighlighterSurroundings } from './highlighter.ts';

import type { MuteSurroundings } from './mute.ts';

/**
 * What is put into a page only when it is needed: the card, saved passages, the way to mentions. The reader script, which runs on
 * every page, stays small; it asks for this one and finds it in the world that both share, out of the page's reach.
 */
export interface Companion {
  createCardView(events: CardEvents): CardView;
  createHighlighter(around: HighlighterSurroundings): Highlighter;
  createGuide(around: GuideSurroundings): Guide;
  mute(id: string, where: 'page' | 'everywhere', around: MuteSurroundings): void;
}

const KEY = Symbol.for('pishineh.companion');

export function offerCompanion(companion: Companion): void {
  Reflect.set(globalThis, KEY, companion);
}

/** The companion, once it has been put into the page. */
export function findCompanion(): Companion | undefined {
  return Reflect.get(globalThis, KEY) as Companion | undefined;
}
