import * as v from 'valibot';

/** What the reader can choose. */
export interface Settings {
  /** Whether names are underlined at all. */
  readonly annotate: boolean;
  /** Hosts on which they are not. */
  readonly sitesOff: readonly string[];
}

/** What holds where the reader chose nothing: only choices are stored, so that a better default reaches all. */
export const DEFAULTS: Settings = { annotate: true, sitesOff: [] };

const StoredSchema = v.object({
  annotate: v.optional(v.fallback(v.boolean(), DEFAULTS.annotate), DEFAULTS.annotate),
  sitesOff: v.optional(v.fallback(v.array(v.string()), []), []),
});

/** The settings that stored values stand for; anything unreadable counts as not chosen. */
export function readSettings(stored: unknown): Settings {
  const parsed = v.safeParse(StoredSchema, stored);
  return parsed.success ? parsed.output : DEFAULTS;
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

/** The settings with a site switched on or off. */
export function withSite(settings: Settings, site: string, on: boolean): Settings {
  const others = settings.sitesOff.filter((other) => other !== site);
  return { ...settings, sitesOff: on ? others : [...others, site] };
}
