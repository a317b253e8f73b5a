import { LONGEST_TAG, MOST_TAGS } from './limits.ts';

/** The tags that a reader typed, apart by commas («،» or `,`) or lines: trimmed, each once. */
export function readTags(typed: string): string[] {
  const all = typed.split(/[,،\n]/).map((tag) => tag.trim().replace(/^#/, '').slice(0, LONGEST_TAG).trim());
  return [...new Set(all.filter((tag) => tag !== ''))].slice(0, MOST_TAGS);
}
