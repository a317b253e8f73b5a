import { loadOrdinaryWords } from './knowledge/lists.ts';
import { loadEntries } from './knowledge/load.ts';
import { checkEntries } from './knowledge/rules.ts';
import { runCommand } from './lib/command.ts';

await runCommand({
  name: 'knowledge:check',
  usage: 'npm run knowledge:check [-- FOLDER]',
  about: 'Checks every entry under knowledge/core (or FOLDER): schema, names, dates, sources, Persian orthography.',
  async run([folder = 'knowledge/core', ...rest]) {
    if (rest.length > 0) throw new Error('one folder at most can be checked');
    const [loaded, ordinaryWords] = await Promise.all([loadEntries(folder), loadOrdinaryWords()]);
    const today = new Date().toISOString().slice(0, 10);
    const faults = [...loaded.faults, ...checkEntries(loaded.entries, { ordinaryWords, today })];
    for (const { file, line, rule, message } of faults) console.log(`${file}:${line}: ${rule}: ${message}`);
    const full = loaded.entries.filter((one) => one.entry.background !== undefined).length;
    console.log(`${loaded.entries.length} entries (${full} with a background), ${faults.length} faults`);
    return faults.length === 0 ? 0 : 1;
  },
});
