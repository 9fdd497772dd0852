import type { Catalogue } from '../catalogue.ts';
import type { Matrix } from '../counting/matrix.ts';
import type { Mode } from '../search.ts';

const NO_REPORT = { reports: 0, hits: null, occurrences: null, blocks: null, characters: null };

/** The answer of `/api/matrix`. */
export function matrixJson(mode: Mode, { years, rows }: Matrix, catalogue: Catalogue) {
  return {
    mode,
    years,
    rows: rows.map(({ adcode, cells }) => ({
      city: catalogue.cityName(adcode),
      adcode,
      cells: cells.map((counts, i) => ({ year: years[i] as number, ...(counts ?? NO_REPORT) })),
    })),
  };
}
