import { matrixOf } from '../counting/matrix.ts';
import { measured } from '../counting/measures.ts';
import { BYTE_ORDER_MARK, csvRows } from './csv.ts';
import { CORPUS_COLUMNS, corpusCells, SEARCH_COLUMNS, searchCells } from './provenance.ts';
import type { TakenAlong } from './taken-along.ts';

/** Decimals of a rate: more than any use of it needs, fewer than a computer's noise. */
const DECIMALS = 6;

/**
 * Writes a row for each place and a column for each year (`y2024`). A cell is empty where there is no report,
 * 0 where a report doesn't have what was looked for.
 */
export async function* writeCsvWide(search: TakenAlong): AsyncGenerator<string> {
  const { catalogue, measure } = search;
  const { years, rows } = matrixOf(await search.counts());
  const provinces = new Map(catalogue.reports.map(({ adcode, province }) => [adcode, province]));
  yield BYTE_ORDER_MARK +
    csvRows([
      [
        'adcode',
        'city',
        'province',
        ...years.map((year) => `y${year}`),
        'measure',
        ...SEARCH_COLUMNS,
        ...CORPUS_COLUMNS,
      ],
    ]);
  yield csvRows(
    rows.map(({ adcode, cells }) => [
      adcode,
      catalogue.cityName(adcode),
      provinces.get(adcode) ?? null,
      ...cells.map((counts) => rounded(counts && measured(counts, measure))),
      measure,
      ...searchCells(search),
      ...corpusCells(search),
    ]),
  );
}

function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(DECIMALS));
}
