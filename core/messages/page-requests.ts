import type { Kind } from '../knowledge/entity.ts';

/** Commands that keys and menus give to the page. */
export const PAGE_COMMANDS = [
  'next-annotation',
  'previous-annotation',
  'open-card',
  'pin-card',
  'save-highlight',
] as const;
export type PageCommand = (typeof PAGE_COMMANDS)[number];

/** What the background and our screens may ask of the page being read. */
export type PageRequest =
  | { readonly type: 'describe-page' }
  /** Scrolls to a mention of the entity; to the next one when `mention` is left out. */
  | {
      readonly type: 'show-entity';
      readonly id: string;
      readonly mention?: number | undefined;
      readonly withCard: boolean;
    }
  /** Scrolls back to where the reader was before the first `show-entity`. */
  | { readonly type: 'scroll-back' }
  | { readonly type: 'command'; readonly name: PageCommand }
  /** Highlights were saved, changed or removed: those of the page are to be asked for again. */
  | { readonly type: 'highlights-changed' };
export type PageRequestType = PageRequest['type'];
export type PageRequestOf<T extends PageRequestType> = Extract<PageRequest, { type: T }>;

/**
 * The request that the raw message is, or undefined. Checked by hand and not by a schema: this runs in every
 * page that is read, where each kilobyte counts.
 */
export function readPageRequest(raw: unknown): PageRequest | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { type, id, name, mention, withCard } = raw as Record<string, unknown>;
  switch (type) {
    case 'describe-page':
    case 'scroll-back':
    case 'highlights-changed':
      return { type };
    case 'show-entity': {
      if (typeof id !== 'string' || typeof withCard !== 'boolean') return undefined;
      if (mention !== undefined && !Number.isInteger(mention)) return undefined;
      return { type, id, mention: mention as number | undefined, withCard };
    }
    case 'command': {
      const command = PAGE_COMMANDS.find((one) => one === name);
      return command && { type, name: command };
    }
    default:
      return undefined;
  }
}

/** One entity that the page names. */
export interface PageMention {
  readonly id: string;
  readonly kind: Kind;
  /** How often it is named. */
  readonly count: number;
  /** How much the article is about it: more for the title and the beginning, and for each mention. */
  readonly weight: number;
}

export interface PageAnswers {
  'describe-page': {
    readonly site: string;
    readonly isPersian: boolean;
    /** The heaviest first. Empty while annotations are off. */
    readonly entities: readonly PageMention[];
    /** The article date, YYYY-MM-DD, where the page tells. */
    readonly date: string | null;
  };
  /** Which of its mentions is shown, from 0; null when the page has none. */
  'show-entity': number | null;
  'scroll-back': null;
  command: null;
  'highlights-changed': null;
}
