import type { Pack } from '../core/knowledge/entity.ts';
import { browser } from './browser.ts';

/*
 * The extension's own files, read from its own package: nothing else is ever fetched. The pack was validated
 * when it was compiled, and a package can't be changed, so it is not validated again on each start.
 */

export const PACK_FILE = 'knowledge/core.pack.json';
export const LEXICON_FILE = 'knowledge/core.lexicon';
/** The bundled typeface, once for our own screens and the card. */
export const FONT_FILE = 'fonts/vazirmatn.woff2';

/** Bytes turned to letters at once: a function takes so many arguments. */
const CHUNK = 0x8000;

async function read(file: string): Promise<Response> {
  return fetch(browser.runtime.getURL(file));
}

/** The bundled knowledge, whole. */
export async function readCorePack(): Promise<Pack> {
  return (await read(PACK_FILE)).json() as Promise<Pack>;
}

/** The compiled lexicon of the bundled knowledge. */
export async function readCoreLexicon(): Promise<ArrayBuffer> {
  return (await read(LEXICON_FILE)).arrayBuffer();
}

/** The typeface in base64: messages carry JSON only. */
export async function readFont(): Promise<string> {
  const bytes = new Uint8Array(await (await read(FONT_FILE)).arrayBuffer());
  let letters = '';
  for (let at = 0; at < bytes.length; at += CHUNK) letters += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(letters);
}
