import { browser } from './browser.ts';

/** Whether this page or screen is in a private window, where nothing is written. */
export function isPrivateWindow(): boolean {
  return browser.extension.inIncognitoContext ?? false;
}
