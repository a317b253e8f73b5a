import type { ExportFile } from '../../core/highlights/exchange/export.ts';
import type { Highlight, Remarks } from '../../core/highlights/highlight.ts';
import type { Brief } from '../../core/messages/brief.ts';
import type { CardAnswer, Health, Refusal } from '../../core/messages/requests.ts';
import type { TextKey } from '../texts.ts';

/** Why something was not done: the store's reason, or that the background could not be reached. */
export type Trouble = Refusal | 'unanswered';
export type Answered<T = object> = ({ readonly ok: true } & T) | { readonly ok: false; readonly reason: Trouble };

/** All that the library asks of the rest of the extension. Nothing here throws: troubles come as values. */
export interface LibraryService {
  /** All highlights, the bin included, the latest saved first. */
  readAll(): Promise<Answered<{ readonly highlights: readonly Highlight[] }>>;
  /** Calls the listener when something was changed, here or elsewhere; returns what ends it. */
  onChanged(listener: () => void): () => void;
  change(id: string, changes: Partial<Remarks>): Promise<Answered<{ readonly highlight: Highlight }>>;
  /** Into the bin, and out of it. */
  remove(ids: readonly string[]): Promise<Answered>;
  restore(ids: readonly string[]): Promise<Answered>;
  /** Deletes for good. */
  purge(ids: readonly string[]): Promise<Answered>;
  /** Adds those that are not there; at most `MOST_IMPORTED_AT_ONCE`. */
  add(highlights: readonly Highlight[]): Promise<Answered<{ readonly added: number; readonly same: number }>>;
  check(): Promise<Answered<{ readonly health: Health }>>;
  acceptLoss(): Promise<Answered>;
  noteExport(): Promise<void>;
  readBackup(id: string): Promise<Answered<{ readonly highlights: readonly Highlight[] }>>;
  /** Opens the page where the passage stands. */
  open(id: string): Promise<Answered>;
  /** Those that are known, of any number of ids. */
  describe(ids: readonly string[]): Promise<readonly Brief[]>;
  /** Null when the entity is not known. */
  card(id: string): Promise<CardAnswer | null>;
  /** Puts a text on the clipboard; false when the browser does not let us. */
  copy(text: string): Promise<boolean>;
  saveFile(file: ExportFile): void;
  /** When the reader last put off the reminder of an export, milliseconds since 1970; NaN when they never did. */
  reminderPutOff(): number;
  putOffReminder(): void;
}

/** A sentence for each trouble. */
export const TROUBLE_TEXTS = {
  'private-window': 'libraryTroublePrivate',
  storage: 'libraryTroubleStorage',
  'disk-full': 'libraryTroubleDisk',
  unknown: 'libraryTroubleUnknown',
  unanswered: 'libraryTroubleUnanswered',
} as const satisfies Record<Trouble, TextKey>;
