import type { Anchoring, Highlight } from '../highlight.ts';
import type { ExportContext } from './export.ts';
import { CONTEXT, ENTITY_URN, OURS, TERMS, UUID, UUID_URN } from './json-ld-terms.ts';

/**
 * Everything of the highlights, by the W3C's Web Annotation Data Model (recommendation of 23 February 2017;
 * the sections are named below). `readImport` gives back what was written.
 */
export function toJsonLd(highlights: readonly Highlight[], { exported, words }: ExportContext): string {
  const id = `${OURS}export:${exported}`;
  // 5.1 Annotation Collection, 5.2 Annotation Page
  const collection = {
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: words.title,
    created: exported,
    generator: { id: `${OURS}extension`, type: 'Software', name: 'Pishineh' },
    total: highlights.length,
    first: {
      id: `${id}:1`,
      type: 'AnnotationPage',
      partOf: id,
      startIndex: 0,
      items: highlights.map(annotationOf),
    },
  };
  return `${JSON.stringify(collection, undefined, 2)}\n`;
}

/** 3.1 Annotations, 3.3.1 Lifecycle Information, 3.3.5 Motivation and Purpose. */
function annotationOf(highlight: Highlight) {
  const { id, created, modified, removed, anchoring } = highlight;
  return {
    id: (UUID.test(id) ? UUID_URN : OURS) + id,
    type: 'Annotation',
    motivation: 'highlighting',
    created,
    modified,
    ...(removed === undefined ? {} : { [TERMS.removed]: removed }),
    ...anchoringOf(anchoring),
    body: bodiesOf(highlight),
    target: targetOf(highlight),
  };
}

/** 3.2.4 Embedded Textual Body, 4.1 Purpose for External Web Resources. */
function bodiesOf({ note, tags, entities }: Highlight) {
  return [
    ...(note === '' ? [] : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: note }]),
    ...tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', format: 'text/plain', value })),
    ...entities.map((id) => ({ type: 'SpecificResource', purpose: 'identifying', source: ENTITY_URN + id })),
  ];
}

/**
 * 4.2.4 Text Quote Selector, 4.2.5 Text Position Selector, 4.4 Styles. Positions are counted in UTF-16 units, as
 * Hypothesis and browsers count them; the recommendation would have code points.
 */
function targetOf({ page, selectors, color }: Highlight) {
  return {
    type: 'SpecificResource',
    source: page.address,
    styleClass: color,
    selector: [selectors.quote, ...(selectors.position === undefined ? [] : [selectors.position])],
    [TERMS.page]: {
      [TERMS.key]: page.key,
      [TERMS.title]: page.title,
      [TERMS.site]: page.site,
      ...(page.date === undefined ? {} : { [TERMS.date]: page.date }),
    },
  };
}

function anchoringOf(anchoring: Anchoring) {
  return {
    [TERMS.anchoring]: anchoring.state,
    ...(anchoring.state === 'orphaned' ? { [TERMS.reason]: anchoring.reason } : {}),
  };
}
