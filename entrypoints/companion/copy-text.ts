/**
 * Puts text on the clipboard. Pages without https have no clipboard of their own: there the old command copies, and we
 * say what.
 * @returns false when the browser allows neither
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

function copyByCommand(text: string): boolean {
  let isCopied = false;
  const answer = (event: ClipboardEvent) => {
    // some pages add to what is copied from them, or forbid it
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    isCopied = event.clipboardData !== null;
  };
  window.addEventListener('copy', answer, { capture: true });
  document.execCommand('copy');
  window.removeEventListener('copy', answer, { capture: true });
  return isCopied;
}
