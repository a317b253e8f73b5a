import { browser } from './browser.ts';

/** What Chrome has for its side panel; the polyfill's types don't know it. */
interface SidePanel {
  open(options: { windowId: number }): Promise<void>;
}

/**
 * Opens the panel beside the page: Chrome's side panel, Firefox's sidebar. To be called in a click or a key's
 * turn, as browsers open it for nothing else. False where there is none, as in Firefox for Android.
 */
export function openPanel(windowId: number): boolean {
  const sidePanel = chromePanel();
  if (sidePanel) {
    void sidePanel.open({ windowId });
    return true;
  }
  if (browser.sidebarAction) {
    void browser.sidebarAction.open();
    return true;
  }
  return false;
}

/** Whether the browser has a panel to open. */
export function hasPanel(): boolean {
  return chromePanel() !== undefined || Boolean(browser.sidebarAction);
}

function chromePanel(): SidePanel | undefined {
  return (globalThis as { chrome?: { sidePanel?: SidePanel } }).chrome?.sidePanel;
}
