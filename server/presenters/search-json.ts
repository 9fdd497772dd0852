import type { Hit } from '../../engine/engine.ts';
import { match } from '../../text/match.ts';
import { isEmpty } from '../../text/query.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Search } from '../search.ts';
import { blockUrl } from './addresses.ts';
import { facetValues } from './facets.ts';

/** The answer of `/api/search`. */
export function searchJson(search: Search, catalogue: Catalogue) {
  const { state, query, result, tookMs } = search;
  return {
    total: result.total,
    exact: result.exact,
    reports: result.reports,
    page: state.page,
    per: state.per,
    tookMs,
    query: {
      terms: query.terms.map((term) => term.text),
      mode: isEmpty(query) ? 'all' : 'exact',
      requestedMode: 'exact',
      filters: state.filters,
      excluded: [],
      notes: [],
      expansions: [],
      suggestions: [],
    },
    hits: result.hits.map((hit) => hitJson(hit, search)),
    facets: facetValues(result.facets, state, catalogue),
  };
}

function hitJson({ report, block }: Hit, { query, state }: Search) {
  return {
    id: block.id,
    report: {
      id: report.id,
      title: report.title,
      city: report.city,
      province: report.province,
      year: report.year,
      kind: report.kind,
      date: report.date,
    },
    number: block.number,
    type: block.type,
    section: block.section,
    headings: block.headings,
    text: block.text,
    highlights: match(block.text, query) ?? [],
    url: blockUrl(report.id, block.id, state.q),
  };
}
