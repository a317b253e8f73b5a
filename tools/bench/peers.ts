import type { Entity } from '../../core/knowledge/entity.ts';
import type { Lexicon } from '../../core/recognition/lexicon.ts';
export function peersFor(_e: readonly Entity[], _l: Lexicon, _t: readonly string[]): [string, string][] {
  return [];
}
