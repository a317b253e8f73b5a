import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Highlight } from '../../core/highlights/highlight.ts';
import { createLibraryIndex, type LibraryIndex } from '../../core/highlights/library/search-index.ts';
import type { Brief } from '../../core/messages/brief.ts';
import type { Health } from '../../core/messages/requests.ts';
import type { Language } from '../texts.ts';
import type { LibraryService, Trouble } from './service.ts';

export interface Passages {
  /** False until the first reading has come to an end. */
  readonly isRead: boolean;
  /** Why the last reading failed; undefined when it did not. */
  readonly failure: Trouble | undefined;
  /** What was read last, the bin included, the latest saved first. */
  readonly highlights: readonly Highlight[];
  readonly health: Health | undefined;
  /** The names of the entities that are mentioned, by id, in the reader's language. */
  readonly names: ReadonlyMap<string, string>;
  readonly index: LibraryIndex;
  /** Reads everything anew. */
  reload(): void;
  /** Asks anew how the store is. */
  check(): void;
  /** Shows a change that the store has made; undefined takes a highlight away. */
  patch(ids: readonly string[], change: (highlight: Highlight) => Highlight | undefined): void;
}

/** Highlights folded at once: a few milliseconds of work. */
const FOLDED_AT_ONCE = 200;

/** Milliseconds without news after which it is read again: changes come one after the other, as an import's do. */
const NEWS_PAUSE = 300;

/** All saved passages, read again when they are changed elsewhere, and whenever the reader comes back. */
export function usePassages(service: LibraryService, language: Language): Passages {
  const [isRead, setIsRead] = useState(false);
  const [failure, setFailure] = useState<Trouble>();
  const [highlights, setHighlights] = useState<readonly Highlight[]>([]);
  const [health, setHealth] = useState<Health>();
  const [briefs, setBriefs] = useState<readonly Brief[]>([]);
  const index = useMemo(createLibraryIndex, []);

  const check = useCallback(() => {
    void service.check().then((answer) => {
      if (answer.ok) setHealth(answer.health);
    });
  }, [service]);
  /** Counts readings and changes, so that what was read before a change does not take its place. */
  const turn = useRef(0);
  const reload = useCallback(() => {
    const read = async () => {
      const mine = ++turn.current;
      const answer = await service.readAll();
      if (mine !== turn.current) return;
      setFailure(answer.ok ? undefined : answer.reason);
      if (answer.ok) setHighlights(answer.highlights);
      setIsRead(true);
    };
    void read();
    check();
  }, [service, check]);

  useEffect(() => {
    reload();
    const reloadIfSeen = () => {
      if (document.visibilityState === 'visible') reload();
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = service.onChanged(() => {
      clearTimeout(timer);
      timer = setTimeout(reloadIfSeen, NEWS_PAUSE);
    });
    document.addEventListener('visibilitychange', reloadIfSeen);
    return () => {
      stop();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', reloadIfSeen);
    };
  }, [service, reload]);

  useEffect(() => prepareInSlices(index, highlights), [index, highlights]);

  const ids = useMemo(() => [...new Set(highlights.flatMap(({ entities }) => entities))], [highlights]);
  const idList = ids.join(' ');
  useEffect(() => {
    let isWanted = true;
    const wanted = idList.split(' ').filter(Boolean);
    if (wanted.length > 0) void service.describe(wanted).then((answer) => isWanted && setBriefs(answer));
    return () => {
      isWanted = false;
    };
  }, [service, idList]);
  const names = useMemo(() => {
    index.nameEntities(new Map(briefs.map(({ id, name }) => [id, [name.fa, name.en]])));
    return new Map(briefs.map(({ id, name }) => [id, name[language]]));
  }, [index, briefs, language]);

  const patch = useCallback((changed: readonly string[], change: (highlight: Highlight) => Highlight | undefined) => {
    turn.current++;
    const wanted = new Set(changed);
    setHighlights((all) => all.flatMap((one) => (wanted.has(one.id) ? (change(one) ?? []) : one)));
  }, []);

  return { isRead, failure, highlights, health, names, index, reload, check, patch };
}

/** Folds all highlights a few at a time, between which the page can do other things; returns what stops it. */
function prepareInSlices(index: LibraryIndex, highlights: readonly Highlight[]): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const prepareFrom = (from: number) => {
    if (from >= highlights.length) return;
    timer = setTimeout(() => {
      index.prepare(highlights, from, from + FOLDED_AT_ONCE);
      prepareFrom(from + FOLDED_AT_ONCE);
    });
  };
  prepareFrom(0);
  return () => clearTimeout(timer);
}
