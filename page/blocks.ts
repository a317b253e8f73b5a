import { CARD_TAG, PASSAGE_TAG } from './host.ts';

/** The text of one paragraph-like run, its inline children joined, with a map back to text nodes. */
export interface Block {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** The nearest element that is not inline: re-read as a whole when something in it changes. */
  readonly container: Element;
}

interface Piece {
  readonly node: Text;
  /** UTF-16 offset in the block's text at which the node's data begins. */
  readonly start: number;
}

const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr output q rp rt ruby s small span ' +
    'strike strong sub sup time tt u var wbr'
  ).split(' '),
);
/** Nothing in editable text, code, navigation, or what is not text at all. */
const SKIPPED = new Set(
  (
    'script style noscript template textarea input select option button datalist code pre kbd samp svg math canvas ' +
    `iframe object embed audio video nav menu footer head title ${CARD_TAG} ${PASSAGE_TAG}`
  ).split(' '),
);
const SKIPPED_ROLES = new Set(
  'navigation menu menubar toolbar search contentinfo textbox searchbox combobox listbox tablist button'.split(' '),
);
/** A run that is nothing but a link of so few words is a way to somewhere, not text to read. */
const FEWEST_LINK_WORDS = 4;

export interface CollectOptions {
  /** Further parts that are passed over. */
  skip?(element: Element): boolean;
  /** Runs that are nothing but a short link are text too. */
  everyLink?: boolean;
  /** Called with each open shadow root on the way; its text is read too. */
  onShadow?(root: ShadowRoot): void;
}

/**
 * The blocks under an element, in document order, without those of parts that are not to be read. Text is
 * taken as it stands in the document; `<br>` and elements that are not inline end a block.
 */
export function collectBlocks(
  root: Element | ShadowRoot,
  { skip, everyLink = false, onShadow }: CollectOptions = {},
): Block[] {
  const blocks: Block[] = [];
  const top = root instanceof ShadowRoot ? root.host : root;
  if (isInsideSkipped(top, skip)) return blocks;
  let text = '';
  let pieces: Piece[] = [];
  let outsideLinks = false;
  let container: Element | undefined;

  const flush = () => {
    if (container && text.trim() !== '' && (everyLink || outsideLinks || wordsIn(text) >= FEWEST_LINK_WORDS)) {
      blocks.push({ text, pieces, container });
    }
    text = '';
    pieces = [];
    outsideLinks = false;
  };

  const visit = (parent: Node, within: Element, inLink: boolean) => {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === Node.TEXT_NODE) {
        const node = child as Text;
        container = within;
        pieces.push({ node, start: text.length });
        text += node.data;
        if (!inLink && !outsideLinks && /\S/.test(node.data)) outsideLinks = true;
      } else if (child.nodeType === Node.ELEMENT_NODE) {
        const next = child as Element;
        if (next.localName === 'br') flush();
        else if (isSkipped(next) || skip?.(next)) {
          if (!isInline(next)) flush();
        } else if (next.shadowRoot) {
          flush();
          onShadow?.(next.shadowRoot);
          visit(next.shadowRoot, next, inLink);
          flush();
          visit(next, next, inLink); // what stands in its slots
          flush();
        } else if (isInline(next)) visit(next, within, inLink || next.localName === 'a');
        else {
          flush();
          visit(next, next, inLink);
          flush();
        }
      }
    }
  };
  if (root instanceof Element && root.shadowRoot) {
    onShadow?.(root.shadowRoot);
    visit(root.shadowRoot, root, false);
    flush();
  }
  visit(root, root instanceof ShadowRoot ? top : containerOf(root), top.closest('a') !== null);
  flush();
  return blocks;
}

/** The nearest element at or above the node that is not inline. */
export function containerOf(node: Node): Element {
  let element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
  while (element?.parentElement && isInline(element)) element = element.parentElement;
  return element ?? document.documentElement;
}

/** The places in text nodes of a span of the block: one text node or several. */
export function rangeOf(block: Block, start: number, end: number): StaticRange | undefined {
  const first = pieceAt(block.pieces, start);
  const last = pieceAt(block.pieces, end - 1);
  if (!first || !last) return undefined;
  return new StaticRange({
    startContainer: first.node,
    startOffset: start - first.start,
    endContainer: last.node,
    endOffset: end - last.start,
  });
}

function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle] as Piece).start <= offset) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  return piece && offset >= piece.start && offset < piece.start + piece.node.data.length ? piece : undefined;
}

/** Whether the element flows with the text around it. */
export function isInline(element: Element): boolean {
  // Elements of the page's own making may be either; only their style tells.
  if (element.localName.includes('-')) return getComputedStyle(element).display.startsWith('inline');
  return INLINE.has(element.localName);
}

function isSkipped(element: Element): boolean {
  if (SKIPPED.has(element.localName)) return true;
  const role = element.getAttribute('role');
  if (role !== null && SKIPPED_ROLES.has(role)) return true;
  const editable = element.getAttribute('contenteditable');
  return (editable !== null && editable !== 'false') || element.hasAttribute('hidden');
}

function isInsideSkipped(element: Element, skip: CollectOptions['skip']): boolean {
  for (let at: Element | undefined = element; at; at = parentOf(at)) if (isSkipped(at) || skip?.(at)) return true;
  return false;
}

/** The element above, out of a shadow tree too. */
function parentOf(element: Element): Element | undefined {
  if (element.parentElement) return element.parentElement;
  return element.parentNode instanceof ShadowRoot ? element.parentNode.host : undefined;
}

function wordsIn(text: string): number {
  return text.trim().split(/\s+/).length;
}
