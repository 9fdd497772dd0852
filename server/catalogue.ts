import type { SearchEngine } from '../engine/engine.ts';
import { placeAndYearOf } from '../report/ids.ts';
import { placeByAdcode } from '../report/places.ts';
import { provinceCode } from '../report/summary.ts';
import type { ReportSummary } from '../report/types.ts';
import { normalise } from '../text/normalise.ts';

/** What the collection holds, as far as the reports' own data tells: for names, labels and tables. */
export class Catalogue {
  /** Newest first. */
  readonly reports: readonly ReportSummary[];
  /** Newest first. */
  readonly years: readonly number[];
  readonly #cityNames: ReadonlyMap<string, string>;
  readonly #provinceNames: ReadonlyMap<string, string>;

  constructor(reports: readonly ReportSummary[]) {
    this.reports = reports;
    this.years = [...new Set(reports.map((report) => report.year))].sort((a, b) => b - a);
    this.#cityNames = new Map(reports.map((report) => [report.adcode, report.city]));
    this.#provinceNames = new Map(
      reports.flatMap(({ adcode, province }) => {
        const code = provinceCode(adcode);
        return code && province ? [[code, province]] : [];
      }),
    );
  }

  /** The catalogue of an engine's reports, made anew only when those have changed. */
  static async of(engine: SearchEngine): Promise<Catalogue> {
    const reports = await engine.reports();
    const known = CATALOGUES.get(reports) ?? new Catalogue(reports);
    CATALOGUES.set(reports, known);
    return known;
  }

  /** The adcodes of the places that have reports. */
  get cities(): readonly string[] {
    return [...this.#cityNames.keys()];
  }

  /** The adcodes of the provinces that have reports, of their own or of a place in them. */
  get provinces(): readonly string[] {
    return [...this.#provinceNames.keys()];
  }

  /** The name of a place that has a report; an unknown adcode is its own name. */
  cityName(adcode: string): string {
    return this.#cityNames.get(adcode) ?? adcode;
  }

  provinceName(adcode: string): string {
    return this.#provinceNames.get(adcode) ?? adcode;
  }

  /** The adcodes of the places of that adcode or name, official or short; what is neither stands for itself. */
  cityCodes(adcodeOrName: string): readonly string[] {
    return codesOf(this.#cityNames, adcodeOrName);
  }

  provinceCodes(adcodeOrName: string): readonly string[] {
    return codesOf(this.#provinceNames, adcodeOrName);
  }

  /** The other reports of the place and year that a report's id names, whether that report is there or not. */
  kin(reportId: string): readonly ReportSummary[] {
    const start = placeAndYearOf(reportId);
    if (start === null) return [];
    return this.reports.filter(({ id }) => id !== reportId && id.startsWith(start));
  }

  summary(reportId: string): ReportSummary | undefined {
    return this.reports.find((report) => report.id === reportId);
  }
}

const CATALOGUES = new WeakMap<readonly ReportSummary[], Catalogue>();

function codesOf(names: ReadonlyMap<string, string>, codeOrName: string): readonly string[] {
  const wanted = normalise(codeOrName);
  if (names.has(wanted)) return [wanted];
  const codes = [...names]
    .filter(([code, name]) => name === wanted || placeByAdcode(code)?.shortName === wanted)
    .map(([code]) => code);
  return codes.length > 0 ? codes : [wanted];
}
