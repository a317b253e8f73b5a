import type { Browser } from 'puppeteer-core';

/** Ends the browser's process and all its children at once, without a word to any of them. */
export async function killAll(browser: Browser): Promise<void> {
  const child = browser.process();
  if (child?.pid === undefined) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGKILL'); // its group: browsers are started as leaders of their own
  await ended;
  await browser.close().catch(() => {}); // what is left of it here
}
