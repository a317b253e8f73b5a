import type { LocatedEntry } from './load.ts';
import { sharedNames } from './rules/names.ts';
import { checked } from './rules/rule.ts';

/** The names that several entities may be meant by, a line each: who they are, and how far the name alone tells. */
export function sharedNameLines(entries: readonly LocatedEntry[]): string[] {
  return [...sharedNames(entries.map(checked)).values()]
    .map((owners) => {
      const ways = owners.map(({ one, name }) => {
        const dates = name.from || name.to ? ` ${name.from ?? ''}…${name.to ?? ''}` : '';
        const cues = name.for?.length ? `, ${name.for.length} cues` : '';
        return `${one.entry.id} (${name.trust}${dates}${cues})`;
      });
      return `${owners[0]?.name.text}\t${ways.join(' | ')}`;
    })
    .sort((a, b) => a.localeCompare(b, 'fa'));
}
