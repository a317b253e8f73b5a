import { browser } from './browser.ts';

const SIZES = [16, 32, 48] as const;

function icons(folder: string): Record<string, string> {
  return Object.fromEntries(SIZES.map((size) => [String(size), `/${folder}/${size}.png`]));
}

/** Shows in the toolbar whether names are underlined in a tab: the icon in colour, or in grey. */
export async function showState(tabId: number, on: boolean, title: string): Promise<void> {
  try {
    await Promise.all([
      browser.action.setIcon({ tabId, path: icons(on ? 'icon' : 'icon-off') }),
      browser.action.setTitle({ tabId, title }),
    ]);
  } catch {
    // the tab is gone
  }
}

/** Marks the toolbar's icon when something of the reader's is not as it should be; the popup says what. */
export async function showAlarm(isOn: boolean): Promise<void> {
  try {
    await browser.action.setBadgeText({ text: isOn ? '!' : '' });
    if (isOn) await browser.action.setBadgeBackgroundColor({ color: '#8a3a00' });
  } catch {
    // no badges on Android: the popup tells it there too
  }
}
