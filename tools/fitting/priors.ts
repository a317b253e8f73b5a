import type { Weights } from '../../core/recognition/weights.ts';

/**
 * What an editor would give each signal before any gold is seen: a certain name is enough alone, a default one
 * too unless something speaks against it; a short one needs its full name, or a title and company; an ambiguous
 * one needs a cue; somebody else of that name in the document outweighs all but certainty.
 */
export const PRIORS: Weights = {
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
  'namesake-in-document': -8,
};
