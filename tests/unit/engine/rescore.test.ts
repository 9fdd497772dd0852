import { describe, expect, it } from 'vitest';
import { score } from '../../../engine/meilisearch/rescore.ts';
import { locate } from '../../../text/match.ts';
import { parseQuery } from '../../../text/query.ts';

const PAD = '各项工作按照既定部署扎实推进并且取得了看得见摸得着的新进展和新成效以及很多其他的东西';
const of = (text: string, q = '养老') =>
  score(text, locate({ text, type: 'paragraph' }, parseQuery(q)) ?? []);

describe('score', () => {
  it('counts repeated hits, each less than the one before', () => {
    const [once, twice, thrice] = [1, 2, 3].map((n) => of(`${PAD}。${'养老，'.repeat(n)}`)) as [
      number,
      number,
      number,
    ];
    expect(twice).toBeGreaterThan(once);
    expect(thrice - twice).toBeLessThan(twice - once);
  });

  it('counts a hit in the opening sentence more', () => {
    expect(of(`养老${PAD}。好。`)).toBeCloseTo(1.25 * of(`${PAD}。养老好。`));
  });

  it('discounts what is little more than a heading', () => {
    expect(of('一、养老')).toBeCloseTo(0.7 * of(`养老${PAD}`));
  });

  it('adds up over the parts of a query', () => {
    expect(of(`养老服务${PAD}`, '养老 服务')).toBeCloseTo(2 * of(`养老${PAD}`));
  });
});
