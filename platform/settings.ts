import { readSettings, SETTING_KEYS, type Settings } from '../core/settings/settings.ts';
import { browser } from './browser.ts';

/** The settings as the reader left them; the defaults when storage is not to be had. */
export async function loadSettings(): Promise<Settings> {
  try {
    return readSettings(await browser.storage.local.get(SETTING_KEYS));
  } catch {
    return readSettings({});
  }
}

/** Stores what changed, key by key, so that two screens do not undo each other. */
export async function saveSettings(changes: Partial<Settings>): Promise<void> {
  await browser.storage.local.set(changes);
}

/** Calls back with the settings after each change, from whatever screen. Returns a function that stops it. */
export function onSettingsChanged(listener: (settings: Settings) => void): () => void {
  const changed = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && SETTING_KEYS.some((key) => key in changes)) void loadSettings().then(listener);
  };
  browser.storage.onChanged.addListener(changed);
  return () => browser.storage.onChanged.removeListener(changed);
}
