import { findHeadings } from './find-headings.ts';
import { levelsOf } from './heading-levels.ts';
import type { Part, Passage } from './joins.ts';
import { isTable, type SourceTable } from './tables.ts';

/** What a passage is in the outline of its report. */
export type Outlined =
  | { readonly type: 'table'; readonly table: SourceTable }
  | { readonly type: 'heading'; readonly passage: Passage; readonly level: number }
  | { readonly type: 'text'; readonly passage: Passage; readonly runIn: RunIn | null };

/** A heading that opens its paragraph: its length in the text of the passage. */
export interface RunIn {
  readonly level: number;
  readonly length: number;
}

/** Finds the headings of a report, standing alone or run into their paragraph, and their levels. */
export function outline(parts: readonly Part[]): Outlined[] {
  const found = findHeadings(parts);
  const levels = levelsOf(parts, found);
  return parts.map((part, i): Outlined => {
    const heading = found[i];
    const level = levels[i] ?? 1;
    if (isTable(part)) return { type: 'table', table: part };
    if (!heading) return { type: 'text', passage: part, runIn: null };
    if (heading.runIn === null) return { type: 'heading', passage: part, level };
    return { type: 'text', passage: part, runIn: { level, length: heading.runIn } };
  });
}
