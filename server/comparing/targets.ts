import type { Block, Report } from '../../report/types.ts';
import { match, type TextRange } from '../../text/match.ts';
import { parseQuery, type Query } from '../../text/query.ts';
import { sentences } from '../../text/sentences.ts';
import { type SectionPart, sectionPart } from './aligned-sections.ts';
import { indicatorsOf } from './indicators.ts';
import { termQuery } from './term-changes.ts';

/** A part of a block that has what was looked for. */
export interface Passage {
  readonly block: Block;
  /** The part, within the block's text. */
  readonly within: TextRange;
  /** What was looked for, within the block's text. */
  readonly ranges: readonly TextRange[];
}

/** An indicator that both texts name with the same words. */
interface SharedIndicator {
  readonly name: string;
  /** From its name to that of the next indicator, or to the end of the sentence. */
  readonly targets: readonly Passage[];
  /** The sentences that name it. */
  readonly results: readonly Passage[];
}

/** What was aimed at in one year, and what is said to have been done in the next. */
export interface TargetsAndResults {
  readonly earlier: Report;
  readonly later: Report;
  /** 预期目标 of the earlier report. */
  readonly targets: SectionPart;
  /** 过去一年工作 of the later one. */
  readonly results: SectionPart;
  /** Aligned by the letter, and not further. */
  readonly shared: readonly SharedIndicator[];
  /** Indicators that the results don't name with the same words. */
  readonly unshared: readonly string[];
}

/**
 * Puts last year's targets beside this year's results, where two reports are of one place and of years that
 * follow each other, and have these sections.
 * @param reports in any order.
 */
export function targetsAndResults(reports: readonly [Report, Report]): TargetsAndResults | null {
  const [earlier, later] = reports[0].year <= reports[1].year ? reports : [reports[1], reports[0]];
  if (earlier.adcode !== later.adcode || later.year - earlier.year !== 1) return null;
  const targets = sectionPart(earlier, 'targets');
  const results = sectionPart(later, 'review');
  if (targets.blocks.length === 0 || results.blocks.length === 0) return null;
  const names = indicatorsOf(targets.blocks);
  const queries = names.map((name) => parseQuery(termQuery(name)));
  const indicators = names.map((name, i): SharedIndicator => {
    const query = queries[i] as Query;
    return {
      name,
      targets: targets.blocks.flatMap((block) => stretches(block, query, queries)),
      results: results.blocks.flatMap((block) => sentencesWith(block, query)),
    };
  });
  return {
    earlier,
    later,
    targets,
    results,
    shared: indicators.filter((indicator) => indicator.results.length > 0),
    unshared: indicators.filter((indicator) => indicator.results.length === 0).map(({ name }) => name),
  };
}

/** Where a block matches: from there to what another query finds behind it, or to the end of the sentence. */
function stretches(block: Block, query: Query, others: readonly Query[]): Passage[] {
  const starts = others.flatMap((other) => match(block, other) ?? []).map(([start]) => start);
  return sentencesWith(block, query).flatMap(({ within, ranges }) =>
    ranges.map((range): Passage => {
      const end = Math.min(within[1], ...starts.filter((start) => start >= range[1]));
      const length = block.text.slice(range[0], end).replace(/[，,；;。、\s]+$/u, '').length;
      return { block, within: [range[0], range[0] + length], ranges: [range] };
    }),
  );
}

/** The sentences of a block that match. */
function sentencesWith(block: Block, query: Query): Passage[] {
  const ranges = match(block, query) ?? [];
  return sentences(block.text).flatMap((within): Passage[] => {
    const inside = ranges.filter(([start, end]) => start >= within[0] && end <= within[1]);
    return inside.length > 0 ? [{ block, within, ranges: inside }] : [];
  });
}
