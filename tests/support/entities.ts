import type { Entity, Name } from '../../core/knowledge/entity.ts';
import { compileLexicon } from '../../core/recognition/compile-lexicon.ts';
import type { Link } from '../../core/recognition/document.ts';
import { type Lexicon, openLexicon } from '../../core/recognition/lexicon.ts';
import { recognise } from '../../core/recognition/link.ts';

/** A made-up entity: only what a test says of it differs from a plain person. */
export function entity(id: string, fa: string, more: Partial<Omit<Entity, 'names'>> & { names?: Name[] } = {}): Entity {
  return {
    id,
    kind: 'person',
    name: { fa, en: id },
    gloss: { fa: `درباره ${fa}`, en: `About ${id}` },
    roles: [],
    facts: [],
    related: [],
    sources: [{ title: 'Test', url: 'https://example.org/page', read: '2026-11-23' }],
    asOf: '2026-11-23',
    ...more,
    names: [{ text: fa, trust: 'certain' }, ...(more.names ?? [])],
  };
}

/** A lexicon of made-up entities. */
export function lexiconOf(entities: Entity[], guards: string[] = [], givenNames: string[] = []): Lexicon {
  return openLexicon(compileLexicon({ version: 'test', entities, guards, givenNames }));
}

/** The links of a one-block document, as `surface → entity` with the evidence's rule. */
export function linksIn(lexicon: Lexicon, text: string, date?: string): (Link & { surface: string })[] {
  const blocks = text.split('\n');
  return recognise(lexicon, { blocks, date }).links.map((link) => ({
    ...link,
    surface: (blocks[link.block] ?? '').slice(link.start, link.end),
  }));
}

/** The surfaces that are linked, in order. */
export function surfacesIn(lexicon: Lexicon, text: string, date?: string): string[] {
  return linksIn(lexicon, text, date).map(({ surface }) => surface);
}
