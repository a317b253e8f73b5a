import { interfaceLanguage, type Language, text } from './texts.ts';

/** Sets language, direction and title of one of our screens. Returns where it renders. */
export function prepareScreen(titleKey: string): { root: HTMLElement; language: Language } {
  const language = interfaceLanguage();
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'fa' ? 'rtl' : 'ltr';
  document.title = text(titleKey);
  const root = document.getElementById('app');
  if (!root) throw new Error('the screen has no element with the id app');
  return { root, language };
}
