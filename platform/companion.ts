import { browser } from './browser.ts';

/** The script that is put into a page when the reader first wants a card, or has passages saved there. */
const COMPANION_FILE = 'companion.js';

/** Puts the companion into the page of a tab; false when the browser does not let us. */
export async function injectCompanion(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [COMPANION_FILE] });
    return true;
  } catch (error) {
    console.warn('Pishineh: the card can not be put into the page.', error);
    return false;
  }
}
