import { describe, expect, it } from 'vitest';
import { type Filters, NO_FILTERS } from '../../../engine/engine.ts';
import { activeFacets } from '../../../engine/facet-filters.ts';
import { meilisearchBlocks } from '../../../engine/meilisearch/documents.ts';
import { encodePhrases, encodeTerm, encodeTerms, isExact } from '../../../engine/meilisearch/encode.ts';
import { facetedFilterExpression, filterExpression } from '../../../engine/meilisearch/filter.ts';
import { lookUpsFor } from '../../../engine/meilisearch/look-ups.ts';
import { BLOCKS_SETTINGS } from '../../../engine/meilisearch/settings.ts';
import { planRetrieval } from '../../../engine/retrieval.ts';
import { differences } from '../../../engine/settings-differences.ts';
import { parseQuery } from '../../../text/query.ts';
import { asDocuments, COLLECTION } from '../../fixtures/collection.ts';

const filters = (changes: Partial<Filters>): Filters => ({ ...NO_FILTERS, ...changes });
const plan = (q: string) => planRetrieval(parseQuery(q));
const phrases = (q: string) => plan(q).required.flat(2);

describe('encodeTerm', () => {
  it('gives terms that Meilisearch leaves whole and no text holds', () => {
    for (const term of ['高质', '质', '𠮷祥', 'ǂ', 'gdp', '5.8', '%', 'é', 'ёж']) {
      expect(encodeTerm(term)).toMatch(/^zq[bhwx][a-z0-9.%]*$/);
    }
  });

  it('never gives two terms the same form', () => {
    const terms = ['高质', '质高', '质', '高', 'b', 'h', 'ǂ', 'hhlz', '%', '.', '5', '5.8', 'é', 'e'];
    expect(new Set(terms.map(encodeTerm)).size).toBe(terms.length);
  });

  it('cuts what is too long for Meilisearch', () => {
    expect(encodeTerm('a'.repeat(1_000)).length).toBeLessThan(250);
    expect(encodeTerm('é'.repeat(1_000)).length).toBeLessThan(250);
  });
});

describe('encodePhrases', () => {
  it('asks for each phrase, and for a last single character apart', () => {
    const [high, quality, year] = ['高质', '质量', '年'].map(encodeTerm);
    expect(encodePhrases(phrases('高质量'))).toBe(`"${high} ${quality}"`);
    expect(encodePhrases(phrases('5年'))).toBe(`"${encodeTerm('5')}" "${year}"`);
    expect(encodePhrases(phrases('年'))).toBe(`"${year}"`);
  });

  it.each([
    ['年', true],
    ['质量', true],
    ['高质量', true],
    ['5.8%', true],
    ['高质量发', false],
    ['5年', false],
    ['改革、', false],
    ['a'.repeat(300), false],
  ])('knows whether Meilisearch is exact on %s', (q, exact) => {
    expect(phrases(q).every(isExact)).toBe(exact);
  });
});

describe('planRetrieval', () => {
  it('takes all of a usual query', () => {
    expect(plan('养老 服务。托育')).toMatchObject({
      isExact: true,
      required: [[[{ terms: ['养老'] }]], [[{ terms: ['服务'] }, { terms: ['托育'] }]]],
      excluded: [],
    });
  });

  it('keeps alternatives together and what is excluded apart', () => {
    expect(plan('甲乙 OR 丙丁 -戊己')).toMatchObject({
      isExact: true,
      required: [[[{ terms: ['甲乙'] }], [{ terms: ['丙丁'] }]]],
      excluded: [[{ terms: ['戊己'] }]],
    });
  });

  it('looks headings up by terms of their own', () => {
    expect(plan('标题:养老').required).not.toEqual(plan('养老').required);
  });

  it('says where what it finds has to be checked', () => {
    expect(plan('发展'.repeat(100)).isExact).toBe(false);
    expect(plan('甲 NEAR 乙').isExact).toBe(false);
    expect(plan(`甲 -${'发展'.repeat(100)}`)).toMatchObject({ isExact: false, excluded: [] });
  });
});

