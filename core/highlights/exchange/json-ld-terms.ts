/** Begins the names of what is ours; a prefix of JSON-LD, too, so that our terms are IRIs. */
export const OURS = 'urn:pishineh:';
export const ENTITY_URN = `${OURS}entity:`;
/** RFC 9562, 4: UUIDs have a namespace of their own. */
export const UUID_URN = 'urn:uuid:';
export const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

export const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { pishineh: OURS }] as const;

/** What the W3C's model has no terms for. */
export const TERMS = {
  /** The page as it was, and of it: what tells it from others, title, site, article date. */
  page: 'pishineh:page',
  key: 'pishineh:key',
  title: 'pishineh:title',
  site: 'pishineh:site',
  date: 'pishineh:date',
  /** When the reader put it into the bin. */
  removed: 'pishineh:removed',
  /** Whether the passage was found, and why not. */
  anchoring: 'pishineh:anchoring',
  reason: 'pishineh:reason',
} as const;
