/*
 * Functions that run inside the page. Each is self-contained: its text is sent to the browser.
 */

/** What the shadow root shows, as JSON of an `OverlayView`; null when nothing is shown. */
export function describeOverlay(root: ShadowRoot): string | null {
  const host = root.host as HTMLElement;
  const content = root.querySelector<HTMLElement>('.root');
  const style = getComputedStyle(host);
  if (!content || style.display === 'none' || style.visibility === 'hidden' || content.childElementCount === 0)
    return null;
  const { left, top, right, bottom } = content.getBoundingClientRect();
  const { fontSize, fontFamily, colorScheme } = getComputedStyle(content);
  const ground = getComputedStyle(content.firstElementChild ?? content).backgroundColor;
  return JSON.stringify({
    style: { fontSize, fontFamily, colorScheme, ground },
    text: content.innerText,
    html: content.innerHTML,
    direction: getComputedStyle(content).direction,
    language: content.lang,
    box: { left, top, right, bottom },
  });
}

/** Clicks what the selector finds in the shadow root, and gives it the focus; null when it finds nothing. */
export function clickIn(root: ShadowRoot, selector: string): string | null {
  const element = root.querySelector<HTMLElement>(selector);
  element?.focus({ preventScroll: true });
  element?.click();
  return element ? 'clicked' : null;
}

/** Selects the first place where a text node holds the text. */
export function selectText(text: string): { x: number; y: number } {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const at = node.data.indexOf(text);
    if (at === -1) continue;
    getSelection()?.setBaseAndExtent(node, at, node, at + text.length);
    const box = getSelection()?.getRangeAt(0).getBoundingClientRect();
    return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  }
  throw new Error(`the page does not hold «${text}»`);
}
