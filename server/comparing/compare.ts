import type { SearchEngine } from '../../engine/engine.ts';
import { summarise } from '../../report/summary.ts';
import type { Report, ReportSummary } from '../../report/types.ts';
import { notFound } from '../problems.ts';
import { type AlignedSection, alignSections } from './aligned-sections.ts';
import type { Changes } from './keyness.ts';
import {
  type MissingSection,
  missingSections,
  type TargetsAndResults,
  targetsAndResults,
} from './targets.ts';
import { termChanges } from './term-changes.ts';

/** Two reports side by side. */
export interface Comparison {
  readonly a: ReportSummary;
  readonly b: ReportSummary;
  /** Of all sections, without white space. */
  readonly characters: readonly [a: number, b: number];
  /** From a to b. */
  readonly changes: Changes;
  readonly sections: readonly AlignedSection[];
  readonly targets: TargetsAndResults | null;
  /** Why there are no targets, where there could be. */
  readonly missing: readonly MissingSection[];
}

/**
 * Compares two reports; any two will do.
 * @throws HttpProblem `not_found` where there is no such report.
 */
export async function compareReports(
  engine: SearchEngine,
  ids: readonly [a: string, b: string],
): Promise<Comparison> {
  const [a, b] = await Promise.all([reportOf(engine, ids[0]), reportOf(engine, ids[1])]);
  const sections = alignSections(a, b);
  const sum = (side: 'a' | 'b') => sections.reduce((total, section) => total + section[side].characters, 0);
  const characters = [sum('a'), sum('b')] as const;
  return {
    a: summarise(a),
    b: summarise(b),
    characters,
    changes: await termChanges(a, b, characters),
    sections,
    targets: targetsAndResults([a, b]),
    missing: missingSections([a, b]),
  };
}

async function reportOf(engine: SearchEngine, id: string): Promise<Report> {
  const report = await engine.report(id);
  if (!report) throw notFound(`没有编号为 ${id} 的报告`);
  return report;
}
