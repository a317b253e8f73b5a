import { AhoCorasick } from '@monyone/aho-corasick';
import { AhoCorasick as FastAhoCorasick } from '@monyone/aho-corasick/fast';
import BrunoAhoCorasick from 'ahocorasick';
import type { Entity } from '../../core/knowledge/entity.ts';
import { foldWhile } from '../../core/language/fold.ts';
import type { Lexicon } from '../../core/recognition/lexicon.ts';
import { findMentions } from '../../core/recognition/mentions.ts';
import { measure } from './measure.ts';

/** Peers are slow: they read each so many-th text, and so do we in the same rounds. */
const SHARE = 25;
const ROUNDS = 5;
/** Building takes them minutes beyond. */
const MOST_NAMES = 100_000;
const MOST_NAMES_FAST = 20_000;

/**
 * Other libraries on the same names and texts: how many times our finding's time each takes. They have less to
 * do: raw strings, no folding, no word boundaries, no suffixes, no choice of the longest.
 */
export function peersFor(entities: readonly Entity[], lexicon: Lexicon, texts: readonly string[]): Map<string, string> {
  const names = [...new Set(entities.flatMap((entity) => entity.names.map(({ text }) => text)))];
  const peers: [name: string, search: ((text: string) => number) | undefined][] = [
    ['ahocorasick', names.length > MOST_NAMES * 1.5 ? undefined : searchWith(new BrunoAhoCorasick(names))],
    ['@monyone/aho-corasick', names.length > MOST_NAMES * 1.5 ? undefined : matchWith(new AhoCorasick(names))],
    [
      '@monyone/aho-corasick/fast',
      names.length > MOST_NAMES_FAST * 1.5 ? undefined : matchWith(new FastAhoCorasick(names)),
    ],
  ];
  const sample = texts.filter((_, index) => index % SHARE === 0);
  const sum = (of: (text: string) => number) => sample.reduce((total, text) => total + of(text), 0);
  const passes = [
    { name: 'find', run: () => sum((text) => foldWhile(text, (folded) => findMentions(lexicon, folded).length)) },
  ];
  for (const [name, search] of peers) if (search) passes.push({ name, run: () => sum(search) });
  const ratio = measure(passes, ROUNDS);
  return new Map(peers.map(([name, search]) => [name, search ? ratio(name, 'find').toFixed(1) : '–']));
}

function searchWith(peer: BrunoAhoCorasick): (text: string) => number {
  return (text) => peer.search(text).length;
}

function matchWith(peer: AhoCorasick | FastAhoCorasick): (text: string) => number {
  return (text) => peer.matchInText(text).length;
}
