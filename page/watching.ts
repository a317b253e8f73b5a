import { containerOf, isInline } from './blocks.ts';
import { isOurs } from './host.ts';

/** Milliseconds in which changes are gathered, so that a page which builds itself is read once. */
const GATHER = 200;
/** A container that changes more often than this is a clock or an advertisement, and is left alone. */
const MOST_CHANGES = 30;

export interface Watch {
  /** Watches a shadow root as well; the document's observer does not look into it. */
  include(root: ShadowRoot): void;
  stop(): void;
}

export interface Watcher {
  /** A text node has other text now: at once, before the page is painted again. */
  touched(text: Node): void;
  /**
   * The elements whose text has changed, gathered and without repeats; none of them lies inside another. None
   * when text was only taken away.
   */
  changed(roots: Element[]): void;
}

/** Whether the node may hold text to read: our host, comments and white space don't. */
function isText(node: Node): boolean {
  if (node.nodeType === Node.ELEMENT_NODE) return !isOurs(node);
  return node.nodeType === Node.TEXT_NODE && /\S/.test((node as Text).data);
}

/** Whether the node is part of the text of the element around it. */
function flows(node: Node): boolean {
  return node.nodeType === Node.TEXT_NODE || isInline(node as Element);
}

/** Watches the text under an element. Our own host is not watched. */
export function watchText(root: Element, watcher: Watcher): Watch {
  const counts = new WeakMap<Element, number>();
  const dirty = new Set<Element>();
  const included = new WeakSet<Node>([root]);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const mark = (element: Element) => {
    const count = (counts.get(element) ?? 0) + 1;
    counts.set(element, count);
    if (count <= MOST_CHANGES) dirty.add(element);
  };

  let removed = false;
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'characterData') {
        watcher.touched(record.target);
        mark(containerOf(record.target));
        continue;
      }
      let isFlowing = false;
      for (const node of record.addedNodes) {
        if (!isText(node)) continue;
        if (flows(node)) isFlowing = true;
        else mark(node as Element);
      }
      for (const node of record.removedNodes) {
        if (!isText(node)) continue;
        removed = true;
        if (flows(node)) isFlowing = true;
      }
      if (isFlowing) mark(containerOf(record.target));
    }
    if ((dirty.size > 0 || removed) && timer === undefined) timer = setTimeout(flush, GATHER);
  });

  const flush = () => {
    timer = undefined;
    removed = false;
    const roots = new Set([...dirty].filter((element) => element.isConnected));
    dirty.clear();
    watcher.changed([...roots].filter((element) => !isInsideAny(element, roots)));
  };

  const observe = (node: Node) => observer.observe(node, { childList: true, characterData: true, subtree: true });
  observe(root);
  return {
    include(shadow) {
      if (included.has(shadow)) return;
      included.add(shadow);
      observe(shadow);
    },
    stop() {
      observer.disconnect();
      clearTimeout(timer);
    },
  };
}

function isInsideAny(element: Element, others: ReadonlySet<Element>): boolean {
  for (let at = element.parentElement; at; at = at.parentElement) if (others.has(at)) return true;
  return false;
}
