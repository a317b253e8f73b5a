import { isPersian, SAMPLE_LENGTH } from '../core/language/detect.ts';

const NOT_TEXT = 'script,style,noscript,template,textarea,code,pre';

/**
 * Whether the page is Persian: what it says of itself, then a sample of its text. Reads no more than is
 * needed to tell, so that a page in another language costs next to nothing.
 */
export function isPersianPage(page: Document): boolean {
  if (!page.body) return false;
  const declared = page.documentElement.lang.toLowerCase().split('-')[0] ?? '';
  // Persian pages often declare nothing, or English by a template's default; Arabic and Urdu ones seldom lie.
  if (['ar', 'ur', 'ps', 'ku', 'ckb', 'ug', 'sd'].includes(declared)) return false;
  return isPersian(sampleText(page.body));
}

function sampleText(root: Element): string {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let sample = '';
  for (let node = walker.nextNode(); node && sample.length < SAMPLE_LENGTH; node = walker.nextNode()) {
    const data = (node as Text).data;
    if (/\S/.test(data) && !node.parentElement?.closest(NOT_TEXT)) sample += ` ${data}`;
  }
  return sample;
}
