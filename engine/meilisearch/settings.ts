import type { Settings } from 'meilisearch';

/** The pair of indexes a collection is kept in. */
export interface IndexNames {
  readonly blocks: string;
  /** One document a report, a few with the vocabulary, and {@link STATE_ID}: what it all was made from. */
  readonly reports: string;
}

/** The live pair, which the site reads, and the one the next collection is prepared in. */
export function indexNames(prefix: string): { readonly live: IndexNames; readonly next: IndexNames } {
  return {
    live: { blocks: `${prefix}blocks`, reports: `${prefix}reports` },
    next: { blocks: `${prefix}blocks_next`, reports: `${prefix}reports_next` },
  };
}

export const STATE_ID = 'corpus-state';

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

/** The names of the settings that differ from what they should be. */
export function differences(wanted: object, found: object): string[] {
  return Object.entries(wanted)
    .filter(([name, value]) => !includes((found as Record<string, unknown>)[name], value))
    .map(([name]) => name);
}

/** Whether `found` has all that `wanted` asks for; Meilisearch adds defaults, and orders some lists anew. */
function includes(found: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(found) &&
      found.length === wanted.length &&
      wanted.every((item, i) => includes(found[i], item))
    );
  }
  if (typeof wanted === 'object' && wanted !== null) {
    if (typeof found !== 'object' || found === null) return false;
    if (Object.keys(wanted).length === 0) return Object.keys(found).length === 0;
    return differences(wanted, found).length === 0;
  }
  return found === wanted;
}
