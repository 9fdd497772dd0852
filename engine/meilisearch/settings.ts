import type { Settings } from 'meilisearch';

/** A search is given up after this time … */
export const SEARCH_TIMEOUT_MS = 5_000;

/** … and before Meilisearch would cut it off and answer with less than there is, without saying so. */
const SEARCH_CUTOFF_MS = 2 * SEARCH_TIMEOUT_MS;

/** More than there can be, so that totals and facets are never cut. */
const UNLIMITED = 10_000_000;

/** A language Meilisearch has no segmenter of Han characters for: it then splits at spaces only. */
export const LOCALE = 'eng';

export const BLOCKS_SETTINGS = {
  searchableAttributes: ['terms', 'characters', 'words'],
  filterableAttributes: ['city', 'kind', 'province', 'report', 'section', 'year'],
  sortableAttributes: ['number', 'report', 'year'],
  rankingRules: [
    'sort',
    'words',
    'body:desc',
    'proximity',
    'attribute',
    'exactness',
    'year:desc',
    'report:asc',
    'number:asc',
  ],
  localizedAttributes: [{ attributePatterns: ['*'], locales: [LOCALE] }],
  nonSeparatorTokens: ['%', '.'],
  typoTolerance: { enabled: false },
  prefixSearch: 'disabled',
  facetSearch: false,
  faceting: { maxValuesPerFacet: UNLIMITED },
  pagination: { maxTotalHits: UNLIMITED },
  searchCutoffMs: SEARCH_CUTOFF_MS,
  // Meilisearch's defaults, said so that others are noticed.
  dictionary: [],
  displayedAttributes: ['*'],
  distinctAttribute: null,
  proximityPrecision: 'byWord',
  separatorTokens: [],
  stopWords: [],
  synonyms: {},
} as const satisfies Settings;

export const REPORTS_SETTINGS = {
  searchableAttributes: ['summary.title'],
  filterableAttributes: ['stored'],
  pagination: { maxTotalHits: UNLIMITED },
} as const satisfies Settings;
