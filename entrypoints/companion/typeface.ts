import { ask } from '../../platform/messages/ask.ts';

/** The family under which our styles ask for it; no page has one of this name. */
const FAMILY = 'Pishineh Vazirmatn';
let loading: Promise<void> | undefined;

/**
 * Gives the page's document our typeface, once. Shadow trees know the fonts of their document only, and a page's policy
 * forbids to load one by address, so it comes as bytes. Where it can't be had the system's font stays.
 */
export function loadTypeface(): Promise<void> {
  loading ??= (async () => {
    const letters = await ask({ type: 'get-font' });
    if (letters === null) return;
    const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
    const face = new FontFace(FAMILY, bytes, { weight: '100 900', display: 'swap' });
    await face.load();
    document.fonts.add(face);
  })().catch((error: unknown) => {
    console.warn('Pishineh: the typeface can not be had.', error);
  });
  return loading;
}
