import { loadList, loadOrdinaryWords } from './lists.ts';
import type { Fault, LocatedEntry } from './load.ts';
import { dateFaults } from './rules/dates.ts';
import { duplicateFaults, nameFaults, sharedNameFaults } from './rules/names.ts';
import { lifetimeFaults, officeFaults, staleFaults } from './rules/offices.ts';
import { idFaults, relationFaults } from './rules/relations.ts';
import { checked, type Rule, type RuleContext } from './rules/rule.ts';
import { sourceFaults } from './rules/sources.ts';
import { wordingFaults } from './rules/wording.ts';

const RULES: readonly Rule[] = [
  idFaults,
  wordingFaults,
  nameFaults,
  sharedNameFaults,
  duplicateFaults,
  dateFaults,
  lifetimeFaults,
  officeFaults,
  staleFaults,
  relationFaults,
  sourceFaults,
];

/** Every rule about knowledge that a command can check, over all entries at once; by file and line. */
export function checkEntries(located: readonly LocatedEntry[], context: RuleContext): Fault[] {
  const entries = located.map(checked);
  const faults = RULES.flatMap((rule) => [...rule(entries, context)]);
  return faults.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

/** What the rules go by, from `knowledge/lists/`. */
export async function loadRuleContext(): Promise<RuleContext> {
  const [ordinaryWords, loadedWords, sharedOffices] = await Promise.all([
    loadOrdinaryWords(),
    loadList('loaded-words.txt'),
    loadList('shared-offices.txt'),
  ]);
  return { ordinaryWords, loadedWords, sharedOffices, today: new Date().toISOString().slice(0, 10) };
}
