import { describe, expect, it } from 'vitest';
import { compareRuns, type Run } from '../../tools/evaluation/compare.ts';
import type { Instance } from '../../tools/fitting/instances.ts';
import { fitWeights } from '../../tools/fitting/logistic.ts';
import { PRIORS } from '../../tools/fitting/priors.ts';

const many = (count: number, instance: Instance) => Array.from({ length: count }, () => instance);

describe('fitting weights', () => {
  it('leaves the priors where gold says nothing', () => {
    expect(fitWeights([], PRIORS)).toEqual(PRIORS);
  });
  it('moves a weight to where gold says, and no other', () => {
    const fitted = fitWeights(many(40, { signals: ['short-name', 'title'], isMeant: false }), PRIORS);
    expect(fitted.title).toBeLessThan(PRIORS.title);
    expect(fitted['short-name']).toBeLessThan(PRIORS['short-name']);
    expect(fitted.quoted).toBe(PRIORS.quoted);
  });
  it('is not carried away by one instance', () => {
    const fitted = fitWeights([{ signals: ['certain-name'], isMeant: false }], PRIORS);
    expect(fitted['certain-name']).toBeGreaterThan(PRIORS['certain-name'] / 2);
  });
  it('gives the same for the same', () => {
    const instances = [
      ...many(5, { signals: ['default-name', 'topic'], isMeant: true }),
      ...many(3, { signals: ['quoted'], isMeant: false }),
    ];
    expect(fitWeights(instances, PRIORS)).toEqual(fitWeights([...instances].reverse(), PRIORS));
  });
});

describe('comparing runs', () => {
  const run = (outcomes: Record<string, string>): Run => ({
    format: 'pishineh-run/1',
    precision: 0.9,
    recall: 0.8,
    outcomes,
  });
  it('tells what got better and what got worse', () => {
    const lines = compareRuns(
      run({ a: 'missed', b: 'right', c: 'wrong', d: 'right' }),
      run({ a: 'right', b: 'missed', c: 'missed', d: 'right', e: 'spurious' }),
    ).map((line) => line.trim());
    expect(lines).toContain('better: 2');
    expect(lines).toContain('a: missed → right');
    expect(lines).toContain('c: wrong → missed');
    expect(lines).toContain('worse: 2');
    expect(lines).toContain('b: right → missed');
    expect(lines).toContain('e: left alone → spurious');
  });
});
