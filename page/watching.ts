import { containerOf, isInline } from './blocks.ts';
import { HOST_TAG } from './host.ts';

/** Milliseconds in which changes are gathered, so that a page which builds itself is read once. */
const GATHER = 200;
/** A container that changes more often than this is a clock or an advertisement, and is left alone. */
const MOST_CHANGES = 30;

export interface Watch {
  stop(): void;
}

/** Whether the node may hold text to read: our host, comments and white space don't. */
function isText(node: Node): boolean {
  if (node.nodeType === Node.ELEMENT_NODE) return (node as Element).localName !== HOST_TAG;
  return node.nodeType === Node.TEXT_NODE && /\S/.test((node as Text).data);
}

/** Whether the node is part of the text of the element around it. */
function flows(node: Node): boolean {
  return node.nodeType === Node.TEXT_NODE || isInline(node as Element);
}

/**
 * Calls back with the elements whose text has changed, gathered and without repeats; none of them lies inside
 * another; with none when text was only taken away. Our own host is not watched.
 */
export function watchText(root: Element, changed: (roots: Element[]) => void): Watch {
  const counts = new WeakMap<Element, number>();
  const dirty = new Set<Element>();
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
        mark(containerOf(record.target));
        continue;
      }
      const added = [...record.addedNodes].filter(isText);
      const gone = [...record.removedNodes].filter(isText);
      for (const node of added) if (!flows(node)) mark(node as Element);
      if (added.some(flows) || gone.some(flows)) mark(containerOf(record.target));
      removed ||= gone.length > 0;
    }
    if ((dirty.size > 0 || removed) && timer === undefined) timer = setTimeout(flush, GATHER);
  });

  const flush = () => {
    timer = undefined;
    removed = false;
    const roots = [...dirty].filter((element) => element.isConnected);
    dirty.clear();
    changed(roots.filter((element) => !roots.some((other) => other !== element && other.contains(element))));
  };

  observer.observe(root, { childList: true, characterData: true, subtree: true });
  return {
    stop() {
      observer.disconnect();
      clearTimeout(timer);
    },
  };
}
