import { createHash } from 'node:crypto';
import type { Client } from '@opensearch-project/opensearch';
import { SECTIONS } from '../../report/sections.ts';
import { isEmpty } from '../../text/query.ts';
import { FACETS, type Facet, type Hit, type SearchRequest, type SearchResult, type Sort } from '../engine.ts';
import { facetCounts, firstOfEachReport, NOTHING_FOUND, reranked, toHit, windowOf } from '../hits.ts';
import type { LiveCollection } from '../server-engine.ts';
import type { StoredHit } from '../stored-documents.ts';
import { ask, type Found, pagesOf, type Search } from './ask.ts';
import { type LookedUp, withinClauseLimit } from './clause-limit.ts';
import { type Conditions, conditionsBut, facetConditions, reportCondition } from './filters.ts';
import type { Dsl } from './query.ts';
import { MOST_LOOKED_UP, RESULT_WINDOW } from './settings.ts';

/** The collection, and where OpenSearch has it. */
interface SearchedCollection extends LiveCollection {
  readonly client: Client;
  readonly index: string;
}

const REPORT_AND_NUMBER = [{ report: 'asc' }, { number: 'asc' }] as const;

const SORTS: Readonly<Record<Sort, readonly Dsl[]>> = {
  relevance: [{ _score: 'desc' }, { year: 'desc' }, ...REPORT_AND_NUMBER],
  newest: [{ year: 'desc' }, ...REPORT_AND_NUMBER],
  oldest: [{ year: 'asc' }, ...REPORT_AND_NUMBER],
  report: REPORT_AND_NUMBER,
};

/** OpenSearch refuses answers with more than 65,535 counts. */
const MOST_COUNTS = 30_000;

/** Searches: the hits, the total and all counts come in one request; parts of a very large query are looked up before. */
export async function search(collection: SearchedCollection, request: SearchRequest): Promise<SearchResult> {
  const { query, sort, onePerReport = false, offset, limit } = request;
  if (query.clauses.length === 0 && !isEmpty(query)) return NOTHING_FOUND;
  const fitted = await withinClauseLimit(query, (part) => lookUp(collection, part, request));
  const conditions = facetConditions(request.filters);
  const plain = plainSearch(fitted.query, conditions, request);
  const window = windowOf(request);
  const isDeep = window.to > RESULT_WINDOW;
  const page = isDeep ? { size: 0 } : { from: window.from, size: window.to - window.from };
  const isRegrouped = onePerReport && sort === 'relevance' && window.from === 0 && !isDeep;
  const collapse = onePerReport ? { collapse: { field: 'report' } } : {};
  const [main, ...others] = await ask<StoredHit>(
    collection.client,
    collection.index,
    [
      {
        ...plain,
        ...page,
        ...(isRegrouped ? {} : collapse),
        track_total_hits: true,
        aggs: countsOf(conditions, collection),
      },
      ...(isRegrouped ? [{ ...plain, ...page, ...collapse }] : []),
      ...moreReportCounts(plain, conditions, collection),
    ],
    preferenceOf(request),
  );
  const grouped = isRegrouped ? others.shift() : undefined;
  const hitsByReport = valuesOf([main, ...others], 'report');
  const hitsOf = (found: Found<StoredHit> | undefined) =>
    (found?.hits.hits ?? []).map(({ _source }) =>
      toHit(_source, collection, onePerReport ? hitsByReport : undefined),
    );
  const listed = isDeep
    ? await deepHits(collection, plain, request, hitsByReport)
    : inFinalOrder(hitsOf(main), hitsOf(grouped), request, hitsByReport).slice(offset - window.from);
  return {
    hits: listed.slice(0, limit),
    total: main?.hits.total?.value ?? 0,
    exact: fitted.isExact,
    hitsByReport,
    facets: facetCounts((facet) => valuesOf([main], facet)),
  };
}

/** The same for all pages of a search, so that they come from the same copies. */
function preferenceOf({ query }: SearchRequest): string {
  return createHash('sha256').update(query.text).digest('hex');
}

