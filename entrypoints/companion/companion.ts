import type { SavedPassages } from '../../page/saved-passages.ts';
import type { CardEvents, CardView } from './card-view.ts';
import type { SaveOutcome } from './save-passage.ts';

/**
 * What is put into a page only when it is needed: the card, and saved passages. The reader script, which runs on
 * every page, stays small; it asks for this one and finds it in the world that both share, out of the page's reach.
 */
export interface Companion {
  createCardView(events: CardEvents): CardView;
  createPassages(...args: Parameters<typeof import('../../page/saved-passages.ts').createSavedPassages>): SavedPassages;
  /** Saves what is selected; tells what came of it. */
  savePassage(date: string | undefined): Promise<SaveOutcome>;
}

const KEY = Symbol.for('pishineh.companion');

export function offerCompanion(companion: Companion): void {
  Reflect.set(globalThis, KEY, companion);
}

/** The companion, once it has been put into the page. */
export function findCompanion(): Companion | undefined {
  return Reflect.get(globalThis, KEY) as Companion | undefined;
}
