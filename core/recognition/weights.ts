import type { Signal } from './evidence.ts';

/** The weight of each signal, in log-odds. */
export type Weights = Readonly<Record<Signal, number>>;

/**
 * Logistic regression (D. Cox 1958): an editor's estimate, moved as far
 * as the gold annotations of a corpus bear out: `npm run fit` prints and writes them (docs/decisions/0007).
 */
export const WEIGHTS: Weights = {
  'certain-name': 5.1,
  'default-name': 1.8,
  'short-name': -1.9,
  'ambiguous-name': -2.3,
  'cue-beside': 4.2,
  'cue-near': 3.3,
  'full-name-in-document': 3.9,
  'related-in-document': 0.9,
  title: 1.5,
  speech: 0.5,
  'in-office': 0.5,
  topic: 1.1,
  'other-topic': -1.5,
  quoted: 1,
  'others-surname': -6,
  'namesake-in-document': -8,
};

/** An entity is linked when what speaks for it outweighs what speaks against it … */
export const THRESHOLD = 0;
/** … and when it is so far ahead of every other entity that bears the name. */
export const MARGIN = 1;
