import type { Filters, Hit } from '../../engine/engine.ts';
import { match } from '../../text/match.ts';
import { type Query, soughtTerms } from '../../text/query.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Search } from '../search.ts';
import type { Suggestion } from '../suggestions/offers.ts';
import { blockUrl, readingOf } from './addresses.ts';
import { facetValues } from './facets.ts';

/** The answer of `/api/search`. */
export function searchJson(search: Search, catalogue: Catalogue, suggestions: readonly Suggestion[]) {
  const { state, asked, mode, expansions, notes, result, related, tookMs } = search;
  return {
    total: result.total,
    exact: result.exact,
    reports: result.hitsByReport.size,
    page: state.page,
    per: state.per,
    tookMs,
    query: {
      terms: soughtTerms(mode === 'exact' ? asked : search.query).map((term) => term.text),
      mode,
      requestedMode: state.mode,
      filters: filtersJson(search.filters),
      excluded: excludedParts(asked),
      notes,
      expansions,
      suggestions: suggestions.map(suggestionJson),
    },
    hits: result.hits.map((hit) => hitJson(hit, search)),
    related: related.map(({ mode, query, hits, total }) => ({
      mode,
      total,
      terms: soughtTerms(query).map((term) => term.text),
      hits: hits.map((hit) => hitJson(hit, { ...search, query, mode })),
    })),
    facets: facetValues(result.facets, state, catalogue),
  };
}

function suggestionJson({ kind, label, count, state }: Suggestion) {
  return { kind, label, count, url: state.url() };
}

/** Filters as addresses write them. */
function filtersJson(filters: Filters) {
  const years = filters.year.map(({ from, to }) => (from === to ? String(from) : `${from}..${to}`));
  return { ...filters, year: years };
}

/** What was excluded, as it was typed but for the minus. */
function excludedParts({ clauses, filters, text }: Query): string[] {
  return [...clauses, ...filters]
    .filter(({ excluded }) => excluded)
    .map(({ typed: [start, end] }) => text.slice(start + 1, end));
}

function hitJson({ report, block, more }: Hit, search: Search) {
  const { query, state } = search;
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
    highlights: match(block, query) ?? [],
    url: blockUrl(report.id, block.id, readingOf(search)),
    ...(state.group === 'report' ? { more } : {}),
  };
}
