import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { entityOf } from '../../core/knowledge/entry.ts';
import { parseEntries } from '../../tools/knowledge/load.ts';
import { loadTables } from '../../tools/knowledge/tables.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tables-'));
  await write('place-types.tsv', [
    'country\tکشوری در {within}\tCountry in {within}\tکشور _',
    'city\tشهری در {within}\tCity in {within}\tشهر _;شهردار _',
    'province-capital\tمرکز {within}\tCapital of {within}\tشهر _',
  ]);
  await write('regions.tsv', ['western-africa\tغرب آفریقا\twestern Africa']);
  await write('sources.tsv', [
    'cldr\tCLDR\thttps://cldr.example.org/\t2026-11-24',
    'naturalearth\tNatural Earth\thttps://earth.example.org/\t2026-11-24',
    'capitals\tCapitals\thttps://capitals.example.org/\t2026-11-24',
  ]);
  await write('countries.tsv', []);
  await write('iran-cities.tsv', []);
  await write('world-cities.tsv', []);
  await write('regions-and-waters.tsv', []);
});

afterEach(() => rm(folder, { recursive: true }));

const write = (name: string, lines: string[]) =>
  writeFile(join(folder, name), ['# a comment', ...lines, ''].join('\n'));

test('a country takes its names from the CLDR, and a city says which country it lies in', async () => {
  await write('countries.tsv', ['GW\tguinea-bissau\twestern-africa\tبیسائو\tBissau\t\t\tگینه بیسائوی']);
  await write('world-cities.tsv', ['cacheu\tcity\tکاشئو\tCacheu\tguinea-bissau\t\tnaturalearth']);
  const { entries, faults } = await loadTables(folder, []);
  expect(faults).toEqual([]);
  expect(entries.map(({ entry }) => [entry.name.fa, entry.gloss.fa, entry.gloss.en])).toEqual([
    ['گینه بیسائو', 'کشوری در غرب آفریقا؛ پایتخت: بیسائو', 'Country in western Africa; capital: Bissau'],
    ['کاشئو', 'شهری در گینه بیسائو', 'City in Guinea-Bissau'],
  ]);
});

test('a name with another meaning needs the words that stand with such a place', async () => {
  await write('countries.tsv', ['ML\tmali\twestern-africa\tباماکو\tBamako\t~']);
  const { entries } = await loadTables(folder, []);
  expect(entries.map(({ entry }) => entityOf(entry).names)).toEqual([
    [{ text: 'مالی', trust: 'ambiguous', for: ['کشور _'] }],
  ]);
});

test('an entry that somebody wrote takes the place of a row, and a province is told from its capital', async () => {
  const written = parseEntries(
    `
- id: sample-province
  kind: place
  placeType: province
  name: { fa: نمونه, en: Sample }
  gloss: { fa: استانی نمونه, en: A sample }
  sources: [{ title: t, url: 'https://example.org/', read: 2026-11-24 }]
  asOf: 2026-11-24
- id: written-town
  kind: place
  name: { fa: نوشته‌شهر, en: Written Town }
  gloss: { fa: شهری نوشته, en: A town }
  sources: [{ title: t, url: 'https://example.org/', read: 2026-11-24 }]
  asOf: 2026-11-24
`,
    'written.yaml',
  ).entries;
  await write('iran-cities.tsv', [
    'sample-town\tprovince-capital\tنمونه‌شهر\tSample Town\tsample-province\t\tnaturalearth',
    'written-town\tcity\tنوشته‌شهر\tWritten Town\tsample-province\t\tnaturalearth',
  ]);
  const { entries } = await loadTables(folder, written);
  expect(entries.map(({ entry }) => [entry.id, entry.gloss.fa, entry.gloss.en])).toEqual([
    ['sample-town', 'مرکز استان نمونه', 'Capital of Sample Province'],
  ]);
});

test('a row that names an unknown type, region, place or source is told with its line', async () => {
  await write('countries.tsv', ['ML\tmali\tnowhere\tباماکو\tBamako']);
  await write('world-cities.tsv', [
    'a\thamlet\tآبادی\tA\tmali\t\tnaturalearth',
    'b\tcity\tشهرک\tB\tatlantis\t\tnaturalearth',
  ]);
  const { entries, faults } = await loadTables(folder, []);
  expect(entries).toEqual([]);
  expect(faults.map(({ line, message }) => [line, message])).toEqual([
    [2, 'no region is called «nowhere»'],
    [2, 'no type of place is called «hamlet»'],
    [3, 'no entry has the id atlantis'],
  ]);
});
