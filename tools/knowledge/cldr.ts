import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as v from 'valibot';

const { resolve } = createRequire(import.meta.url);

const TerritoriesSchema = v.object({
  main: v.record(
    v.string(),
    v.object({ localeDisplayNames: v.object({ territories: v.record(v.string(), v.string()) }) }),
  ),
});

/** Persian and English names of territories by ISO 3166 code, from the Unicode CLDR. */
export async function territoryNames(): Promise<Map<string, { fa: string; en: string }>> {
  const [fa, en] = await Promise.all([namesIn('fa'), namesIn('en')]);
  const codes = Object.keys(en).filter((code) => /^[A-Z]{2}$/.test(code));
  return new Map(codes.map((code) => [code, { fa: withoutHamza(fa[code] ?? ''), en: en[code] ?? '' }]));
}

async function namesIn(language: string): Promise<Record<string, string>> {
  const file = resolve(`cldr-localenames-full/main/${language}/territories.json`);
  const parsed = v.parse(TerritoriesSchema, JSON.parse(await readFile(file, 'utf8')));
  return parsed.main[language]?.localeDisplayNames.territories ?? {};
}

/** The CLDR writes «گینهٔ بیسائو», we write «گینه بیسائو». */
function withoutHamza(name: string): string {
  return name.replaceAll('\u0654', '');
}
