import { sectionLabel } from '../../report/sections.ts';
import { type Fragment, fragments } from '../../text/highlight.ts';
import type { SectionPart } from '../comparing/aligned-sections.ts';
import type { MissingSection, Passage, TargetsAndResults } from '../comparing/targets.ts';
import { blockUrl, reportUrl } from './addresses.ts';
import { termsUrl } from './compare-json.ts';

interface PassageView {
  readonly fragments: readonly Fragment[];
  readonly number: number;
  readonly href: string;
}

interface IndicatorView {
  readonly name: string;
  readonly targets: readonly PassageView[];
  readonly results: readonly PassageView[];
  /** How the results name it; empty where they do so with the same words. */
  readonly resultNames: string;
  /** How many more sentences name it; 0 where all are shown. */
  readonly more: number;
  readonly all: string;
}

/** One year's targets beside the next year's results. */
export interface TargetsView {
  readonly targetsYear: number;
  readonly resultsYear: number;
  readonly indicators: readonly IndicatorView[];
  /** Those that the results don't name. */
  readonly unshared: readonly { readonly name: string; readonly targets: readonly PassageView[] }[];
  /** Targets of which the indicator's name can't be told. */
  readonly unread: readonly PassageView[];
  readonly targets: readonly PassageView[];
  readonly results: readonly PassageView[];
}

/** A section that a report doesn't show. */
export interface MissingView {
  readonly year: number;
  readonly label: string;
  readonly href: string;
}

/** Sentences of the results that are shown of each indicator. */
const SHOWN_RESULTS = 2;

/** Presents one year's targets beside the next year's results. */
export function targetsView(found: TargetsAndResults): TargetsView {
  const { earlier, later, shared, unshared, unread } = found;
  return {
    targetsYear: earlier.year,
    resultsYear: later.year,
    indicators: shared.map(({ name, targets, results, resultNames }) => ({
      name,
      targets: targets.map((passage) => passageView(passage, earlier.id)),
      results: results.slice(0, SHOWN_RESULTS).map((passage) => passageView(passage, later.id)),
      more: Math.max(0, results.length - SHOWN_RESULTS),
      resultNames: resultNames.some((other) => other !== name) ? resultNames.join('、') : '',
      all: termsUrl(resultNames, later.id),
    })),
    unshared: unshared.map(({ name, targets }) => ({
      name,
      targets: targets.map((passage) => passageView(passage, earlier.id)),
    })),
    unread: unread.map((passage) => passageView(passage, earlier.id)),
    targets: wholeText(found.targets, earlier.id),
    results: wholeText(found.results, later.id),
  };
}

/** Says which section a report doesn't show, so that nothing looks like a report without targets. */
export function missingView({ report, section }: MissingSection): MissingView {
  return { year: report.year, label: sectionLabel(section), href: reportUrl(report.id) };
}

function passageView({ block, within, ranges }: Passage, reportId: string): PassageView {
  return {
    fragments: fragments(block.text, ranges, within),
    number: block.number,
    href: blockUrl(reportId, block.id),
  };
}

function wholeText({ blocks }: SectionPart, reportId: string): PassageView[] {
  return blocks.map((block) => passageView({ block, within: [0, block.text.length], ranges: [] }, reportId));
}
