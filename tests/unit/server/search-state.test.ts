import { describe, expect, it } from 'vitest';
import { summarise } from '../../../report/summary.ts';
import { Catalogue } from '../../../server/catalogue.ts';
import { parseSearchState, SearchState } from '../../../server/search-state.ts';
import { COLLECTION } from '../../fixtures/collection.ts';

const catalogue = new Catalogue(COLLECTION.map(summarise));
const parse = (address: string) => parseSearchState(new URLSearchParams(address), catalogue);

describe('parseSearchState', () => {
  it('reads everything, names made codes', () => {
    const { state, problems } = parse(
      'q=发展&city=甲州市&city=510100&province=重庆市&year=2024&year=2020..2022&section=重点任务&kind=图解&report=r&mode=words&sort=newest&group=report&expand=1&page=3&per=50',
    );
    expect(problems).toEqual([]);
    expect({ ...state }).toEqual({
      q: '发展',
      filters: {
        city: ['510100'],
        province: ['500000'],
        year: ['2024', '2020..2022'],
        section: ['tasks'],
        kind: ['图解'],
        report: ['r'],
      },
      mode: 'words',
      sort: 'newest',
      group: 'report',
      expand: '1',
      page: 3,
      per: 50,
    });
  });

  it('lets what nobody has stand for itself', () => {
    expect(parse('city=无此市&section=无').state.filters).toMatchObject({
      city: ['无此市'],
      section: ['无'],
    });
  });

  it.each([
    'per=0',
    'per=101',
    'per=x',
    'per=1.5',
    'page=0',
    'page=101',
    'page=-1',
    'page=1e1',
    'sort=best',
    'mode=fuzzy',
    'group=city',
    'expand=yes',
    'year=24',
    'year=2025..2020',
    'year=2020..',
    'year=二〇二五',
  ])('refuses %s and takes the default', (address) => {
    const { state, problems } = parse(address);
    expect(problems.map(({ parameter }) => parameter)).toEqual([address.split('=')[0]]);
    expect(state.url()).toBe('/search');
  });

  it('tells all problems together', () => {
    expect(parse('per=0&page=0&sort=x&year=1').problems).toHaveLength(4);
  });

  it('takes empty and unknown parameters for none', () => {
    expect(parse('per=&page=&sort=&year=&city=&q[x]=1&foo=bar').state.url()).toBe('/search');
    expect(parse('per=&foo=bar').problems).toEqual([]);
  });
});

describe('SearchState', () => {
  const state = parse('q=a b&city=510100&year=2024&sort=oldest&page=4').state;

  it('has its own address, without what is default', () => {
    expect(state.url()).toBe('/search?q=a+b&city=510100&year=2024&sort=oldest&page=4');
    expect(parse(state.url().split('?')[1] ?? '').state).toEqual(state);
    expect(new SearchState().url()).toBe('/search');
  });

  it('starts at the first page again whenever something else changes', () => {
    expect(state.withQuery('c').page).toBe(1);
    expect(state.withSort('newest').page).toBe(1);
    expect(state.without('city', '510100').url()).toBe('/search?q=a+b&year=2024&sort=oldest');
    expect(state.withoutFilters().url()).toBe('/search?q=a+b&sort=oldest');
    expect(state.withPage(2).filters).toEqual(state.filters);
  });

  it('is never changed', () => {
    const before = state.url();
    state.withFilter('kind', ['图解']);
    expect(state.url()).toBe(before);
  });

  it('knows what it filters by, years also within a range', () => {
    const ranged = new SearchState().withFilter('year', ['2020..2022']);
    expect(['2019', '2020', '2022', '2023'].map((year) => ranged.isSelected('year', year))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(state.isSelected('city', '510100')).toBe(true);
    expect(ranged.engineFilters.year).toEqual([{ from: 2020, to: 2022 }]);
  });
});
