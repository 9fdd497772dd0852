import type { ReportSummary } from '../../report/types.ts';
import type { Catalogue } from '../catalogue.ts';
import { neighbouringPlaces, neighbouringYears, type Pair } from '../comparing/pairs.ts';
import { groupBy } from '../group-by.ts';

interface ChoiceOption {
  readonly value: string;
  readonly label: string;
  readonly selected: boolean;
}

/** A list of all reports, by place. */
interface ReportChoice {
  readonly name: 'a' | 'b';
  readonly label: string;
  readonly groups: readonly { readonly label: string; readonly options: readonly ChoiceOption[] }[];
}

interface PairGroup {
  readonly heading: string;
  readonly pairs: readonly { readonly label: string; readonly href: string }[];
  /** Those behind a “more”. */
  readonly more: readonly { readonly label: string; readonly href: string }[];
}

/** What may be compared: two lists, and pairs that make sense. */
export interface CompareChoice {
  readonly lists: readonly ReportChoice[];
  readonly pairs: readonly PairGroup[];
}

/** Pairs that are shown, and that wait behind a “more”. */
const SHOWN_PAIRS = 8;
const MOST_PAIRS = 60;

/** The address of a comparison. */
export function compareUrl(a: string, b: string): string {
  return `/compare?${new URLSearchParams({ a, b })}`;
}

/** A report as lists name it. */
export function reportName({ city, year, kind }: ReportSummary): string {
  return `${city} ${year}年 ${kind}`;
}

/**
 * Presents what may be compared.
 * @param chosen ids of the address; empty where there is none. With one, the pairs are those it is in.
 */
export function compareChoice(
  catalogue: Catalogue,
  chosen: { readonly a: string; readonly b: string },
): CompareChoice {
  const one = [chosen.a, chosen.b].filter((id) => catalogue.summary(id));
  const isWanted = ([a, b]: Pair) => one.length !== 1 || one.includes(a.id) || one.includes(b.id);
  const group = (heading: string, pairs: readonly Pair[]): PairGroup => {
    const wanted = pairs
      .filter(isWanted)
      .slice(0, MOST_PAIRS)
      .map(([a, b]) => ({ label: pairName(a, b), href: compareUrl(a.id, b.id) }));
    return { heading, pairs: wanted.slice(0, SHOWN_PAIRS), more: wanted.slice(SHOWN_PAIRS) };
  };
  return {
    lists: [
      { name: 'a', label: '一份', groups: choices(catalogue, chosen.a) },
      { name: 'b', label: '另一份', groups: choices(catalogue, chosen.b) },
    ],
    pairs: [
      group('同一个地方，前后两年', neighbouringYears(catalogue.reports)),
      group('同一个省，同一年', neighbouringPlaces(catalogue.reports)),
    ].filter(({ pairs }) => pairs.length > 0),
  };
}

function pairName(a: ReportSummary, b: ReportSummary): string {
  if (a.adcode === b.adcode) return `${a.city} ${a.year}年、${b.year}年 ${a.kind}`;
  return `${a.year}年 ${a.city}、${b.city} ${a.kind}`;
}

function choices(catalogue: Catalogue, chosen: string): ReportChoice['groups'] {
  const places = groupBy(catalogue.reports, ({ adcode }) => adcode);
  return [...places.keys()].sort().map((adcode) => ({
    label: catalogue.cityName(adcode),
    options: (places.get(adcode) ?? []).map((report) => ({
      value: report.id,
      label: reportName(report),
      selected: report.id === chosen,
    })),
  }));
}
