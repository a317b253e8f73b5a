import type { ItemFault } from './check-item.ts';
import { field, hasType, listOf } from './json.ts';
import { ENTITY_URN, OURS, TERMS, UUID, UUID_URN } from './json-ld-terms.ts';

/**
 * What an annotation of our JSON-LD says, in the form of a highlight and still to be checked: see `checkItem`.
 * Properties that we don't write are left out; bodies and selectors that we don't write make it none of ours,
 * since something would be lost.
 */
export function readAnnotation(item: unknown): object | ItemFault {
  if (!hasType(item, 'Annotation')) return 'not-a-highlight';
  const id = idOf(field(item, 'id'));
  const target = onlyOne(listOf(field(item, 'target')));
  const selectors = selectorsOf(target);
  const remarks = remarksOf(item);
  if (id === undefined || selectors === undefined || remarks === undefined) return 'not-a-highlight';
  const page = field(target, TERMS.page);
  const state = field(item, TERMS.anchoring);
  return {
    id,
    page: {
      key: field(page, TERMS.key),
      address: field(target, 'source'),
      title: field(page, TERMS.title),
      site: field(page, TERMS.site),
      ...optional('date', field(page, TERMS.date)),
    },
    selectors,
    color: field(target, 'styleClass'),
    ...remarks,
    created: field(item, 'created'),
    modified: field(item, 'modified'),
    ...optional('removed', field(item, TERMS.removed)),
    anchoring: { state, ...optional('reason', field(item, TERMS.reason)) },
  };
}

function idOf(urn: unknown): string | undefined {
  if (typeof urn !== 'string') return undefined;
  if (urn.startsWith(OURS)) return urn.slice(OURS.length);
  const rest = urn.startsWith(UUID_URN) ? urn.slice(UUID_URN.length) : '';
  return UUID.test(rest) ? rest : undefined;
}

function selectorsOf(target: unknown): object | undefined {
  const all = listOf(field(target, 'selector'));
  const quotes = all.filter((selector) => hasType(selector, 'TextQuoteSelector'));
  const positions = all.filter((selector) => hasType(selector, 'TextPositionSelector'));
  if (quotes.length > 1 || positions.length > 1 || quotes.length + positions.length < all.length) return undefined;
  return { quote: quotes[0], ...optional('position', positions[0]) };
}

function remarksOf(item: unknown): { note: unknown; tags: unknown[]; entities: unknown[] } | undefined {
  const bodies = listOf(field(item, 'body'));
  const withPurpose = (purpose: string) => bodies.filter((body) => field(body, 'purpose') === purpose);
  const [notes, tags, entities] = [withPurpose('commenting'), withPurpose('tagging'), withPurpose('identifying')];
  if (notes.length > 1 || notes.length + tags.length + entities.length < bodies.length) return undefined;
  return {
    note: notes.length === 0 ? '' : field(notes[0], 'value'),
    tags: tags.map((tag) => field(tag, 'value')),
    entities: entities.map((entity) => entityId(field(entity, 'source'))),
  };
}

function entityId(urn: unknown): string | undefined {
  return typeof urn === 'string' && urn.startsWith(ENTITY_URN) ? urn.slice(ENTITY_URN.length) : undefined;
}

function onlyOne(list: readonly unknown[]): unknown {
  return list.length === 1 ? list[0] : undefined;
}

/** A property, when there is something to put into it. */
function optional(name: string, value: unknown): object {
  return value === undefined ? {} : { [name]: value };
}
