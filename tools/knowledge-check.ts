import { loadKnowledge } from './knowledge/knowledge.ts';
import { loadOrdinaryWords } from './knowledge/lists.ts';
import { ordinaryNames } from './knowledge/ordinary.ts';
import { checkEntries } from './knowledge/rules.ts';
import { runCommand, UsageError } from './lib/command.ts';

await runCommand({
  name: 'knowledge:check',
  usage: 'npm run knowledge:check [-- [--ordinary] FOLDER]',
  about:
    'Checks every entry of the core pack (or those of FOLDER): schema, names, dates, sources, Persian orthography. ' +
    '--ordinary lists the names that are ordinary words too, and what keeps each from being found as a word.',
  async run(args) {
    const [folder, ...rest] = args.filter((arg) => arg !== '--ordinary');
    if (rest.length > 0) throw new UsageError('one folder at most can be checked');
    const [loaded, ordinaryWords] = await Promise.all([loadKnowledge(folder), loadOrdinaryWords()]);
    const today = new Date().toISOString().slice(0, 10);
    const faults = [...loaded.faults, ...checkEntries(loaded.entries, { ordinaryWords, today })];
    for (const { file, line, rule, message } of faults) console.log(`${file}:${line}: ${rule}: ${message}`);
    if (args.includes('--ordinary')) {
      for (const line of await ordinaryNames(loaded.entries.map(({ entry }) => entry))) console.log(line);
    }
    const full = loaded.entries.filter((one) => one.entry.background !== undefined).length;
    console.log(`${loaded.entries.length} entries (${full} with a background), ${faults.length} faults`);
    return faults.length === 0 ? 0 : 1;
  },
});
