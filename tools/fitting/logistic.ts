import type { Signal } from '../../core/recognition/evidence.ts';
import type { Weights } from '../../core/recognition/weights.ts';
import type { Instance } from './instances.ts';

/** How far gold may move a weight from its prior: the standard deviation of the prior, in log-odds. */
const SPREAD = 0.7;
const ROUNDS = 30;

/**
 * Logistic regression with a Gaussian prior around the given weights, by Newton's method (D. Cox 1958; C. Bishop,
 * Pattern Recognition and Machine Learning 4.3.3). Deterministic. Weights are rounded to a tenth: more would
 * pretend to know.
 */
export function fitWeights(instances: readonly Instance[], priors: Weights): Weights {
  const signals = Object.keys(priors) as Signal[];
  const prior = signals.map((signal) => priors[signal]);
  const rows = instances.map(({ signals: present, isMeant }) => ({
    indexes: present.map((signal) => signals.indexOf(signal)),
    isMeant: isMeant ? 1 : 0,
  }));
  let weights = [...prior];
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight, i) => ((prior[i] as number) - weight) / SPREAD ** 2);
    const hessian = weights.map((_, i) => weights.map((__, j) => (i === j ? 1 / SPREAD ** 2 : 0)));
    for (const { indexes, isMeant } of rows) {
      const sum = indexes.reduce((total, index) => total + (weights[index] as number), 0);
      const chance = 1 / (1 + Math.exp(-sum));
      for (const i of indexes) {
        gradient[i] = (gradient[i] as number) + isMeant - chance;
        const row = hessian[i] as number[];
        for (const j of indexes) row[j] = (row[j] as number) + chance * (1 - chance);
      }
    }
    const step = solve(hessian, gradient);
    weights = weights.map((weight, i) => weight + (step[i] as number));
  }
  return Object.fromEntries(
    signals.map((signal, i) => [signal, Math.round((weights[i] as number) * 10) / 10]),
  ) as Weights;
}

/** Solves the linear equations by Gaussian elimination; the matrix is positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  const size = rows.length;
  for (let pivot = 0; pivot < size; pivot++) {
    const pivotRow = rows[pivot] as number[];
    for (let below = pivot + 1; below < size; below++) {
      const row = rows[below] as number[];
      const factor = (row[pivot] as number) / (pivotRow[pivot] as number);
      for (let i = pivot; i <= size; i++) row[i] = (row[i] as number) - factor * (pivotRow[i] as number);
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    const row = rows[i] as number[];
    let sum = row[size] as number;
    for (let j = i + 1; j < size; j++) sum -= (row[j] as number) * (solution[j] as number);
    solution[i] = sum / (row[i] as number);
  }
  return solution;
}
