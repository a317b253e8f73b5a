import { useRef, useState } from 'preact/hooks';
import { compareImport } from '../../core/highlights/exchange/compare-import.ts';
import {
  type ImportFault,
  LARGEST_IMPORT,
  type RefusedItem,
  readImport,
} from '../../core/highlights/exchange/import.ts';
import type { Highlight } from '../../core/highlights/highlight.ts';
import { MOST_IMPORTED_AT_ONCE } from '../../core/highlights/limits.ts';
import type { LibraryService, Trouble } from './service.ts';

/** What an import would do. */
export interface ImportPlan {
  /** The name of the file, or the backup in words. */
  readonly source: string;
  readonly fresh: readonly Highlight[];
  /** How many are there already, as they are and with other remarks. */
  readonly same: number;
  readonly differing: number;
  readonly refused: readonly RefusedItem[];
}

export type ImportState =
  | { readonly step: 'none' }
  | { readonly step: 'reading' }
  /** Nothing of the file can be taken, or the browser can't read it. */
  | { readonly step: 'bad-file'; readonly fault: ImportFault | 'unreadable' }
  | { readonly step: 'preview'; readonly plan: ImportPlan }
  | { readonly step: 'adding'; readonly done: number; readonly total: number }
  | { readonly step: 'added'; readonly added: number }
  /** The store failed; what was added before is there. */
  | { readonly step: 'stopped'; readonly added: number; readonly reason: Trouble };

export interface Import {
  readonly state: ImportState;
  readFile(file: File): Promise<void>;
  /** The same for highlights that were read already: those of a backup. */
  compare(source: string, read: readonly Highlight[]): Promise<void>;
  /** Adds what the preview shows as new. */
  confirm(plan: ImportPlan): Promise<void>;
  stop(reason: Trouble): void;
  close(): void;
}

/** UTF-8 takes three bytes at most for a UTF-16 unit: a larger file is too large whatever is in it. */
const LARGEST_FILE = LARGEST_IMPORT * 3;

/** Reads, compares and adds highlights; nothing changes before the reader has confirmed. */
export function useImport(service: LibraryService, onAdded: () => void): Import {
  const [state, setState] = useState<ImportState>({ step: 'none' });
  /** Counts what was begun, so that a late answer does not take the place of a newer one. */
  const turn = useRef(0);

  const compare = async (source: string, read: readonly Highlight[], refused: readonly RefusedItem[] = []) => {
    const mine = ++turn.current;
    setState({ step: 'reading' });
    const there = await service.readAll();
    if (mine !== turn.current) return;
    if (!there.ok) return setState({ step: 'stopped', added: 0, reason: there.reason });
    const existing = new Map(there.highlights.map((highlight) => [highlight.id, highlight]));
    const { fresh, same, differing } = compareImport(read, existing);
    setState({ step: 'preview', plan: { source, fresh, same: same.length, differing: differing.length, refused } });
  };

  return {
    state,
    async readFile(file) {
      const mine = ++turn.current;
      setState({ step: 'reading' });
      const content = file.size > LARGEST_FILE ? undefined : await file.text().catch(() => null);
      if (mine !== turn.current) return;
      if (content === undefined) return setState({ step: 'bad-file', fault: 'too-large' });
      if (content === null) return setState({ step: 'bad-file', fault: 'unreadable' });
      const reading = readImport(content);
      if (!reading.ok) return setState({ step: 'bad-file', fault: reading.fault });
      await compare(file.name, reading.highlights, reading.refused);
    },
    compare: (source, read) => compare(source, read),
    async confirm({ fresh }) {
      turn.current++;
      let added = 0;
      for (let from = 0; from < fresh.length; from += MOST_IMPORTED_AT_ONCE) {
        setState({ step: 'adding', done: from, total: fresh.length });
        const answer = await service.add(fresh.slice(from, from + MOST_IMPORTED_AT_ONCE));
        if (!answer.ok) {
          setState({ step: 'stopped', added, reason: answer.reason });
          if (added > 0) onAdded();
          return;
        }
        added += answer.added;
      }
      setState({ step: 'added', added });
      onAdded();
    },
    stop(reason) {
      turn.current++;
      setState({ step: 'stopped', added: 0, reason });
    },
    close() {
      turn.current++;
      setState({ step: 'none' });
    },
  };
}
