import { readFile } from 'node:fs/promises';
import * as v from 'valibot';

/**
 * Reads a JSON Lines file and validates each line.
 * @throws with the file, line and reason when a line is not JSON or not of the schema
 */
export async function readJsonLines<S extends v.GenericSchema>(file: string, schema: S): Promise<v.InferOutput<S>[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new Error(`can't read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const rows: v.InferOutput<S>[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    rows.push(parseLine(line, schema, `${file}:${index + 1}`));
  }
  return rows;
}

function parseLine<S extends v.GenericSchema>(line: string, schema: S, where: string): v.InferOutput<S> {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    throw new Error(`${where}: the line is not JSON`);
  }
  const parsed = v.safeParse(schema, raw);
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  throw new Error(`${where}: ${v.getDotPath(issue) ?? 'line'}: ${issue.message}`);
}
