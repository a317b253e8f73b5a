import type { Kind } from '../core/knowledge/entity.ts';
import { groupOf } from '../core/knowledge/kind-group.ts';
import type { PageMention } from '../core/messages/page-requests.ts';
import type { Link } from '../core/recognition/document.ts';
import type { Evidence } from '../core/recognition/evidence.ts';
import type { Article } from './article.ts';
import { type Block, rangeOf } from './blocks.ts';
import type { Painter } from './painting.ts';

/** A link that stands on the page; painted or not, as the reader chose. */
export interface Annotation {
  readonly entity: string;
  readonly kind: Kind;
  readonly range: StaticRange;
  readonly surface: string;
  readonly evidence: readonly Evidence[];
  /** Ids of the other entities that bear the name. */
  readonly others: readonly string[];
}

/** What the reader wants to see. */
export interface Policy {
  readonly mentions: 'first' | 'all';
  isWanted(entity: string, kind: Kind): boolean;
}

/** All annotations of the page: painted as the policy says, found again by place, in the order of the text. */
export interface Annotations {
  /** Takes the links of a block, but those whose text has changed since it was read. */
  add(block: Block, links: readonly Link[]): void;
  /** Takes away the annotations inside the element. */
  removeInside(element: Element | ShadowRoot): void;
  /** Takes away the annotations on a text node: at once when its text changes, before it is painted again. */
  removeOn(text: Node): void;
  /** Takes away the annotations whose text is no longer in the page. */
  prune(): void;
  clear(): void;
  /** Where the article stands, in which first mentions are looked for first. Asked anew for each reading. */
  setArticle(article: Article): void;
  setPolicy(policy: Policy): void;
  /** The painted annotation of a range, or at a place in a text node. */
  ofRange(range: AbstractRange): Annotation | undefined;
  at(node: Node, offset: number): Annotation | undefined;
  has(annotation: Annotation): boolean;
  /** Those painted, in the order of the text. */
  inOrder(): Annotation[];
  /** All mentions of a wanted entity, painted or not, in the order of the text. */
  mentionsOf(entity: string): Annotation[];
  /** The wanted entities, the heaviest first. */
  briefing(): PageMention[];
}

/** How much a mention in the title, or early in the article, says of what the article is about. */
const TITLE_WEIGHT = 5;
const EARLY_WEIGHT = 1;
const EARLY_SHARE = 0.2;

