import { browser } from './browser.ts';

let isPrivate: boolean | undefined;

/**
 * Whether this page or screen is in a private window, where nothing is written. Asked for once: a page that is open while
 * the extension is updated can ask no more.
 */
export function isPrivateWindow(): boolean {
  isPrivate ??= browser.extension.inIncognitoContext ?? false;
  return isPrivate;
}
