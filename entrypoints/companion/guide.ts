import type { PageRequestOf } from '../../core/messages/page-requests.ts';
import type { Annotation, Annotations } from '../../page/annotations.ts';
import type { Painter } from '../../page/painting.ts';
import { boxesOf } from '../../page/pointing.ts';

/** Milliseconds for which a mention that the reader was led to stays marked. */
const POINTED_OUT = 2500;

export interface GuideSurroundings {
  readonly annotations: Annotations;
  readonly painter: Painter;
  openCard(annotation: Annotation): void;
}

/** Leads to mentions that are named elsewhere: in the side panel, in the popup. */
export interface Guide {
  /** Goes to a mention of the entity; tells which one, from 0, or null when the page has none. */
  show(request: PageRequestOf<'show-entity'>): number | null;
  /** Goes back to where the reader was before they were first led away. */
  back(): void;
  /** Forgets where the reader was, as the address has changed. */
  forget(): void;
}

export function createGuide({ annotations, painter, openCard }: GuideSurroundings): Guide {
  let scrolledFrom: { x: number; y: number } | undefined;
  let last: { id: string; mention: number } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const pointOut = (range: StaticRange) => {
    scrolledFrom ??= { x: window.scrollX, y: window.scrollY };
    const box = boxesOf(range)[0];
    if (!box || box.top < 0 || box.bottom > window.innerHeight) {
      range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    }
    clearTimeout(timer);
    painter.clear('current');
    painter.add('current', range);
    timer = setTimeout(() => painter.clear('current'), POINTED_OUT);
  };

  return {
    show({ id, mention, withCard }) {
      const mentions = annotations.mentionsOf(id);
      const next = last?.id === id ? last.mention + 1 : 0;
      const index = (mention ?? next) % Math.max(1, mentions.length);
      const annotation = mentions[index];
      if (!annotation) return null;
      last = { id, mention: index };
      if (withCard) openCard(annotation);
      else pointOut(annotation.range);
      return index;
    },
    back() {
      if (scrolledFrom) window.scrollTo({ left: scrolledFrom.x, top: scrolledFrom.y, behavior: 'instant' });
      scrolledFrom = undefined;
      painter.clear('current');
    },
    forget() {
      scrolledFrom = undefined;
    },
  };
}