export function createAnnotations(painter: Painter): Annotations {
  const byEntity = new Map<string, Set<Annotation>>();
  const byRange = new Map<AbstractRange, Annotation>();
  const byNode = new Map<Node, Set<Annotation>>();
  const painted = new Set<Annotation>();
  let article: Article = { holds: () => true, isTitle: () => false };
  let policy: Policy = { mentions: 'all', isWanted: () => true };

  const precedes = (a: Annotation, b: Annotation): boolean => {
    const inArticle = article.holds(a.range.startContainer);
    if (inArticle !== article.holds(b.range.startContainer)) return inArticle;
    return order(a.range, b.range) < 0;
  };
  const paint = (annotation: Annotation) => {
    if (painted.has(annotation)) return;
    painted.add(annotation);
    painter.add(groupOf(annotation.kind), annotation.range);
  };
  const unpaint = (annotation: Annotation) => {
    if (painted.delete(annotation)) painter.remove(groupOf(annotation.kind), annotation.range);
  };
  /** Paints what the policy wants of one entity's mentions. */
  const repaint = (mentions: ReadonlySet<Annotation>) => {
    let first: Annotation | undefined;
    for (const one of mentions) {
      const isWanted = policy.isWanted(one.entity, one.kind);
      if (isWanted && policy.mentions === 'all') paint(one);
      else unpaint(one);
      if (isWanted && policy.mentions === 'first' && (!first || precedes(one, first))) first = one;
    }
    if (first) paint(first);
  };
  const forget = (annotation: Annotation) => {
    unpaint(annotation);
    byRange.delete(annotation.range);
    for (const node of [annotation.range.startContainer, annotation.range.endContainer]) {
      const here = byNode.get(node);
      here?.delete(annotation);
      if (here?.size === 0) byNode.delete(node);
    }
    const mentions = byEntity.get(annotation.entity);
    mentions?.delete(annotation);
    if (mentions?.size === 0) byEntity.delete(annotation.entity);
  };
  const removeWhere = (isGone: (annotation: Annotation) => boolean) => {
    const touched = new Set<string>();
    for (const annotation of byRange.values()) {
      if (!isGone(annotation)) continue;
      if (painted.has(annotation)) touched.add(annotation.entity);
      forget(annotation);
    }
    for (const entity of touched) repaint(byEntity.get(entity) ?? NOTHING);
  };
  const ordered = (annotations: Iterable<Annotation>) => [...annotations].sort((a, b) => order(a.range, b.range));

  return {
    add(block, links) {
      for (const link of links) {
        const range = rangeOf(block, link.start, link.end);
        const surface = block.text.slice(link.start, link.end);
        if (!range || !isUnchanged(range, surface)) continue;
        const { entity, kind, evidence, others } = link;
        const annotation: Annotation = { entity, kind, range, surface, evidence, others };
        byRange.set(range, annotation);
        for (const node of [range.startContainer, range.endContainer]) {
          byNode.set(node, (byNode.get(node) ?? new Set()).add(annotation));
        }
        const mentions = byEntity.get(entity) ?? new Set();
        byEntity.set(entity, mentions);
        const rival = policy.mentions === 'first' ? firstOf(mentions, painted) : undefined;
        mentions.add(annotation);
        if (!policy.isWanted(entity, kind)) continue;
        if (rival && !precedes(annotation, rival)) continue;
        if (rival) unpaint(rival);
        paint(annotation);
      }
    },
    removeInside: (element) => removeWhere(({ range }) => element.contains(range.startContainer)),
    removeOn(text) {
      const here = byNode.get(text);
      if (here) removeWhere((annotation) => here.has(annotation));
    },
    prune: () => removeWhere(({ range }) => !range.startContainer.isConnected || !range.endContainer.isConnected),
    clear() {
      for (const annotation of byRange.values()) forget(annotation);
    },
    setArticle(found) {
      article = found;
    },
    setPolicy(chosen) {
      policy = chosen;
      for (const mentions of byEntity.values()) repaint(mentions);
    },
    ofRange(range) {
      const annotation = byRange.get(range);
      return annotation && painted.has(annotation) ? annotation : undefined;
    },
    at(node, offset) {
      for (const annotation of byNode.get(node) ?? []) {
        if (painted.has(annotation) && holds(annotation.range, node, offset)) return annotation;
      }
      return undefined;
    },
    has: (annotation) => byRange.has(annotation.range),
    inOrder: () => ordered(painted),
    mentionsOf(entity) {
      const mentions = ordered(byEntity.get(entity) ?? NOTHING);
      return mentions.filter(({ kind }) => policy.isWanted(entity, kind));
    },
    briefing() {
      const all = ordered(byRange.values()).filter(({ entity, kind }) => policy.isWanted(entity, kind));
      const rows = new Map<string, { id: string; kind: Kind; count: number; weight: number }>();
      for (const [index, { entity, kind, range }] of all.entries()) {
        const row = rows.get(entity) ?? { id: entity, kind, count: 0, weight: 0 };
        row.count++;
        row.weight +=
          1 +
          (article.isTitle(range.startContainer) ? TITLE_WEIGHT : 0) +
          (index < all.length * EARLY_SHARE ? EARLY_WEIGHT : 0);
        rows.set(entity, row);
      }
      return [...rows.values()].sort((a, b) => b.weight - a.weight);
    },
  };
}

const NOTHING: ReadonlySet<Annotation> = new Set();

function firstOf(mentions: ReadonlySet<Annotation>, painted: ReadonlySet<Annotation>): Annotation | undefined {
  for (const one of mentions) if (painted.has(one)) return one;
  return undefined;
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

/** Below zero where `a` comes first. */
function order(a: AbstractRange, b: AbstractRange): number {
  if (a.startContainer === b.startContainer) return a.startOffset - b.startOffset;
  const place = a.startContainer.compareDocumentPosition(b.startContainer);
  if (place & Node.DOCUMENT_POSITION_DISCONNECTED) return orderOfHosts(a.startContainer, b.startContainer);
  return place & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** Text of different shadow trees stands where their hosts stand. */
function orderOfHosts(a: Node, b: Node): number {
  const [outerA, outerB] = [outermost(a), outermost(b)];
  if (outerA === outerB) return 0;
  return outerA.compareDocumentPosition(outerB) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

function outermost(node: Node): Node {
  let at = node;
  for (let root = at.getRootNode(); root instanceof ShadowRoot; root = at.getRootNode()) at = root.host;
  return at;
}
