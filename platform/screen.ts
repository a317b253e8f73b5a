import type { Settings } from '../core/settings/settings.ts';
import { loadSettings, onSettingsChanged } from './settings.ts';
import { interfaceLanguage, type Language, text } from './texts.ts';

/**
 * Sets language, direction, title and look of one of our screens, and keeps the look as the reader chooses. Returns
 * where it renders.
 */
export function prepareScreen(titleKey: string): { root: HTMLElement; language: Language } {
  const language = interfaceLanguage();
  const page = document.documentElement;
  page.lang = language;
  page.dir = language === 'fa' ? 'rtl' : 'ltr';
  page.classList.add('themed');
  document.title = text(titleKey);
  void loadSettings().then(dress);
  onSettingsChanged(dress);
  const root = document.getElementById('app');
  if (!root) throw new Error('the screen has no element with the id app');
  return { root, language };
}

function dress({ theme, textSize, font }: Settings): void {
  const page = document.documentElement;
  page.dataset.theme = theme;
  page.classList.toggle('own-font', font === 'vazirmatn');
  page.style.setProperty('--psh-text-size', String(textSize / 100));
}
