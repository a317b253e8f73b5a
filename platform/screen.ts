import type { Settings } from '../core/settings/settings.ts';
import { loadSettings, onSettingsChanged } from './settings.ts';
import { interfaceLanguage, type Language, text } from './texts.ts';

/** What one of our screens begins with. */
export interface Screen {
  /** Where it renders. */
  readonly root: HTMLElement;
  readonly language: Language;
  /** The settings as they were when it was opened. */
  readonly settings: Settings;
}

/**
 * Sets language, direction, title and look of one of our screens, and keeps the look as the reader chooses. Resolves
 * when the settings are known: nothing is shown in a look, or with choices, that are not the reader's.
 */
export async function prepareScreen(titleKey: string): Promise<Screen> {
  const language = interfaceLanguage();
  const page = document.documentElement;
  page.lang = language;
  page.dir = language === 'fa' ? 'rtl' : 'ltr';
  page.classList.add('themed');
  document.title = text(titleKey);
  const root = document.getElementById('app');
  if (!root) throw new Error('the screen has no element with the id app');
  onSettingsChanged(dress);
  const settings = await loadSettings();
  dress(settings);
  return { root, language, settings };
}

function dress({ theme, textSize, font }: Settings): void {
  const page = document.documentElement;
  page.dataset.theme = theme;
  page.classList.toggle('own-font', font === 'vazirmatn');
  page.style.setProperty('--psh-text-size', String(textSize / 100));
}
