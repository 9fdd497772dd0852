import type { Block, BlockType, ReportSummary } from '../report/types.ts';
import { locate, type PartRanges } from '../text/match.ts';
import type { Query } from '../text/query.ts';
import { openingSentence } from '../text/sentences.ts';

/**
 * As many of the blocks an engine thinks best are put in order by {@link relevance}; the others follow as
 * the engine has them.
 */
export const MOST_RANKED = 100;

/** Saturation of repeated hits and the discount for length, as in BM25; the typical length is in characters. */
const K1 = 1.2;
const B = 0.15;
const TYPICAL_LENGTH = 100;

const OPENING_BONUS = 1.25;

/** They lead to what answers and say little themselves. */
const LEADING_TYPES: ReadonlySet<BlockType> = new Set(['heading', 'caption', 'columns']);
const LEADING_FACTOR = 0.7;

/** A block that matches a query. */
export interface Match {
  readonly report: ReportSummary;
  readonly block: Block;
  /** Where the query's parts stand in the block's text (`locate` of `text/match.ts`). */
  readonly located: ReadonlyMap<string, PartRanges>;
}

/**
 * How well blocks answer a query, compared with each other; the same for every engine (ADR 7).
 *
 * - A part of the query counts more the fewer of the blocks have it.
 * - Each time it is in the text counts less than the one before; more in the opening sentence.
 * - A block that has more of the parts comes first, whence the square. Here its report's place and year
 *   count as said: a row of 綦江's table needn't repeat 綦江.
 *
 * @returns a number for each block; more is better.
 */
export function relevance(matches: readonly Match[], query: Query): number[] {
  const weights = weightsOf(matches);
  const subjects = new Subjects(query);
  return matches.map(({ report, block, located }) => {
    const openingEnd = openingSentence(block.text).length;
    const norm = K1 * (1 - B + (B * block.text.length) / TYPICAL_LENGTH);
    let said = 0;
    let covered = 0;
    for (const [part, weight] of weights) {
      const ranges = located.get(part);
      if (ranges) said += weight * frequencyOf(ranges, norm, openingEnd);
      if (ranges || subjects.have(part, report)) covered += weight;
    }
    return said * covered ** 2 * (LEADING_TYPES.has(block.type) ? LEADING_FACTOR : 1);
  });
}

/** What each part of the query is worth. */
function weightsOf(matches: readonly Match[]): ReadonlyMap<string, number> {
  const having = new Map<string, number>();
  for (const { located } of matches) {
    for (const part of located.keys()) having.set(part, (having.get(part) ?? 0) + 1);
  }
  return new Map([...having].map(([part, count]) => [part, Math.log(1 + matches.length / count)]));
}

function frequencyOf(ranges: PartRanges, norm: number, openingEnd: number): number {
  const frequency = (ranges.length * (K1 + 1)) / (ranges.length + norm);
  return ranges.some(([start]) => start < openingEnd) ? frequency * OPENING_BONUS : frequency;
}

/** What parts of the query reports' places and years are: said of all they say. */
class Subjects {
  readonly #query: Query;
  readonly #known = new Map<string, ReadonlySet<string>>();

  constructor(query: Query) {
    const alternatives = query.clauses.flatMap((clause) => clause.alternatives);
    this.#query = { ...query, clauses: [{ alternatives, excluded: false, typed: [0, 0] }] };
  }

  have(part: string, report: ReportSummary): boolean {
    const known = this.#known.get(report.id) ?? this.#partsOf(report);
    this.#known.set(report.id, known);
    return known.has(part);
  }

  #partsOf({ province, city, year }: ReportSummary): ReadonlySet<string> {
    const text = [province, city, `${year}年`].join('。');
    return new Set(locate({ text, type: 'paragraph' }, this.#query)?.keys());
  }
}
