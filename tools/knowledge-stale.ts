import { readTexts } from './bench/texts.ts';
import { createAnnotator } from './evaluation/annotate.ts';
import { countMentions, countReferences, staleEntries } from './knowledge/counting.ts';
import { loadKnowledge } from './knowledge/knowledge.ts';
import { runCommand, UsageError } from './lib/command.ts';

await runCommand({
  name: 'knowledge:stale',
  usage: 'npm run -s knowledge:stale -- --before YYYY-MM-DD [TEXTS.jsonl[.gz] …]',
  about:
    'Lists the entries that were last looked at before the day, the most mentioned first: in the texts ({text} a ' +
    'line), or by other entries when no texts are named. What is over and done with, is not listed.',
  async run(args) {
    const [option, before = '', ...files] = args;
    if (option !== '--before' || !/^\d{4}-\d{2}-\d{2}$/.test(before))
      throw new UsageError('name a day after --before, as YYYY-MM-DD');
    const entries = (await loadKnowledge()).entries.map(({ entry }) => entry);
    const weight =
      files.length > 0 ? countMentions(await createAnnotator(), await readTexts(files)) : countReferences(entries);
    const stale = staleEntries(entries, before, weight);
    for (const { id, asOf, name } of stale) console.log(`${asOf}\t${weight.get(id) ?? 0}\t${id}\t${name.fa}`);
    console.log(`${stale.length} of ${entries.length} entries are older than ${before}`);
    return 0;
  },
});
