import type { Entity, Kind } from '../../core/knowledge/entity.ts';
import { tellLanguage } from '../../core/language/detect.ts';
import type { Evidence } from '../../core/recognition/evidence.ts';
import { type Lexicon, openLexicon } from '../../core/recognition/lexicon.ts';
import { recognise } from '../../core/recognition/link.ts';
import type { Weights } from '../../core/recognition/weights.ts';
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
  annotate(text: Text, weights?: Weights): Annotation[];
  /** What a prediction of the entity is compared by. */
  named(id: string): Pick<Annotation, 'name' | 'aliases'>;
}

/** The engine with the core pack, as the extension runs it: a line of the text is a block. */
export async function createAnnotator(): Promise<Annotator> {
  const { pack, lexicon: bytes } = await compileKnowledge();
  const lexicon = openLexicon(bytes);
  const entities = new Map(pack.entities.map((entity) => [entity.id, entity]));
  const named = (id: string) => {
    const { name, names } = entities.get(id) as Entity;
    const certain = names.filter(({ trust, text }) => trust === 'certain' && text !== name.fa);
    return { name, aliases: certain.map(({ text }) => text) };
  };
  return {
    lexicon,
    entities,
    named,
    annotate({ text, date }, weights) {
      if (tellLanguage(text) === 'other') return []; // such a page is left untouched
      const blocks = text.split('\n');
      const starts: number[] = [];
      let at = 0;
      for (const block of blocks) {
        starts.push(at);
        at += block.length + 1;
      }
      return recognise(lexicon, { blocks, date: date ?? undefined }, weights).links.map((link) => {
        const entity = entities.get(link.entity) as Entity;
        const start = link.start + (starts[link.block] as number);
        const end = link.end + (starts[link.block] as number);
        return {
          start,
          end,
          surface: text.slice(start, end),
          entity: entity.id,
          kind: entity.kind,
          ...named(entity.id),
          score: link.score,
          evidence: link.evidence,
        };
      });
    },
  };
}
