import { loadKnowledge } from './knowledge/knowledge.ts';
import { ordinaryNames } from './knowledge/ordinary.ts';
import { checkEntries, loadRuleContext } from './knowledge/rules.ts';
import { sharedNameLines } from './knowledge/shared-names.ts';
import { runCommand, UsageError } from './lib/command.ts';

/** What can be listed beside the faults. */
const LISTS = ['--ordinary', '--shared'];

await runCommand({
  name: 'knowledge:check',
  usage: 'npm run knowledge:check [-- [--ordinary] [--shared] FOLDER]',
  about:
    'Checks every entry of the core pack (or those of FOLDER): schema, names, dates, sources, Persian orthography. ' +
    '--ordinary lists the names that are ordinary words too, and what keeps each from being found as a word; ' +
    '--shared those that several entities may be meant by, and how it is settled.',
  async run(args) {
    const [folder, ...rest] = args.filter((arg) => !LISTS.includes(arg));
    if (rest.length > 0) throw new UsageError('one folder at most can be checked');
    const [loaded, context] = await Promise.all([loadKnowledge(folder), loadRuleContext()]);
    const faults = [...loaded.faults, ...checkEntries(loaded.entries, context)];
    for (const { file, line, rule, message } of faults) console.log(`${file}:${line}: ${rule}: ${message}`);
    if (args.includes('--ordinary')) {
      for (const line of await ordinaryNames(loaded.entries.map(({ entry }) => entry))) console.log(line);
    }
    if (args.includes('--shared')) for (const line of sharedNameLines(loaded.entries)) console.log(line);
    const full = loaded.entries.filter((one) => one.entry.background !== undefined).length;
    console.log(`${loaded.entries.length} entries (${full} with a background), ${faults.length} faults`);
    return faults.length === 0 ? 0 : 1;
  },
});
