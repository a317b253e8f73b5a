import type { Signal } from './evidence.ts';

/**
 * The weight of each signal, in log-odds (logistic regression, D. Cox 1958). An editor's estimate, moved as far
 * as the gold annotations of a corpus bear out: `npm run fit` prints and writes them (docs/decisions/0007).
 */
export const WEIGHTS: Readonly<Record<Signal, number>> = {
  'certain-name': 4,
  'default-name': 1.5,
  'short-name': -2,
  'ambiguous-name': -3,
  'cue-beside': 4,
  'cue-near': 3.5,
  'full-name-in-document': 4,
  'related-in-document': 1.2,
  title: 1.2,
  speech: 0.5,
  'in-office': 0.3,
  topic: 1,
  'other-topic': -1.5,
  quoted: 1,
  'others-surname': -6,
  'namesake-in-document': -6,
};

/** An entity is linked when what speaks for it outweighs what speaks against it … */
export const THRESHOLD = 0;
/** … and when it is so far ahead of every other entity that bears the name. */
export const MARGIN = 1;
