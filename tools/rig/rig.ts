import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import type { BrowserName } from '../lib/browsers.ts';

export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The card with notices, or what saves and edits passages. */
export type OverlayName = 'card' | 'passage';

/** How the overlay looks to the reader. */
export interface OverlayView {
  readonly text: string;
  readonly html: string;
  readonly direction: string;
  readonly language: string;
  /** How the content is set, and on what ground. */
  readonly style: {
    readonly fontSize: string;
    readonly fontFamily: string;
    readonly colorScheme: string;
    readonly ground: string;
  };
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

export interface RigOptions {
  /** The port of the proxy through which all pages come. */
  readonly proxyPort: number;
  /** The language of the browser's interface. */
  readonly language?: 'fa' | 'en';
  /** With a window; without one unless asked. */
  readonly isVisible?: boolean;
  /** Whether the reader lets the extension into private windows. */
  readonly isAllowedInPrivate?: boolean;
  /** A folder that outlives the browser, and whether it is used for the first time; one of its own unless given. */
  readonly profile?: { readonly folder: string; readonly isNew: boolean };
}

/** A real browser with the built extension installed. */
export interface Rig {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** Opens one of the extension's screens in a tab. */
  openScreen(path: string): Promise<Page>;
  /** Opens an address in a private window. */
  openPrivately(address: string): Promise<Page>;
  /** Stops the background as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  /** Makes every access to databases in the background fail with an error of the name, until it is stopped. */
  breakDatabases(errorName: string): Promise<void>;
  /** What happens when the reader presses a command's keys. */
  fireCommand(page: Page, name: string): Promise<void>;
  /** Selects the text in the page and picks our entry of the context menu. */
  saveByMenu(page: Page, text: string): Promise<void>;
  /** What an overlay of ours shows, through its closed shadow root; undefined when it shows nothing. */
  overlay(page: Page, which?: OverlayName): Promise<OverlayView | undefined>;
  /** Clicks the element of the overlay that the selector finds, and gives it the focus. */
  clickInOverlay(page: Page, selector: string, which?: OverlayName): Promise<void>;
  /**
   * Gives access to a site as the browser's own question does when the reader says yes; or takes it back. Missing where
   * that can't be automated: Chromium's question is a window of its own, which no protocol reaches.
   */
  setAccess?(site: string, isGiven: boolean): Promise<void>;
  close(): Promise<void>;
  /** Ends all processes of the browser at once, as a crash or a lost battery does. */
  kill(): Promise<void>;
}
