import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import * as v from 'valibot';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { type Entry, EntrySchema } from '../../core/knowledge/entry.ts';

/** Something wrong in the knowledge files, told so that an editor can go there and mend it. */
export interface Fault {
  readonly file: string;
  /** One-based. */
  readonly line: number;
  /** The rule that is broken, as a short name. */
  readonly rule: string;
  readonly message: string;
}

/** An entry and where it stands. */
export interface LocatedEntry {
  readonly entry: Entry;
  readonly file: string;
  /** The line of a part of the entry, by its path; the nearest parent's when the part is absent. */
  lineOf(...path: (string | number)[]): number;
}

export interface Loaded {
  readonly entries: readonly LocatedEntry[];
  readonly faults: readonly Fault[];
}

/**
 * Reads every `.yaml` file under the folder, in the order of their names. Files and entries that break the
 * schema become faults; the others are returned all the same, so that one run tells all that is wrong.
 */
export async function loadEntries(folder: string): Promise<Loaded> {
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.yaml')).sort();
  const loaded = await Promise.all(
    files.map(async (name) => {
      const path = join(folder, name);
      return parseEntries(await readFile(path, 'utf8'), relative(process.cwd(), path));
    }),
  );
  return { entries: loaded.flatMap((one) => one.entries), faults: loaded.flatMap((one) => one.faults) };
}

/** The same for the text of one file. */
export function parseEntries(text: string, file: string): Loaded {
  const lines = new LineCounter();
  // failsafe: every scalar is a string, so that the year 2017 is a date like any other
  const document = parseDocument(text, { lineCounter: lines, schema: 'failsafe' });
  const lineAt = (path: (string | number)[]) => lineOf(document, lines, path);
  if (document.errors.length > 0) {
    return {
      entries: [],
      faults: document.errors.map((error) => ({
        file,
        line: lines.linePos(error.pos[0]).line,
        rule: 'yaml',
        message: error.message.split('\n')[0] ?? error.message,
      })),
    };
  }
  // a source that serves many entries stands once in a file (`&name`) and is meant again by `*name`
  const list: unknown = document.toJS({ maxAliasCount: -1 });
  if (!Array.isArray(list)) {
    return { entries: [], faults: [{ file, line: 1, rule: 'yaml', message: 'a knowledge file is a list of entries' }] };
  }
  const entries: LocatedEntry[] = [];
  const faults: Fault[] = [];
  for (const [index, raw] of list.entries()) {
    const parsed = v.safeParse(EntrySchema, raw);
    if (parsed.success) {
      entries.push({ entry: parsed.output, file, lineOf: (...path) => lineAt([index, ...path]) });
    } else {
      for (const issue of parsed.issues) {
        const path = (issue.path ?? []).map((step) => step.key as string | number);
        faults.push({
          file,
          line: lineAt([index, ...path]),
          rule: 'schema',
          message: `${path.join('.') || 'entry'}: ${issue.message}`,
        });
      }
    }
  }
  return { entries, faults };
}

function lineOf(document: Document, lines: LineCounter, path: (string | number)[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
