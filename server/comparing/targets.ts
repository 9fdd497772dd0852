import type { Block, Report } from '../../report/types.ts';
import { match, type TextRange } from '../../text/match.ts';
import { parseQuery } from '../../text/query.ts';
import { sentences } from '../../text/sentences.ts';
import { groupBy } from '../group-by.ts';
import { type SectionPart, sectionPart } from './aligned-sections.ts';
import { formsOf } from './indicator-forms.ts';
import { isNamedAt } from './indicator-names.ts';
import { targetsIn } from './indicators.ts';
import { anyOf } from './term-changes.ts';

/** A part of a block that has what was looked for. */
export interface Passage {
  readonly block: Block;
  /** The part, within the block's text. */
  readonly within: TextRange;
  /** What was looked for, within the block's text. */
  readonly ranges: readonly TextRange[];
}

/** An indicator that a target is set for. */
interface TargetAndResult {
  /** As the targets name it, where they do first. */
  readonly name: string;
  /** What is aimed at, together with the names that share its figures. */
  readonly targets: readonly Passage[];
  /** The sentences that name it, none where none does, and not one whose name is longer. */
  readonly results: readonly Passage[];
  /** The names that the results have for it, as they are written there. */
  readonly resultNames: readonly string[];
}

/** What was aimed at in one year, and what is said to have been done in the next. */
export interface TargetsAndResults {
  readonly earlier: Report;
  readonly later: Report;
  /** 预期目标 of the earlier report. */
  readonly targets: SectionPart;
  /** 过去一年工作 of the later one. */
  readonly results: SectionPart;
  /** Aligned by name, in one of the forms of indicator-forms.ts and not further. */
  readonly shared: readonly TargetAndResult[];
  /** Those that the results don't name in any of these forms. */
  readonly unshared: readonly TargetAndResult[];
  /** Targets of which the indicator's name can't be told. */
  readonly unread: readonly Passage[];
}

/** A report that a section couldn't be told in, or that doesn't have it. */
export interface MissingSection {
  readonly report: Report;
  readonly section: 'targets' | 'review';
}

/**
 * Tells why there is nothing to put side by side for two reports of one place and of years that follow each other:
 * which sections their texts don't show.
 * @param reports in any order.
 */
export function missingSections(reports: readonly [Report, Report]): MissingSection[] {
  const [earlier, later] = inOrder(reports) ?? [];
  if (!earlier || !later) return [];
  const wanted: readonly MissingSection[] = [
    { report: earlier, section: 'targets' },
    { report: later, section: 'review' },
  ];
  return wanted.filter(({ report, section }) => sectionPart(report, section).blocks.length === 0);
}

/** Two reports of one place and of years that follow each other, the earlier one first; null for others. */
function inOrder(reports: readonly [Report, Report]): readonly [earlier: Report, later: Report] | null {
  const [earlier, later] = reports[0].year <= reports[1].year ? reports : [reports[1], reports[0]];
  return earlier.adcode === later.adcode && later.year - earlier.year === 1 ? [earlier, later] : null;
}

/**
 * Puts last year's targets beside this year's results, where two reports are of one place and of years that
 * follow each other, and have these sections.
 * @param reports in any order.
 */
export function targetsAndResults(reports: readonly [Report, Report]): TargetsAndResults | null {
  const [earlier, later] = inOrder(reports) ?? [];
  if (!earlier || !later || missingSections(reports).length > 0) return null;
  const targets = sectionPart(earlier, 'targets');
  const review = sectionPart(later, 'review');
  const read = targets.blocks.map((block) => ({ block, ...targetsIn(block) }));
  const passages = read.flatMap(({ block, indicators }) =>
    indicators.map(({ name, named, said }) => ({ name, passage: { block, within: said, ranges: [named] } })),
  );
  const indicators = [...groupBy(passages, ({ name }) => formsOf(name)[0])].map(
    ([, found]): TargetAndResult => {
      const [{ name }] = found as [(typeof found)[number]];
      const results = resultsOf(name, review.blocks);
      return {
        name,
        targets: differing(found.map(({ passage }) => passage)),
        results,
        resultNames: namesIn(results),
      };
    },
  );
  return {
    earlier,
    later,
    targets,
    results: review,
    shared: indicators.filter((indicator) => indicator.results.length > 0),
    unshared: indicators.filter((indicator) => indicator.results.length === 0),
    unread: read.flatMap(({ block, unread }) => unread.map((within) => ({ block, within, ranges: [] }))),
  };
}

/** Passages without those that only repeat an earlier one. */
function differing(passages: readonly Passage[]): Passage[] {
  const texts = passages.map(({ block, within }) => block.text.slice(...within));
  return passages.filter((_, i) => texts.indexOf(texts[i] as string) === i);
}

/** The sentences of some blocks that name an indicator, in any of its forms. */
function resultsOf(name: string, blocks: readonly Block[]): Passage[] {
  const query = parseQuery(anyOf(formsOf(name)));
  return blocks.flatMap((block) => {
    const ranges = (match(block, query) ?? []).filter((range) => isNamedAt(block.text, range));
    return sentences(block.text).flatMap((within): Passage[] => {
      const inside = ranges.filter(([start, end]) => start >= within[0] && end <= within[1]);
      return inside.length > 0 ? [{ block, within, ranges: inside }] : [];
    });
  });
}

/** What passages have of what was looked for, each once. */
function namesIn(passages: readonly Passage[]): string[] {
  return [
    ...new Set(
      passages.flatMap(({ block, ranges }) =>
        ranges.map((range) => block.text.slice(...range).replace(/\s/gu, '')),
      ),
    ),
  ];
}
