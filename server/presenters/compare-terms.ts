import { LEAST_OCCURRENCES } from '../comparing/candidates.ts';
import type { Comparison } from '../comparing/compare.ts';
import type { KeyTerm } from '../comparing/keyness.ts';
import { LEAST_LIKELIHOOD } from '../comparing/term-changes.ts';
import { per10k, termUrl } from './compare-json.ts';
import { formatCount } from './page.ts';

/** How often a term is in one of the reports. */
interface TermSide {
  readonly count: string;
  /** Its paragraphs; empty where there are none. */
  readonly href: string;
  readonly density: string;
}

interface TermRow {
  readonly term: string;
  readonly sides: readonly TermSide[];
  readonly likelihood: string;
}

interface TermGroup {
  readonly id: string;
  readonly heading: string;
  readonly about: string;
  /** The names of the reports that have columns. */
  readonly names: readonly string[];
  readonly rows: readonly TermRow[];
  readonly more: readonly TermRow[];
}

/** The terms in which two reports differ. */
export interface TermsView {
  readonly least: string;
  readonly occurrences: number;
  readonly withoutNames: boolean;
  readonly groups: readonly TermGroup[];
}

/** Terms that are shown, and that are listed at most. */
const SHOWN = 30;
const MOST = 100;

/** Presents the terms in which two reports differ, the surest first. */
export function termsView(comparison: Comparison, names: readonly [a: string, b: string]): TermsView {
  const { a, b, changes } = comparison;
  const [nameA, nameB] = names;
  const isOnePlace = a.adcode === b.adcode;
  const heading = (ofOnePlace: string, ofTwo: string) => (isOnePlace ? ofOnePlace : ofTwo);
  return {
    least: String(LEAST_LIKELIHOOD),
    occurrences: LEAST_OCCURRENCES,
    withoutNames: !isOnePlace,
    groups: [
      group('appeared', heading('新出现', `${nameB}独有`), `${nameA}没有，${nameB}有`, [1]),
      group('gone', heading('不再提', `${nameA}独有`), `${nameA}有，${nameB}没有`, [0]),
      group('risen', heading('增多', `${nameB}更多`), `按篇幅算，${nameB}比${nameA}多`, [0, 1]),
      group('fallen', heading('减少', `${nameA}更多`), `按篇幅算，${nameB}比${nameA}少`, [0, 1]),
    ],
  };

  function group(
    id: keyof typeof changes,
    heading: string,
    about: string,
    sides: readonly (0 | 1)[],
  ): TermGroup {
    const terms = changes[id].filter(({ logLikelihood }) => logLikelihood >= LEAST_LIKELIHOOD);
    const others = changes[id].length - terms.length;
    const rows = terms.slice(0, MOST).map((term) => termRow(term, comparison, sides));
    return {
      id,
      heading,
      about: `${about}：${terms.length === 0 ? '没有这样的词' : `${formatCount(terms.length)} 个词`}${terms.length > MOST ? `，列出前 ${MOST} 个` : ''}${others > 0 ? `；另有 ${formatCount(others)} 个 G² 不到 ${LEAST_LIKELIHOOD}，不列` : ''}`,
      names: sides.map((side) => names[side]),
      rows: rows.slice(0, SHOWN),
      more: rows.slice(SHOWN),
    };
  }
}

function termRow(term: KeyTerm, comparison: Comparison, sides: readonly (0 | 1)[]): TermRow {
  const counts = [term.before, term.after] as const;
  const ids = [comparison.a.id, comparison.b.id] as const;
  return {
    term: term.term,
    sides: sides.map((side) => ({
      count: formatCount(counts[side]),
      href: counts[side] > 0 ? termUrl(term.term, ids[side]) : '',
      density: per10k(counts[side], comparison.characters[side]).toFixed(2),
    })),
    likelihood: term.logLikelihood.toFixed(1),
  };
}
