import type { Link } from '../core/recognition/document.ts';
import type { Evidence } from '../core/recognition/evidence.ts';
import { type Block, rangeOf } from './blocks.ts';
import type { Painter } from './painting.ts';

/** A link painted on the page. */
export interface Annotation {
  readonly entity: string;
  readonly range: StaticRange;
  readonly surface: string;
  readonly evidence: readonly Evidence[];
}

/** All annotations of the page: painted, found again by place, in the order of the text. */
export interface Annotations {
  /** Paints the links of a block, but those whose text has changed since it was read. */
  add(block: Block, links: readonly Link[]): void;
  /** Takes away the annotations inside the element. */
  removeInside(element: Element): void;
  /** Takes away the annotations whose text is no longer in the page. */
  prune(): void;
  clear(): void;
  ofRange(range: AbstractRange): Annotation | undefined;
  at(node: Node, offset: number): Annotation | undefined;
  inOrder(): Annotation[];
  /** How often each entity is named, in the order of first mention. */
  counts(): { id: string; count: number }[];
}

export function createAnnotations(painter: Painter): Annotations {
  const byRange = new Map<AbstractRange, Annotation>();
  const byNode = new Map<Node, Set<Annotation>>();

  const remove = (annotation: Annotation) => {
    painter.remove('annotation', annotation.range);
    byRange.delete(annotation.range);
    for (const node of [annotation.range.startContainer, annotation.range.endContainer]) {
      const here = byNode.get(node);
      here?.delete(annotation);
      if (here?.size === 0) byNode.delete(node);
    }
  };
  const all = () => [...byRange.values()];

  return {
    add(block, links) {
      for (const link of links) {
        const range = rangeOf(block, link.start, link.end);
        const surface = block.text.slice(link.start, link.end);
        if (!range || !isUnchanged(range, surface)) continue;
        const annotation: Annotation = { entity: link.entity, range, surface, evidence: link.evidence };
        byRange.set(range, annotation);
        for (const node of [range.startContainer, range.endContainer]) {
          byNode.set(node, (byNode.get(node) ?? new Set()).add(annotation));
        }
        painter.add('annotation', range);
      }
    },
    removeInside(element) {
      for (const annotation of all()) if (element.contains(annotation.range.startContainer)) remove(annotation);
    },
    prune() {
      for (const annotation of all()) if (!annotation.range.startContainer.isConnected) remove(annotation);
    },
    clear() {
      for (const annotation of all()) remove(annotation);
    },
    ofRange: (range) => byRange.get(range),
    at(node, offset) {
      for (const annotation of byNode.get(node) ?? []) if (holds(annotation.range, node, offset)) return annotation;
      return undefined;
    },
    inOrder: () => all().sort((a, b) => order(a.range, b.range)),
    counts() {
      const counts = new Map<string, number>();
      for (const { entity } of this.inOrder()) counts.set(entity, (counts.get(entity) ?? 0) + 1);
      return [...counts].map(([id, count]) => ({ id, count }));
    },
  };
}

/** Whether the page still says here what the block said when it was read. */
function isUnchanged(range: StaticRange, surface: string): boolean {
  const { startContainer, endContainer, startOffset, endOffset } = range;
  if (!startContainer.isConnected || !endContainer.isConnected) return false;
  const first = (startContainer as Text).data;
  if (startContainer === endContainer) return first.slice(startOffset, endOffset) === surface;
  return (
    surface.startsWith(first.slice(startOffset)) && surface.endsWith((endContainer as Text).data.slice(0, endOffset))
  );
}

function holds(range: AbstractRange, node: Node, offset: number): boolean {
  const from = range.startContainer === node ? range.startOffset : 0;
  const to = range.endContainer === node ? range.endOffset : Number.POSITIVE_INFINITY;
  return offset >= from && offset <= to;
}

function order(a: AbstractRange, b: AbstractRange): number {
  if (a.startContainer === b.startContainer) return a.startOffset - b.startOffset;
  const place = a.startContainer.compareDocumentPosition(b.startContainer);
  return place & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
