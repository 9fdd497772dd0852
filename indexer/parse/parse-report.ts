import { blockIds, reportId } from '../../report/ids.ts';
import type { CharacterCount, Report, ReportBody, ReportMeta } from '../../report/types.ts';
import type { ReportOverrides } from '../overrides.ts';
import { outlineAppendix, takeBackMatter } from './back-matter.ts';
import { compose } from './blocks.ts';
import { withoutCellMarks } from './cell-marks.ts';
import { removeFloatingButton } from './floating-button.ts';
import { readFrontMatter } from './front-matter.ts';
import { hasText } from './has-text.ts';
import { partHeadingsAtEnd } from './heading-at-end.ts';
import { type Hints, NO_HINTS } from './hints.ts';
import { joinLines } from './joins.ts';
import {
  type Dropped,
  OUTSIDE,
  type Outcome,
  type Repair,
  readLines,
  removedBy,
  visibleCharacters,
} from './line.ts';
import { removeMarks } from './marks.ts';
import { readMetadata } from './metadata.ts';
import { dropNoise } from './noise.ts';
import { outline } from './outline.ts';
import { dropPageFurniture } from './page-furniture.ts';
import { takePageNotes } from './page-notes.ts';
import { onlyNoise } from './problem.ts';
import { sectionsOf } from './sections.ts';
import { splitHeadings } from './split-headings.ts';
import { splitLong } from './split-long.ts';
import { isTable, takeTables } from './tables.ts';
import { unglue } from './unglue.ts';
import { warningsFor } from './warnings.ts';

/** A report as read from its text, before its blocks have ids. */
export interface ParsedReport extends ReportBody {
  readonly meta: ReportMeta;
  readonly repairs: readonly Repair[];
  readonly dropped: readonly Dropped[];
}

/**
 * Reads a report from its text.
 * @param overrides what the text doesn't say or says wrongly.
 * @param hints what the file says about the report beside its text.
 * @throws ReportProblem where nothing is left of the text, or its place or year can't be told.
 */
export function parseReport(
  text: string,
  overrides: ReportOverrides = {},
  hints: Hints = NO_HINTS,
): ParsedReport {
  const log = new Journal();
  const marked = log.keep(removeFloatingButton(log.keep(removeMarks(readLines(text)))));
  const lines = log.keep(partHeadingsAtEnd(log.keep(unglue(marked))));
  const items = log.keep(dropPageFurniture(log.keep(takeTables(lines))));
  const { front, rest } = log.keep(readFrontMatter(items));
  const { body: withHeadings, notes } = log.keep(takePageNotes(log.keep(dropNoise(rest))));
  const body = log.keep(splitHeadings(withHeadings));
  const parts = log.keep(splitLong(log.keep(joinLines(body))));
  if (!hasText(parts, front)) throw onlyNoise();
  const bodyLines = body.flatMap((item) => (isTable(item) ? (item.caption ?? []) : item));
  const meta = readMetadata({ front, lines: bodyLines, dropped: log.dropped }, overrides, hints);
  for (const line of hints.leftOut) log.dropped.push({ line: OUTSIDE, ...line });
  const back = log.keep(takeBackMatter(parts, notes));
  const outlined = outline(back.text);
  const sections = sectionsOf(outlined, meta);
  const composed = compose({
    front,
    outlined,
    sections,
    back,
    aboveGlossary: outlineAppendix(back.aboveGlossary),
    appendix: outlineAppendix(back.appendix),
  });
  const { headings, blocks, tables, glossary } = composed;
  for (const repair of composed.repairs) log.repairs.push(repair);
  return {
    meta,
    headings,
    blocks,
    tables,
    glossary,
    warnings: warningsFor({ meta, overrides, blocks, outlined, sections }),
    characters: countCharacters(sourceText(text, hints), composed.kept, log),
    repairs: log.repairs.toSorted((a, b) => a.line - b.line),
    dropped: log.dropped.toSorted((a, b) => a.line - b.line),
  };
}

/** Gives a parsed report its id, and its blocks theirs. */
export function identify(parsed: ParsedReport, id: string = reportId(parsed.meta)): Report {
  const { meta, repairs: _repairs, dropped: _dropped, ...body } = parsed;
  const ids = blockIds(
    id,
    body.blocks.map((block) => block.text),
  );
  const blocks = body.blocks.map((block, i) => ({ ...block, id: ids[i] as string }));
  return { id, ...meta, ...body, blocks };
}

/** Collects what the steps changed and left out. */
class Journal {
  readonly repairs: Repair[] = [];
  readonly dropped: Dropped[] = [];

  keep<T>({ value, repairs, dropped }: Outcome<T>): T {
    for (const repair of repairs) this.repairs.push(repair);
    for (const line of dropped) this.dropped.push(line);
    return value;
  }
}

/** All that the file shows. */
function sourceText(text: string, { leftOut }: Hints): string {
  return [withoutCellMarks(text), ...leftOut.map((line) => line.text)].join('\n');
}

/**
 * Characters of the file: all of them, those a reader of the blocks sees, and those that the steps say
 * they left out. The three are counted each on its own, so that they check each other.
 * @param shown visible characters of the blocks; what repairs have put in isn't the file's.
 */
function countCharacters(text: string, shown: number, log: Journal): CharacterCount {
  const changes = log.repairs.map(removedBy);
  const dropped = log.dropped.map((line) => visibleCharacters(line.text));
  return {
    all: visibleCharacters(text),
    kept: shown + sum(changes.filter((removed) => removed < 0)),
    dropped: sum([...dropped, ...changes.filter((removed) => removed > 0)]),
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
