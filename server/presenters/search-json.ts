import type { Hit } from '../../engine/engine.ts';
import type { Block, ReportSummary } from '../../report/types.ts';
import { match, type TextRange } from '../../text/match.ts';
import { type Query, soughtTerms } from '../../text/query.ts';
import type { Catalogue } from '../catalogue.ts';
import { filterValues } from '../exports/provenance.ts';
import type { Search } from '../search.ts';
import type { Suggestion } from '../suggestions/offers.ts';
import { blockUrl, type Reading, readingOf } from './addresses.ts';
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
      filters: filterValues(search.filters),
      excluded: excludedParts(asked),
      notes,
      expansions,
      suggestions: suggestions.map(suggestionJson),
    },
    hits: result.hits.map((hit) => pageHit(hit, search)),
    related: related.map(({ mode, query, hits, total }) => ({
      mode,
      total,
      terms: soughtTerms(query).map((term) => term.text),
      hits: hits.map((hit) => pageHit(hit, { ...search, query, mode })),
    })),
    facets: facetValues(result.facets, state, catalogue),
  };
}

function suggestionJson({ kind, label, count, state }: Suggestion) {
  return { kind, label, count, url: state.url() };
}

/** What was excluded, as it was typed but for the minus. */
function excludedParts({ clauses, filters, text }: Query): string[] {
  return [...clauses, ...filters]
    .filter(({ excluded }) => excluded)
    .map(({ typed: [start, end] }) => text.slice(start + 1, end));
}

function pageHit({ report, block, more }: Hit, search: Search) {
  return {
    ...hitJson(report, block, match(block, search.query) ?? [], readingOf(search)),
    ...(search.state.group === 'report' ? { more } : {}),
  };
}

/**
 * A hit as programs are given it.
 * @param highlights where it matches, sorted and merged.
 */
export function hitJson(
  report: ReportSummary,
  block: Block,
  highlights: readonly TextRange[],
  reading: Reading,
) {
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
    highlights,
    url: blockUrl(report.id, block.id, reading),
  };
}
