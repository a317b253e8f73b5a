import { readArticleDate } from '../../core/language/article-date.ts';
import { type Brief, briefOf } from '../../core/messages/brief.ts';
import type { Answers, CardAnswer, RequestOf } from '../../core/messages/requests.ts';
import { type Lexicon, openLexicon } from '../../core/recognition/lexicon.ts';
import { recognise } from '../../core/recognition/link.ts';
import { readCoreLexicon, readCorePack } from '../../platform/bundled-files.ts';
import { createDexieKnowledgeStore } from '../../storage/dexie-knowledge-store.ts';
import { createMemoryKnowledgeStore } from '../../storage/memory-knowledge-store.ts';
import { type SeededKnowledge, seedKnowledge } from '../../storage/seed-knowledge.ts';

/** Answers to a search: more than fit on a screen are no help. */
const MOST_FOUND = 50;

export interface KnowledgeService {
  recognise(request: RequestOf<'recognise'>): Promise<Answers['recognise']>;
  /** The card of an entity, with what is related and what else its name may mean; null when it is not known. */
  getCard(id: string, others: readonly string[]): Promise<Omit<CardAnswer, 'highlights'> | null>;
  /** Ids of the entities that a text names, each once. */
  namedIn(text: string, date: string | undefined): Promise<string[]>;
  describe(ids: readonly string[]): Promise<Brief[]>;
  search(query: string): Promise<Brief[]>;
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
    seeding.catch(() => {
      seeding = undefined;
    });
    return seeding;
  };

  return {
    async recognise({ blocks, dateTexts, present }) {
      const date = readArticleDate(dateTexts, new Date().toISOString().slice(0, 10));
      const found = recognise(await lexicon(), { blocks, date, present });
      void knowledge(); // the reader will soon ask for a card
      return { ...found, date: date ?? null };
    },
    async getCard(id, others) {
      const store = await knowledge();
      const entity = await store.get(id);
      if (!entity) return null;
      const [related, namesakes] = await Promise.all([store.getMany(entity.related), store.getMany(others)]);
      return { entity, related: related.map(briefOf), others: namesakes.map(briefOf) };
    },
    async namedIn(text, date) {
      const { links } = recognise(await lexicon(), { blocks: text.split('\n'), date });
      return [...new Set(links.map(({ entity }) => entity))];
    },
    async describe(ids) {
      return (await (await knowledge()).getMany(ids)).map(briefOf);
    },
    async search(query) {
      return (await (await knowledge()).search(query, MOST_FOUND)).map(briefOf);
    },
    async seeded() {
      await (await knowledge()).seeded;
    },
  };
}
