import type { Fault } from '../load.ts';
import type { Checked } from './rule.ts';

/** Rumour travels in these; they are text to annotate, never a source. */
const NO_SOURCE = /(^|\.)(t\.me|telegram\.(me|org)|x\.com|twitter\.com|facebook\.com|instagram\.com)$/;

/** Pages that somebody answers for. That there is one at least is a matter of the schema. */
export function* sourceFaults(entries: readonly Checked[]): Generator<Fault> {
  for (const one of entries) {
    for (const [index, source] of one.entry.sources.entries()) {
      if (NO_SOURCE.test(new URL(source.url).hostname))
        yield one.fault('source', 'social networks and channels are no source', 'sources', index);
    }
  }
}
