import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import type { BrowserName } from '../lib/browsers.ts';

export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

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
}

/** A real browser with the built extension installed. */
export interface Rig {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** Opens one of the extension's screens in a tab. */
  openScreen(path: string): Promise<Page>;
  /** Stops the background as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  /** What happens when the reader presses a command's keys. */
  fireCommand(page: Page, name: string): Promise<void>;
  /** Selects the text in the page and picks our entry of the context menu. */
  saveByMenu(page: Page, text: string): Promise<void>;
  /** What our overlay shows, through its closed shadow root; undefined when it shows nothing. */
  overlay(page: Page): Promise<OverlayView | undefined>;
  /** Clicks the element of the overlay that the selector finds. */
  clickInOverlay(page: Page, selector: string): Promise<void>;
  /**
   * Gives access to a site as the browser's own question does when the reader says yes; or takes it back. Missing where
   * that can't be automated: Chromium's question is a window of its own, which no protocol reaches.
   */
  setAccess?(site: string, isGiven: boolean): Promise<void>;
  close(): Promise<void>;
}
