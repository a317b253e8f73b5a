import { readFile } from 'node:fs/promises';

/** An entity that news names often, whether the store knows it or not. */
export interface Wish {
  readonly rank: number;
  readonly kind: string;
  readonly fa: string;
  readonly en: string;
}

/**
 * Reads a wish-list: tab-separated with a line of headings, of which `rank`, `kind`, `fa` and `en` are used.
 * @throws when a heading is missing or a rank is no number
 */
export async function readWishlist(file: string): Promise<Wish[]> {
  const [head = '', ...lines] = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  const headings = head.split('\t');
  const [rank, kind, fa, en] = ['rank', 'kind', 'fa', 'en'].map((heading) => {
    const at = headings.indexOf(heading);
    if (at === -1) throw new Error(`${file}: there is no column «${heading}»`);
    return at;
  }) as [number, number, number, number];
  return lines.map((line, index) => {
    const cells = line.split('\t');
    const wish = { rank: Number(cells[rank]), kind: cells[kind] ?? '', fa: cells[fa] ?? '', en: cells[en] ?? '' };
    if (!Number.isInteger(wish.rank)) throw new Error(`${file}:${index + 2}: the rank is no number`);
    return wish;
  });
}
