import { describe, expect, it } from 'vitest';
import { summarise } from '../../../../report/summary.ts';
import { neighbouringPlaces, neighbouringYears, type Pair } from '../../../../server/comparing/pairs.ts';
import { makeReport } from '../../../fixtures/collection.ts';

const summary = (adcode: string, year: number, more = {}) =>
  summarise(makeReport({ city: `${adcode}市`, province: '四川省', adcode, year, ...more }, []));
const named = (pairs: readonly Pair[]) =>
  pairs.map(([a, b]) => `${a.adcode} ${a.year} ${b.adcode} ${b.year}`);

/** Newest first, as engines list them. */
const REPORTS = [
  summary('510100', 2025),
  summary('510300', 2025),
  summary('510300', 2025, { kind: '工作简报' }),
  summary('610100', 2025, { province: '陕西省' }),
  summary('510100', 2024),
  summary('510300', 2023),
  summary('100000', 2023, { province: null }),
];

describe('ready-made pairs', () => {
  it('are of one place and kind in years that follow each other, the earlier one first', () => {
    expect(named(neighbouringYears(REPORTS))).toEqual(['510100 2024 510100 2025']);
  });

  it('are of one province, year and kind', () => {
    expect(named(neighbouringPlaces(REPORTS))).toEqual(['510300 2025 510100 2025']);
  });
});