describe('lookUpsFor', () => {
  const lookUps = (q: string) => lookUpsFor(plan(q));

  it('asks for all of it at once where Meilisearch is exact', () => {
    expect(lookUps('养老 服务 养老')).toMatchObject({
      isExact: true,
      isConjunction: true,
      queries: { length: 1 },
    });
    expect(lookUps('养老服务').isExact).toBe(false);
    expect(lookUps(Array.from({ length: 30 }, (_, i) => `${i}`).join(' ')).isExact).toBe(false);
  });

  it('asks for each combination of alternatives', () => {
    expect(lookUps('甲 OR 乙 丙 OR 丁 OR 戊')).toMatchObject({
      isConjunction: false,
      queries: { length: 6 },
    });
  });

  it('leaves out what would give too many combinations', () => {
    const many = Array.from({ length: 40 }, (_, i) => `甲${i}`).join(' OR ');
    expect(lookUps(`${many} ${many.replaceAll('甲', '乙')}`).queries).toHaveLength(40);
  });

  it('asks for everything where only exclusions are given', () => {
    expect(lookUps('-甲')).toMatchObject({ isExact: false, isConjunction: false, queries: [''] });
  });
});

describe('filterExpression', () => {
  const where = filters({ city: ['510100'], year: [{ from: 2020, to: 2022 }], kind: ['a"b\\'] });

  it('joins filters, and alternatives within one', () => {
    expect(filterExpression(filters({ city: ['1', '2'], section: ['tasks'] }))).toBe(
      'city IN ["1", "2"] AND section IN ["tasks"]',
    );
    expect(filterExpression(NO_FILTERS)).toBe('');
  });

  it('takes values as text', () => {
    expect(filterExpression(where)).toContain('kind IN ["a\\"b\\\\"]');
  });

  it('leaves out one facet’s own', () => {
    expect(filterExpression(where, 'kind')).toBe('city IN ["510100"] AND (year 2020 TO 2022)');
    expect(activeFacets(where)).toEqual(['city', 'year', 'kind']);
  });

  it('admits all that counts for some facet', () => {
    expect(facetedFilterExpression(filters({ city: ['1'], kind: ['k'], report: ['r'] }))).toBe(
      '(kind IN ["k"] AND report IN ["r"]) OR (city IN ["1"] AND report IN ["r"])',
    );
    expect(facetedFilterExpression(filters({ city: ['1'] }))).toBe('');
    expect(facetedFilterExpression(filters({ report: ['r'] }))).toBe('report IN ["r"]');
  });
});

describe('meilisearchBlocks', () => {
  it('carries facets, terms a sentence, characters and words', async () => {
    const { value: document } = await asDocuments(COLLECTION.slice(2)).next();
    const [first, , heading] = meilisearchBlocks(document);
    expect(first).toMatchObject({
      report: '500110-2025-plan-report',
      number: 1,
      section: 'review',
      city: '500110',
      province: '500000',
      year: 2025,
      kind: '计划执行情况报告',
      body: 1,
    });
    expect(first?.terms).toHaveLength(2);
    expect(first?.words).toHaveLength(2);
    expect(heading).toMatchObject({
      body: 0,
      terms: [encodeTerms(['发展', '展']), encodeTerms(['¶发展', '¶展'])],
      characters: encodeTerms(['发', '展', '¶发', '¶展']),
      words: ['发展'],
    });
  });
});

describe('differences', () => {
  it('names the settings that aren’t as they should be', () => {
    expect(differences(BLOCKS_SETTINGS, { ...BLOCKS_SETTINGS, dictionary: [] })).toEqual([]);
    expect(differences(BLOCKS_SETTINGS, { ...BLOCKS_SETTINGS, typoTolerance: { enabled: true } })).toEqual([
      'typoTolerance',
    ]);
    expect(differences(BLOCKS_SETTINGS, { ...BLOCKS_SETTINGS, nonSeparatorTokens: ['%'] })).toEqual([
      'nonSeparatorTokens',
    ]);
    expect(differences(BLOCKS_SETTINGS, {})).toHaveLength(Object.keys(BLOCKS_SETTINGS).length);
  });
});
