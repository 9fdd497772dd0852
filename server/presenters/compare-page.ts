import type { ReportSummary } from '../../report/types.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Comparison } from '../comparing/compare.ts';
import { reportUrl } from './addresses.ts';
import { type CompareChoice, compareChoice, compareUrl, reportName } from './compare-choice.ts';
import { type SectionView, sectionViews } from './compare-sections.ts';
import { type MissingView, missingView, type TargetsView, targetsView } from './compare-targets.ts';
import { type TermsView, termsView } from './compare-terms.ts';
import { formatCount, type Page, pageTitle } from './page.ts';

interface SideView {
  readonly name: string;
  readonly title: string;
  readonly href: string;
  readonly extent: string;
}

interface ComparePage extends Page {
  /** What went wrong with the choice; empty where nothing did. */
  readonly message: string;
  readonly choice: CompareChoice;
  /** Whether the ready-made pairs are open: nothing else is there to see. */
  readonly choosing: boolean;
  readonly comparison: {
    readonly sides: readonly SideView[];
    /** The same the other way round; empty where the order is that of the years. */
    readonly swapped: string;
    readonly targets: TargetsView | null;
    readonly missing: readonly MissingView[];
    readonly terms: TermsView;
    readonly sections: readonly SectionView[];
    readonly forPrograms: string;
  } | null;
}

/**
 * Presents two reports side by side, or the choice of two.
 * @param chosen ids of the address; empty where there is none.
 */
export function comparePage(
  catalogue: Catalogue,
  chosen: { readonly a: string; readonly b: string },
  comparison: Comparison | null,
): ComparePage {
  const title = comparison ? `${reportName(comparison.a)}与${reportName(comparison.b)}` : '';
  return {
    title: title === '' ? pageTitle('两份报告对照') : pageTitle(title, '对照'),
    styles: ['compare'],
    canonical: comparison ? compareUrl(chosen.a, chosen.b) : '/compare',
    ...(comparison || chosen.a + chosen.b !== '' ? { robots: 'noindex, nofollow' } : {}),
    message: messageOf(catalogue, chosen),
    choice: compareChoice(catalogue, chosen),
    choosing: comparison === null,
    comparison: comparison && {
      sides: [
        sideView(comparison.a, comparison.characters[0]),
        sideView(comparison.b, comparison.characters[1]),
      ],
      swapped: comparison.a.adcode === comparison.b.adcode ? '' : compareUrl(chosen.b, chosen.a),
      targets: comparison.targets && targetsView(comparison.targets),
      missing: comparison.missing.map(missingView),
      terms: termsView(comparison, sideNames(comparison)),
      sections: sectionViews(comparison, sideNames(comparison)),
      forPrograms: `/api${compareUrl(chosen.a, chosen.b)}`,
    },
  };
}

function messageOf(catalogue: Catalogue, { a, b }: { readonly a: string; readonly b: string }): string {
  const unknown = [a, b].find((id) => id !== '' && !catalogue.summary(id));
  if (unknown !== undefined) return `没有编号为 ${unknown} 的报告，请从列表里另选。`;
  if (a !== '' && a === b) return '两边选了同一份报告，没有什么可以对照，请另选一份。';
  return a === '' && b === '' ? '' : a === '' || b === '' ? '请再选一份报告。' : '';
}

function sideView(report: ReportSummary, characters: number): SideView {
  return {
    name: reportName(report),
    title: report.title,
    href: reportUrl(report.id),
    extent: `${formatCount(characters)} 字，${formatCount(report.blocks)} 段`,
  };
}

/** What tells two reports apart, in few words: their years, their places, or their kinds. */
function sideNames({ a, b }: Comparison): readonly [a: string, b: string] {
  if (a.adcode !== b.adcode) {
    return a.year === b.year ? [a.city, b.city] : [`${a.year}年${a.city}`, `${b.year}年${b.city}`];
  }
  if (a.year !== b.year) return [`${a.year}年`, `${b.year}年`];
  return a.kind === b.kind ? ['前一份', '后一份'] : [a.kind, b.kind];
}
