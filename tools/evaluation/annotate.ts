import type { Entity, Kind } from '../../core/knowledge/entity.ts';
import { tellLanguage } from '../../core/language/detect.ts';
import type { Evidence } from '../../core/recognition/evidence.ts';
import { type Lexicon, openLexicon } from '../../core/recognition/lexicon.ts';
import { recognise } from '../../core/recognition/link.ts';
import { compileKnowledge } from '../knowledge/compile.ts';
import type { Text } from './texts.ts';

/** An annotation as the `annotate` command prints it. Offsets are UTF-16 units of the text. */
export interface Annotation {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly entity: string;
  readonly kind: Kind;
  readonly name: { readonly fa: string; readonly en: string };
  /** The entity's other names that are certain alone. */
  readonly aliases: readonly string[];
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

export interface Annotator {
  readonly lexicon: Lexicon;
  readonly entities: ReadonlyMap<string, Entity>;
  annotate(text: Text): Annotation[];
}

/** The engine with the core pack, as the extension runs it: a line of the text is a block. */
export async function createAnnotator(): Promise<Annotator> {
  const { pack, lexicon: bytes } = await compileKnowledge();
  const lexicon = openLexicon(bytes);
  const entities = new Map(pack.entities.map((entity) => [entity.id, entity]));
  return {
    lexicon,
    entities,
    annotate({ text, date }) {
      if (tellLanguage(text) === 'other') return []; // such a page is left untouched
      const blocks = text.split('\n');
      const starts: number[] = [];
      let at = 0;
      for (const block of blocks) {
        starts.push(at);
        at += block.length + 1;
      }
      return recognise(lexicon, { blocks, date: date ?? undefined }).links.map((link) => {
        const entity = entities.get(link.entity) as Entity;
        const start = link.start + (starts[link.block] as number);
        const end = link.end + (starts[link.block] as number);
        const aliases = entity.names.filter(({ trust, text: name }) => trust === 'certain' && name !== entity.name.fa);
        return {
          start,
          end,
          surface: text.slice(start, end),
          entity: entity.id,
          kind: entity.kind,
          name: entity.name,
          aliases: aliases.map((name) => name.text),
          score: link.score,
          evidence: link.evidence,
        };
      });
    },
  };
}