/** What a part of a query finds in the reports that are asked for; of very much only some. */
async function lookUp(
  { client, index }: SearchedCollection,
  part: Dsl,
  { filters }: SearchRequest,
): Promise<LookedUp> {
  const query = { bool: { filter: [part, ...reportCondition(filters)] } };
  const asked = { query, size: MOST_LOOKED_UP, sort: ['_doc'], _source: false, track_total_hits: true };
  const [found] = await ask(client, index, [asked]);
  const ids = (found?.hits.hits ?? []).map(({ _id }) => _id);
  return { ids, isAll: ids.length === found?.hits.total?.value };
}

/** A search for hits, without counts. */
function plainSearch(query: Dsl, conditions: Conditions, { filters, sort }: SearchRequest): Search {
  return {
    query: { bool: { must: [query], filter: reportCondition(filters) } },
    // Apart from the query, so that each facet can be counted without its own.
    post_filter: { bool: { filter: [...conditions.values()] } },
    sort: SORTS[sort],
    _source: ['report', 'block'],
  };
}

/** The counts of all facets, each without its own filter, and of reports, or the first part of them. */
function countsOf(conditions: Conditions, collection: LiveCollection): Dsl {
  // A facet has at most as many values as there are reports, or sections.
  const size = Math.max(SECTIONS.length, collection.reports.length);
  const values = (facet: Facet) => ({
    filter: { bool: { filter: conditionsBut(conditions, facet) } },
    aggs: { values: { terms: { field: facet, size } } },
  });
  return {
    ...Object.fromEntries(FACETS.map((facet) => [facet, values(facet)])),
    report: reportCounts(conditions, collection, 0),
  };
}

/** The other parts of the counts of reports, where there are too many for one answer. */
function moreReportCounts({ query }: Search, conditions: Conditions, collection: LiveCollection): Search[] {
  return Array.from({ length: partsOf(collection) - 1 }, (_, i) => ({
    query,
    size: 0,
    aggs: { report: reportCounts(conditions, collection, i + 1) },
  }));
}

function reportCounts(conditions: Conditions, collection: LiveCollection, part: number): Dsl {
  const parts = partsOf(collection);
  return {
    filter: { bool: { filter: [...conditions.values()] } },
    aggs: {
      values: {
        terms: {
          field: 'report',
          size: Math.max(1, collection.reports.length),
          ...(parts > 1 && { include: { partition: part, num_partitions: parts } }),
        },
      },
    },
  };
}

function partsOf({ reports }: LiveCollection): number {
  return Math.max(1, Math.ceil(reports.length / MOST_COUNTS));
}

function valuesOf(found: readonly (Found<unknown> | undefined)[], name: string): Map<string, number> {
  const buckets = found.flatMap((one) => one?.aggregations?.[name]?.values.buckets ?? []);
  return new Map(buckets.map(({ key, doc_count }) => [String(key), doc_count]));
}

/** Puts the best hits in our own order; where only one of each report is asked for, those reports first. */
function inFinalOrder(
  hits: readonly Hit[],
  grouped: readonly Hit[],
  request: SearchRequest,
  hitsByReport: ReadonlyMap<string, number>,
): Hit[] {
  const ordered = reranked(hits, request);
  return request.onePerReport ? firstOfEachReport([...ordered, ...grouped], hitsByReport) : ordered;
}

/** A page beyond what OpenSearch finds by place: all hits before it are walked over. */
async function deepHits(
  collection: SearchedCollection,
  plain: Search,
  request: SearchRequest,
  hitsByReport: ReadonlyMap<string, number>,
): Promise<Hit[]> {
  const { offset, limit, onePerReport = false } = request;
  const isNeeded = (from: number) => onePerReport || from + RESULT_WINDOW > offset;
  let listed: Hit[] = [];
  let skipped = 0;
  const { client, index } = collection;
  for await (const page of pagesOf<StoredHit>(client, index, plain, isNeeded, preferenceOf(request))) {
    if (isNeeded(skipped + listed.length)) {
      listed.push(...page.map(({ _source }) => toHit(_source, collection)));
      if (onePerReport) listed = firstOfEachReport(listed, hitsByReport);
    } else skipped += page.length;
    if (skipped + listed.length >= offset + limit) break;
  }
  return listed.slice(offset - skipped);
}
