import { provinceCode } from '../report/summary.ts';
import type { ReportSummary } from '../report/types.ts';
import { FACETS, type Facet, type FacetCounts, type Filters } from './engine.ts';

/**
 * Counts hits and facets in one pass over the blocks that match a query.
 *
 * A block counts for a facet when every filter but that facet's own admits it. So for each block it is
 * enough to know which filters refuse it: none, and it is a hit that counts everywhere; exactly one, and
 * it counts for that one facet; more, and it counts nowhere.
 */
export class Tally {
  readonly #reports: readonly ReportSummary[];
  /** For each report, the bits of the filters that refuse it. */
  readonly #refusedBy: Uint8Array;
  readonly #sections: ReadonlySet<string>;
  /** For each facet but section, the blocks that count for it, by report. */
  readonly #byReport: Readonly<Record<Facet, Uint32Array>>;
  readonly #bySection = new Map<string, number>();
  readonly #hits: Uint32Array;
  #total = 0;

  /** @param reports all reports; blocks name theirs by its place in this list. */
  constructor(reports: readonly ReportSummary[], filters: Filters) {
    this.#reports = reports;
    this.#refusedBy = Uint8Array.from(reports, (report) => refusals(report, filters));
    this.#sections = new Set(filters.section);
    const counters = () => new Uint32Array(reports.length);
    this.#byReport = {
      city: counters(),
      province: counters(),
      year: counters(),
      section: counters(),
      kind: counters(),
    };
    this.#hits = counters();
  }

  /**
   * Counts a block that matches the query.
   * @returns whether the filters admit it, which makes it a hit.
   */
  add(report: number, section: string): boolean {
    const refused = this.#refusals(report, section);
    for (const facet of FACETS) {
      if ((refused & ~BITS[facet]) !== 0) continue;
      if (facet === 'section') this.#bySection.set(section, (this.#bySection.get(section) ?? 0) + 1);
      else increment(this.#byReport[facet], report);
    }
    if (refused !== 0) return false;
    increment(this.#hits, report);
    this.#total += 1;
    return true;
  }

  /** Whether a block would count anywhere if it matched the query: at most one facet's filter refuses it. */
  wouldCount(report: number, section: string): boolean {
    const refused = this.#refusals(report, section);
    return FACETS.some((facet) => (refused & ~BITS[facet]) === 0);
  }

  /** The bits of the filters that refuse a block. */
  #refusals(report: number, section: string): number {
    const sectionRefuses = this.#sections.size > 0 && !this.#sections.has(section);
    return (this.#refusedBy[report] ?? 0) | (sectionRefuses ? BITS.section : 0);
  }

  get total(): number {
    return this.#total;
  }

  /** How many hits each report has that has any, by its id. */
  get hitsByReport(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    this.#hits.forEach((hits, i) => {
      if (hits > 0) counts.set((this.#reports[i] as ReportSummary).id, hits);
    });
    return counts;
  }

  /** How many hits a report has, by its place in the list. */
  hitsOf(report: number): number {
    return this.#hits[report] ?? 0;
  }

  get facets(): FacetCounts {
    return {
      city: this.#sum('city'),
      province: this.#sum('province'),
      year: this.#sum('year'),
      section: this.#bySection,
      kind: this.#sum('kind'),
    };
  }

  #sum(facet: Facet): Map<string, number> {
    const counts = new Map<string, number>();
    this.#byReport[facet].forEach((count, i) => {
      const value = facetValue(this.#reports[i] as ReportSummary, facet);
      if (count > 0 && value !== null) counts.set(value, (counts.get(value) ?? 0) + count);
    });
    return counts;
  }
}

const BITS: Readonly<Record<Facet | 'report', number>> = {
  city: 1,
  province: 2,
  year: 4,
  section: 8,
  kind: 16,
  report: 32,
};

/** The value all of a report's blocks have in a facet; null where the report is not in it. */
export function facetValue(report: ReportSummary, facet: Facet): string | null {
  switch (facet) {
    case 'city':
      return report.adcode;
    case 'province':
      return provinceCode(report.adcode);
    case 'year':
      return String(report.year);
    case 'kind':
      return report.kind;
    case 'section':
      return null;
  }
}

/** Whether the filters admit blocks of a report, as far as its section doesn't matter. */
export function admitsReport(report: ReportSummary, filters: Filters): boolean {
  return refusals(report, filters) === 0;
}

/** The bits of the filters that refuse every block of a report. */
function refusals(report: ReportSummary, filters: Filters): number {
  const bits = (name: 'city' | 'province' | 'kind' | 'report', value: string | null) =>
    filters[name].length === 0 || (value !== null && filters[name].includes(value)) ? 0 : BITS[name];
  const inYears =
    filters.year.length === 0 ||
    filters.year.some(({ from, to }) => from <= report.year && report.year <= to);
  return (
    bits('city', report.adcode) |
    bits('province', provinceCode(report.adcode)) |
    bits('kind', report.kind) |
    bits('report', report.id) |
    (inYears ? 0 : BITS.year)
  );
}

function increment(counters: Uint32Array, i: number): void {
  counters[i] = (counters[i] ?? 0) + 1;
}
