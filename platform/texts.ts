import { browser } from './browser.ts';

export type Language = 'fa' | 'en';

/** The interface's language, as the browser chose it. */
export function interfaceLanguage(): Language {
  return browser.i18n.getMessage('language') === 'fa' ? 'fa' : 'en';
}

/** A text of the interface in its language, with `$1` and so on replaced. */
export function text(key: string, ...substitutions: string[]): string {
  return browser.i18n.getMessage(key, substitutions);
}
