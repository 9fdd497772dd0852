import { describe, expect, it } from 'vitest';
import { changesOf, logLikelihood } from '../../../server/comparing/keyness.ts';

describe('log-likelihood', () => {
  it('is what a sheet of paper says', () => {
    // Expected are 20 and 20: 2 (10 ln ½ + 30 ln 1½).
    expect(logLikelihood([10, 30], [1_000, 1_000])).toBeCloseTo(10.465, 3);
    // Expected are 10 and 20: 2 (0 + 30 ln 1½).
    expect(logLikelihood([0, 30], [1_000, 2_000])).toBeCloseTo(24.328, 3);
  });

  it('is nothing where both texts use a term alike', () => {
    expect(logLikelihood([10, 20], [1_000, 2_000])).toBeCloseTo(0, 10);
    expect(logLikelihood([0, 0], [1_000, 2_000])).toBe(0);
  });
});

describe('changes', () => {
  const changes = changesOf(
    [
      { term: '来', before: 0, after: 3 },
      { term: '也来', before: 0, after: 9 },
      { term: '去', before: 4, after: 0 },
      { term: '多', before: 2, after: 20 },
      { term: '少', before: 20, after: 2 },
      { term: '一样', before: 10, after: 10 },
    ],
    [10_000, 10_000],
    3.84,
  );
  const names = (terms: readonly { term: string }[]) => terms.map(({ term }) => term);

  it('are told by kind, the surest first', () => {
    expect(names(changes.appeared)).toEqual(['也来', '来']);
    expect(names(changes.gone)).toEqual(['去']);
    expect(names(changes.risen)).toEqual(['多']);
    expect(names(changes.fallen)).toEqual(['少']);
  });

  it('go by frequency, not by number, where one text is longer', () => {
    const longer = changesOf([{ term: '词', before: 10, after: 20 }], [1_000, 10_000], 3.84);
    expect(names(longer.fallen)).toEqual(['词']);
  });
});
