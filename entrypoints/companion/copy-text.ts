/**
 * Puts text on the clipboard. Pages without https have no clipboard of their own: there the old command copies from a
 * field inside our shadow root.
 * @returns false when the browser allows neither
 */
export async function copyText(text: string, within: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.setAttribute('aria-hidden', 'true');
    field.style.cssText = 'position:fixed;inset-block-start:0;opacity:0;height:1px;width:1px';
    within.append(field);
    field.select();
    const isDone = document.execCommand('copy');
    field.remove();
    return isDone;
  }
}
