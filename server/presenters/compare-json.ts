import type { ReportSummary } from '../../report/types.ts';
import type { SectionPart } from '../comparing/aligned-sections.ts';
import type { Comparison } from '../comparing/compare.ts';
import type { Changes, KeyTerm } from '../comparing/keyness.ts';
import type { Passage, TargetsAndResults } from '../comparing/targets.ts';
import { anyOf } from '../comparing/term-changes.ts';
import { SearchState } from '../search-state.ts';
import { blockUrl } from './addresses.ts';
import { reportSummaryJson } from './report-json.ts';

/** The answer of `/api/compare`. */
export function compareJson(comparison: Comparison) {
  const { a, b, changes, sections, targets } = comparison;
  return {
    a: reportSummaryJson(a),
    b: reportSummaryJson(b),
    characters: { a: comparison.characters[0], b: comparison.characters[1] },
    terms: termsJson(changes, comparison),
    sections: sections.map(({ section, label, ...parts }) => ({
      section,
      label,
      a: partJson(parts.a, a),
      b: partJson(parts.b, b),
    })),
    targets: targets && targetsJson(targets),
  };
}

function termsJson({ appeared, gone, risen, fallen }: Changes, comparison: Comparison) {
  const json = (terms: readonly KeyTerm[]) => terms.map((term) => termJson(term, comparison));
  return { appeared: json(appeared), gone: json(gone), risen: json(risen), fallen: json(fallen) };
}

function termJson({ term, before, after, logLikelihood }: KeyTerm, { a, b, characters }: Comparison) {
  return {
    term,
    a: before,
    b: after,
    per10kA: per10k(before, characters[0]),
    per10kB: per10k(after, characters[1]),
    logLikelihood,
    urlA: termUrl(term, a.id),
    urlB: termUrl(term, b.id),
  };
}

/** How often in ten thousand characters; 0 of an empty text. */
export function per10k(occurrences: number, characters: number): number {
  return characters === 0 ? 0 : (occurrences / characters) * 10_000;
}

/** The paragraphs of a report that have a term. */
export function termUrl(term: string, reportId: string): string {
  return termsUrl([term], reportId);
}

/** The paragraphs of a report that have one of some terms. */
export function termsUrl(terms: readonly string[], reportId: string): string {
  return new SearchState({ q: anyOf(terms) }).withFilter('report', [reportId]).url();
}

function partJson({ blocks, characters, headings }: SectionPart, { id }: ReportSummary) {
  return {
    blocks: blocks.length,
    characters,
    headings: headings.map(({ level, text, block }) => ({ level, text, url: blockUrl(id, block.id) })),
  };
}

function targetsJson({ earlier, later, shared, unshared, unread }: TargetsAndResults) {
  const passage = (reportId: string) => (found: Passage) => ({
    id: found.block.id,
    number: found.block.number,
    text: found.block.text.slice(...found.within),
    url: blockUrl(reportId, found.block.id),
  });
  return {
    targetsOf: earlier.id,
    resultsOf: later.id,
    shared: shared.map(({ name, targets, results, resultNames }) => ({
      indicator: name,
      resultNames,
      targets: targets.map(passage(earlier.id)),
      results: results.map(passage(later.id)),
    })),
    unshared: unshared.map(({ name, targets }) => ({
      indicator: name,
      targets: targets.map(passage(earlier.id)),
    })),
    unread: unread.map(passage(earlier.id)),
  };
}
