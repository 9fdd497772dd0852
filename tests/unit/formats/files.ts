import { readFileSync } from 'node:fs';
import { readSource } from '../../../indexer/formats/read-file.ts';
import type { Source } from '../../../indexer/formats/source.ts';
import { type ParsedReport, parseReport } from '../../../indexer/parse/parse-report.ts';
import { ReportProblem } from '../../../indexer/parse/problem.ts';

/** The bytes of a fixture; how each was made is in its README. */
export function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../../fixtures/files/${name}`, import.meta.url));
}

export function sourceOf(name: string): Promise<Source> {
  return readSource(fixture(name), name);
}

export async function reportIn(name: string): Promise<ParsedReport> {
  return parseReport((await sourceOf(name)).text);
}

/** The blocks of a report as `type text`, to be compared at a glance. */
export function blocksIn(report: ParsedReport): string[] {
  return report.blocks.map((block) => `${block.type} ${block.text}`);
}

/** Reads a page given as mark-up. */
export function pageSource(html: string): Promise<Source> {
  return readSource(new TextEncoder().encode(html), 'page.html');
}

/** The problem that reading ends with. */
export async function problemOf(reading: Promise<unknown>): Promise<ReportProblem> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof ReportProblem) return error;
    throw error;
  }
  throw new Error('it could be read');
}
