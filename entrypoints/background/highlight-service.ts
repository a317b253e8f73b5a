import type { Anchoring, Highlight, Page, Selectors } from '../../core/highlights/highlight.ts';
import type { Answers } from '../../core/messages/requests.ts';
import { expectedHighlights, noteHighlights } from '../../platform/canary.ts';
import { createDexieHighlightStore } from '../../storage/dexie-highlight-store.ts';

export interface HighlightService {
  save(page: Page, selectors: Selectors, isPrivate: boolean): Promise<Answers['save-highlight']>;
  ofPage(key: string): Promise<Answers['page-highlights']>;
  reportAnchoring(reports: readonly { id: string; anchoring: Anchoring }[], isPrivate: boolean): Promise<null>;
  all(): Promise<Answers['all-highlights']>;
  remove(id: string): Promise<Answers['delete-highlight']>;
  restore(highlight: Highlight): Promise<Answers['restore-highlight']>;
}

/** The one writer of highlights. "Saved" is said only after the transaction is complete. */
export function createHighlightService(): HighlightService {
  const store = createDexieHighlightStore();

  const recount = async () => {
    try {
      await noteHighlights((await store.all()).length);
    } catch (error) {
      console.warn('Pishineh: the count of highlights could not be noted.', error);
    }
  };
  const failed = (error: unknown) => {
    console.error('Pishineh: the database of highlights failed.', error);
    return { ok: false, reason: 'storage' } as const;
  };

  return {
    async save(page, selectors, isPrivate) {
      if (isPrivate) return { ok: false, reason: 'private-window' };
      const highlight: Highlight = {
        id: crypto.randomUUID(),
        page,
        selectors,
        created: new Date().toISOString(),
        anchoring: { state: 'anchored' },
      };
      try {
        await store.add(highlight);
      } catch (error) {
        return failed(error);
      }
      await recount();
      return { ok: true, highlight };
    },

    async ofPage(key) {
      try {
        return { ok: true, highlights: await store.ofPage(key) };
      } catch (error) {
        return failed(error);
      }
    },

    async reportAnchoring(reports, isPrivate) {
      if (isPrivate) return null;
      try {
        for (const { id, anchoring } of reports) await store.setAnchoring(id, anchoring);
      } catch (error) {
        failed(error);
      }
      return null;
    },

    async all() {
      try {
        const highlights = await store.all();
        const expected = (await expectedHighlights()) ?? 0;
        return { ok: true, highlights, missing: Math.max(0, expected - highlights.length) };
      } catch (error) {
        return failed(error);
      }
    },

    async remove(id) {
      try {
        await store.remove(id);
      } catch (error) {
        failed(error);
        return { ok: false };
      }
      await recount();
      return { ok: true };
    },

    async restore(highlight) {
      try {
        await store.add(highlight);
      } catch (error) {
        failed(error);
        return { ok: false };
      }
      await recount();
      return { ok: true };
    },
  };
}
