/* Both directions are streams of the browser; base64, as the extension's storage keeps JSON only. */

/** Bytes that are turned into characters at once: more would be too many arguments of a call. */
const CHUNK = 0x8000;

/** The text, compressed, in base64. Persian JSON becomes a fifth of its size or less. */
export async function compress(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

/** @throws when it is no compressed text, or not whole */
export async function decompress(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}
