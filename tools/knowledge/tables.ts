import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import * as v from 'valibot';
import { type Entry, EntrySchema } from '../../core/knowledge/entry.ts';
import { territoryNames } from './cldr.ts';
import type { Fault, Loaded, LocatedEntry } from './load.ts';

/** Files of places that differ in name and whereabouts only; the columns are told in each file's first lines. */
const PLACE_FILES = ['iran-cities.tsv', 'world-cities.tsv', 'regions-and-waters.tsv'];
const COUNTRY_FILE = 'countries.tsv';

interface Row {
  readonly file: string;
  readonly line: number;
  readonly cells: readonly string[];
}

interface Both {
  readonly fa: string;
  readonly en: string;
}

/** What a gloss says of a type of place. */
interface PlaceType extends Both {
  readonly cues: readonly string[];
}

/**
 * Brief entries for what is known from tables: countries, cities, states. An entry that somebody wrote takes the
 * place of a table's row with the same id.
 */
export async function loadTables(folder: string, written: readonly LocatedEntry[]): Promise<Loaded> {
  const [types, regions, sources, countries, ...places] = await Promise.all(
    ['place-types.tsv', 'regions.tsv', 'sources.tsv', COUNTRY_FILE, ...PLACE_FILES].map((name) =>
      readRows(folder, name),
    ),
  );
  const table = new Table(types ?? [], regions ?? [], sources ?? [], written);
  const names = await territoryNames();
  for (const row of countries ?? []) table.addCountry(row, names);
  for (const row of places.flat()) table.nameOf(row);
  for (const row of places.flat()) table.addPlace(row);
  return { entries: table.entries, faults: table.faults };
}

class Table {
  readonly entries: LocatedEntry[] = [];
  readonly faults: Fault[] = [];
  readonly #types: ReadonlyMap<string, PlaceType>;
  readonly #regions: ReadonlyMap<string, Both>;
  readonly #sources: ReadonlyMap<string, unknown>;
  /** What a place that lies within another calls it. */
  readonly #within = new Map<string, Both>();
  readonly #written: ReadonlySet<string>;

  constructor(types: Row[], regions: Row[], sources: Row[], written: readonly LocatedEntry[]) {
    this.#types = new Map(
      types.map(({ cells: [id = '', fa = '', en = '', cues = ''] }) => [id, { fa, en, cues: listed(cues) }]),
    );
    this.#regions = new Map(regions.map(({ cells: [id = '', fa = '', en = ''] }) => [id, { fa, en }]));
    this.#sources = new Map(sources.map(({ cells: [key = '', title, url, read] }) => [key, { title, url, read }]));
    this.#written = new Set(written.map(({ entry }) => entry.id));
    for (const { entry } of written) this.#within.set(entry.id, whereabouts(entry));
  }

  addCountry(row: Row, names: ReadonlyMap<string, Both>): void {
    const [code = '', id = '', region = '', capitalFa, capitalEn, fa = '', en, others = ''] = row.cells;
    const known = names.get(code);
    const name = { fa: bare(fa) || known?.fa, en: en || known?.en };
    const place = this.#regions.get(region);
    const type = this.#types.get('country');
    if (!type || !place) {
      this.#fault(row, `no region is called «${region}»`);
      return;
    }
    const gloss = inPlaceOf(type, place);
    this.#within.set(id, { fa: name.fa ?? '', en: name.en ?? '' });
    this.#add(row, {
      id,
      kind: 'place',
      placeType: 'country',
      name,
      names: namesOf(name.fa ?? '', fa, others, type),
      gloss: capitalFa ? { fa: `${gloss.fa}؛ پایتخت: ${capitalFa}`, en: `${gloss.en}; capital: ${capitalEn}` } : gloss,
      sources: ['cldr', 'naturalearth', 'capitals'].map((key) => this.#sources.get(key)),
      asOf: ASOF,
    });
  }

  /** Makes the name of a row known to those that lie within it. */
  nameOf({ cells: [id = '', , fa = '', en = ''] }: Row): void {
    if (!this.#within.has(id)) this.#within.set(id, { fa: bare(fa), en });
  }

  addPlace(row: Row): void {
    const [id = '', typeName = '', fa = '', en, within = '', others = '', source = ''] = row.cells;
    const type = this.#types.get(typeName);
    if (!type) {
      this.#fault(row, `no type of place is called «${typeName}»`);
      return;
    }
    const place = this.#within.get(within);
    if (!place) {
      this.#fault(row, `no entry has the id ${within}`);
      return;
    }
    const name = { fa: bare(fa), en };
    this.#add(row, {
      id,
      kind: 'place',
      name,
      names: namesOf(name.fa, fa, others, type),
      gloss: inPlaceOf(type, place),
      related: [within],
      sources: [this.#sources.get(source)],
      asOf: ASOF,
    });
  }

  #add(row: Row, raw: { id: string } & Record<string, unknown>): void {
    if (this.#written.has(raw.id)) return;
    const parsed = v.safeParse(EntrySchema, raw);
    if (parsed.success) this.entries.push({ entry: parsed.output, file: row.file, lineOf: () => row.line });
    else for (const issue of parsed.issues) this.#fault(row, `${v.getDotPath(issue) ?? 'row'}: ${issue.message}`);
  }

  #fault({ file, line }: Row, message: string): void {
    this.faults.push({ file, line, rule: 'table', message });
  }
}

/** The day on which the tables were true; towns and capitals seldom change. */
const ASOF = '2026-11-24';

/** What is written before a name that means other things too. */
const SHARED = '~';

function bare(cell: string): string {
  return cell.startsWith(SHARED) ? cell.slice(SHARED.length) : cell;
}

function namesOf(main: string, cell: string, others: string, type: PlaceType): Entry['names'] {
  const certain = listed(others);
  return cell.startsWith(SHARED) ? { certain, ambiguous: [{ name: main, for: [...type.cues] }] } : { certain };
}

function listed(cell: string): string[] {
  return cell === '' ? [] : cell.split(';');
}

function inPlaceOf(type: Both, place: Both): Both {
  return { fa: type.fa.replace('{within}', place.fa), en: type.en.replace('{within}', place.en) };
}

/** A province is told from the city of its name. */
function whereabouts({ name, placeType }: Entry): Both {
  const { fa, en } = name;
  if (placeType !== 'province') return { fa, en };
  return { fa: fa.startsWith('استان') ? fa : `استان ${fa}`, en: /province$/i.test(en) ? en : `${en} Province` };
}

/** Lines of cells between tabs; empty lines and those that begin with # are for readers. */
async function readRows(folder: string, name: string): Promise<Row[]> {
  const path = join(folder, name);
  const file = relative(process.cwd(), path);
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines
    .map((text, index) => ({ text, line: index + 1 }))
    .filter(({ text }) => text.trim() !== '' && !text.startsWith('#'))
    .map(({ text, line }) => ({ file, line, cells: text.split('\t') }));
}
