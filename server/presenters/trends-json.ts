import type { Catalogue } from '../catalogue.ts';
import { matrixOf } from '../counting/matrix.ts';
import type { Trend } from '../counting/trends.ts';

/** The answer of `/api/trends`. */
export function trendsJson(terms: readonly Trend[], catalogue: Catalogue) {
  return {
    terms: terms.map(({ term, counts }) => {
      const { years, rows } = matrixOf(counts);
      const points = years.flatMap((year, i) =>
        rows.flatMap(({ adcode, cells }) => {
          const cell = cells[i];
          if (!cell) return [];
          const { hits, occurrences, characters } = cell;
          const city = catalogue.cityName(adcode);
          return [{ year, city, adcode, occurrences: occurrences ?? 0, blocks: hits, characters }];
        }),
      );
      return { term, points };
    }),
  };
}
