import { HIGHLIGHT_COLORS, type HighlightColor } from '../highlights/colors.ts';
import { KIND_GROUPS, type KindGroup } from '../knowledge/kind-group.ts';

/** What the reader can choose. */
export interface Settings {
  /** Whether names are underlined at all. */
  readonly annotate: boolean;
  /** Hosts on which they are not. */
  readonly sitesOff: readonly string[];
  /** Kinds of which no name is underlined. */
  readonly kindsOff: readonly KindGroup[];
  /** Whether the first mention of each entity is underlined, or all. */
  readonly mentions: 'first' | 'all';
  /** Ids of the entities that the reader wants to see nowhere. */
  readonly muted: readonly string[];
  /** Those not wanted on one page. */
  readonly mutedOnPages: readonly MutedOnPage[];
  /** Whether selected text is offered to be saved, by a small toolbar beside it. */
  readonly selectionBar: boolean;
  /** The colour in which a passage was saved last. */
  readonly highlightColor: HighlightColor;
  readonly theme: 'auto' | 'light' | 'dark';
  /** Size of our texts in percent. */
  readonly textSize: TextSize;
  /** Whether our texts are set in the bundled typeface, or in the system's. */
  readonly font: 'vazirmatn' | 'system';
}

export interface MutedOnPage {
  /** The page's key, see `pageKey`. */
  readonly page: string;
  readonly id: string;
}

export const TEXT_SIZES = [90, 100, 115, 130, 150, 200] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** What holds where the reader chose nothing: only choices are stored, so that a better default reaches all. */
export const DEFAULTS: Settings = {
  annotate: true,
  sitesOff: [],
  kindsOff: [],
  mentions: 'first',
  muted: [],
  mutedOnPages: [],
  selectionBar: true,
  highlightColor: 'yellow',
  theme: 'auto',
  textSize: 100,
  font: 'vazirmatn',
};
export const SETTING_KEYS = Object.keys(DEFAULTS) as (keyof Settings)[];

/** Pages whose mutings are remembered: the oldest are forgotten, as their news is. */
const MOST_MUTED_PAGES = 500;

/**
 * The settings that stored values stand for; each that can't be read counts as not chosen. By hand and not by
 * a schema: this runs in every page that is read, where each kilobyte counts.
 */
export function readSettings(stored: unknown): Settings {
  const values = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const oneOf = <T>(key: keyof Settings, choices: readonly T[], otherwise: T): T =>
    choices.find((choice) => choice === values[key]) ?? otherwise;
  return {
    annotate: oneOf('annotate', [true, false], DEFAULTS.annotate),
    sitesOff: listOf(values.sitesOff, isText),
    kindsOff: listOf(values.kindsOff, isKindGroup),
    mentions: oneOf('mentions', ['first', 'all'] as const, DEFAULTS.mentions),
    muted: listOf(values.muted, isText),
    mutedOnPages: listOf(values.mutedOnPages, isMutedOnPage),
    selectionBar: oneOf('selectionBar', [true, false], DEFAULTS.selectionBar),
    highlightColor: oneOf('highlightColor', HIGHLIGHT_COLORS, DEFAULTS.highlightColor),
    theme: oneOf('theme', ['auto', 'light', 'dark'] as const, DEFAULTS.theme),
    textSize: oneOf('textSize', TEXT_SIZES, DEFAULTS.textSize),
    font: oneOf('font', ['vazirmatn', 'system'] as const, DEFAULTS.font),
  };
}

function listOf<T>(value: unknown, isItem: (item: unknown) => item is T): readonly T[] {
  return Array.isArray(value) ? value.filter(isItem) : [];
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isKindGroup(value: unknown): value is KindGroup {
  return KIND_GROUPS.some((group) => group === value);
}

function isMutedOnPage(value: unknown): value is MutedOnPage {
  return (
    typeof value === 'object' &&
    value !== null &&
    isText(Reflect.get(value, 'page')) &&
    isText(Reflect.get(value, 'id'))
  );
}

/** The name under which a site is remembered: its host without `www.`. Empty for addresses without a host. */
export function siteOf(address: string): string {
  try {
    return new URL(address).hostname.replace(/^www\./, '');
  } catch {
    return '';
  }
}

/** Whether names are underlined on the site. */
export function annotatesOn(settings: Settings, site: string): boolean {
  return settings.annotate && !settings.sitesOff.includes(site);
}

/** What changes when a site is switched on or off. */
export function withSite(settings: Settings, site: string, on: boolean): Pick<Settings, 'sitesOff'> {
  return { sitesOff: switched(settings.sitesOff, site, !on) };
}

/** What changes when a kind is switched on or off. */
export function withKind(settings: Settings, group: KindGroup, on: boolean): Pick<Settings, 'kindsOff'> {
  return { kindsOff: switched(settings.kindsOff, group, !on) };
}

function switched<T>(list: readonly T[], item: T, isIn: boolean): readonly T[] {
  const others = list.filter((other) => other !== item);
  return isIn ? [...others, item] : others;
}

/** What changes when an entity is muted: everywhere, or on the page with the key. */
export function withMuted(settings: Settings, id: string, page?: string): Partial<Settings> {
  if (page === undefined) return { muted: switched(settings.muted, id, true) };
  const others = settings.mutedOnPages.filter((one) => one.id !== id || one.page !== page);
  return { mutedOnPages: [...others, { page, id }].slice(-MOST_MUTED_PAGES) };
}

/** What changes when a muting is taken back. */
export function withoutMuted(settings: Settings, id: string, page?: string): Partial<Settings> {
  if (page === undefined) return { muted: switched(settings.muted, id, false) };
  return { mutedOnPages: settings.mutedOnPages.filter((one) => one.id !== id || one.page !== page) };
}

/** Ids of the entities that are not to be seen on the page. */
export function mutedOn(settings: Settings, page: string): ReadonlySet<string> {
  return new Set([...settings.muted, ...settings.mutedOnPages.filter((one) => one.page === page).map(({ id }) => id)]);
}
