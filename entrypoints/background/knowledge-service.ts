import type { Entity } from '../../core/knowledge/entity.ts';
import type { ReadDocument, Recognition } from '../../core/recognition/document.ts';
import { type Lexicon, openLexicon } from '../../core/recognition/lexicon.ts';
import { recognise } from '../../core/recognition/link.ts';
import { readCoreLexicon, readCorePack } from '../../platform/bundled-files.ts';
import { createDexieKnowledgeStore } from '../../storage/dexie-knowledge-store.ts';
import { createMemoryKnowledgeStore } from '../../storage/memory-knowledge-store.ts';
import { type SeededKnowledge, seedKnowledge } from '../../storage/seed-knowledge.ts';

export interface KnowledgeService {
  recognise(document: ReadDocument): Promise<Recognition>;
  getEntity(id: string): Promise<Entity | null>;
  /** Fills the knowledge store if it does not hold this version yet; resolves when that is over. */
  seeded(): Promise<void>;
}

/** Recognition and backgrounds. Lexicon and store are opened at the first need and kept while we live. */
export function createKnowledgeService(): KnowledgeService {
  let opening: Promise<Lexicon> | undefined;
  const lexicon = () => {
    opening ??= readCoreLexicon().then(openLexicon);
    opening.catch(() => {
      opening = undefined; // a failed read may succeed the next time
    });
    return opening;
  };

  let seeding: Promise<SeededKnowledge> | undefined;
  const knowledge = () => {
    seeding ??= lexicon().then(({ version }) =>
      seedKnowledge(createDexieKnowledgeStore(), createMemoryKnowledgeStore(), {
        id: 'core',
        version,
        load: readCorePack,
      }),
    );
    return seeding;
  };

  return {
    async recognise(document) {
      const found = recognise(await lexicon(), document);
      void knowledge(); // the reader will soon ask for a card
      return found;
    },
    async getEntity(id) {
      return (await (await knowledge()).get(id)) ?? null;
    },
    async seeded() {
      await (await knowledge()).seeded;
    },
  };
}
