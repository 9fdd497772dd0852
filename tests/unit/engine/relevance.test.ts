import { describe, expect, it } from 'vitest';
import { relevance } from '../../../engine/relevance.ts';
import type { Block, ReportSummary } from '../../../report/types.ts';
import { locate } from '../../../text/match.ts';
import { parseQuery } from '../../../text/query.ts';

const PAD = '各项工作按照既定部署扎实推进并且取得了看得见摸得着的新进展和新成效以及很多其他的东西';
const REPORT = {
  id: '510300-2025-work-report',
  province: '四川省',
  city: '自贡市',
  year: 2025,
} as ReportSummary;

type Sketch = string | Pick<Block, 'type' | 'text'>;

/** How relevant texts are to a query among each other. */
function scores(q: string, ...sketches: Sketch[]): number[] {
  const query = parseQuery(q);
  const matches = sketches.map((sketch) => {
    const given = typeof sketch === 'string' ? { text: sketch } : sketch;
    const block = { type: 'paragraph', ...given } as Block;
    return { report: REPORT, block, located: locate(block, query) ?? new Map() };
  });
  return relevance(matches, query);
}

const pair = (q: string, ...sketches: [Sketch, Sketch]) => scores(q, ...sketches) as [number, number];

describe('relevance', () => {
  it('counts repeated hits, each less than the one before', () => {
    const [once, twice, thrice] = scores(
      '养老',
      ...[1, 2, 3].map((n) => `${PAD}。${'养老，'.repeat(n)}${'好的，'.repeat(3 - n)}`),
    ) as [number, number, number];
    expect(twice).toBeGreaterThan(once);
    expect(thrice - twice).toBeLessThan(twice - once);
  });

  it('counts a hit in the opening sentence more', () => {
    const [first, last] = pair('养老', `养老${PAD}。好。`, `${PAD}。养老好。`);
    expect(first).toBeCloseTo(1.25 * last);
  });

  it('counts a hit in a long text a little less', () => {
    const [short, long] = pair('养老', `养老${PAD}`, `养老${PAD.repeat(5)}`);
    expect(long).toBeLessThan(short);
    expect(long).toBeGreaterThan(0.7 * short);
  });

  it('discounts what leads to an answer only', () => {
    for (const type of ['heading', 'caption', 'columns'] as const) {
      const [leading, row] = pair('养老', { text: '养老', type }, { text: '养老', type: 'row' });
      expect(leading).toBeCloseTo(0.7 * row);
    }
  });

  it('puts first what has more of the alternatives', () => {
    const [both, one] = pair('养老 OR 托育', `养老和托育${PAD}`, `养老、养老、养老、养老、养老${PAD}`);
    expect(both).toBeGreaterThan(one);
  });

  it('takes an alternative that few have for more', () => {
    const [rare, common] = scores(
      '托育 OR 养老',
      `托育${PAD}`,
      ...Array.from({ length: 3 }, () => `养老${PAD}`),
    ) as [number, number];
    expect(rare).toBeGreaterThan(common);
  });

  it('takes a report’s place and year as said in all its blocks', () => {
    for (const said of ['自贡', '四川', '2025', '2025年']) {
      const [here, elsewhere] = pair(`养老 OR ${said}`, `养老${PAD}`, `${said}${PAD}`);
      expect(here, said).toBeGreaterThan(1.5 * elsewhere);
    }
    const [same, alike] = pair('养老 OR 云南', `养老${PAD}`, `云南${PAD}`);
    expect(same).toBeCloseTo(alike);
  });

  it('has an answer for a query that only excludes, and for no blocks', () => {
    expect(scores('-托育', PAD, PAD)).toEqual([0, 0]);
    expect(scores('养老')).toEqual([]);
  });
});
