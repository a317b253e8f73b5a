/**
 * Asks the browser to keep our databases when the disk is full. With `unlimitedStorage` neither browser asks the reader.
 * Where the background has no such call (Chrome's worker), the permission alone does it.
 */
export async function keepForGood(): Promise<void> {
  try {
    await navigator.storage?.persist?.();
  } catch (error) {
    console.warn('Pishineh: the browser would not promise to keep our databases.', error);
  }
}
