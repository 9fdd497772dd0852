import { aroundBreak, type Line, type Repair } from './line.ts';
import { numeralOf } from './numerals.ts';
import { endsSentence } from './sentence-end.ts';
import { isPipeRow } from './table-cells.ts';

/** What stands above the rows of a table: its caption, the unit of its figures. */

const NUMBER = '\\s*[\\d一二三四五六七八九十]+(?:[-—.]\\d+)?';
const CONTINUED = '(?:[（(]续表?\\d*[）)])?';
const CAPTION = new RegExp(
  `^(?:(?:专栏|[附续]?表|图表)${NUMBER}${CONTINUED}[：:\\s]?.{0,60}|[附续]表${CONTINUED}(?:[：:\\s].{0,60})?|[（(]续(?:上)?表[）)])$`,
  'u',
);
/** A number without a name, which stands on the next line. */
const BARE = new RegExp(`^(?:(?:专栏|[附续]?表|图表)${NUMBER}${CONTINUED}|附表)[：:]?$`, 'u');
const UNIT = /^[（(【]?(?:计量|金额)?单位\s*[：:].{1,30}$/u;
const LONGEST_NAME = 40;
/** What names a table right above its rows, without a number: 附件：…目标表, …项目清单. */
const NAME = /^[^，。；！？]*(?:表|清单|名单|一览|目录)(?:[（(][^（()）]{1,12}[）)])?$/u;
/** Lines above the rows at the most: number, name, unit. */
const MOST_LINES = 3;

/** Whether a line reads like the caption of a table. */
export function isCaption(line: Line): boolean {
  return CAPTION.test(line.text) && !line.indent.startsWith('\t');
}

const NUMBERED = new RegExp(`^附?表${NUMBER}${CONTINUED}[：:\\s]?.{2,60}$`, 'u');

/** Whether a line names one table by its number, so that it may stand below it. */
export function isNumberedTable({ text, indent }: Line): boolean {
  return NUMBERED.test(text) && !indent.startsWith('\t') && !endsSentence(text) && !/[，。]/u.test(text);
}

/** Whether a text is the caption of the rows in its own table: 表1 …, …情况表. */
export function isInnerCaption(text: string): boolean {
  return text.length <= LONGEST_NAME && (CAPTION.test(text) || text.endsWith('表'));
}

/** Whether a text may name a table, where it stands over all of its columns: no sentence, no numbered heading. */
export function mayNameTable(text: string): boolean {
  return text.length <= LONGEST_NAME && !/[，。；：]/u.test(text) && numeralOf(text) === undefined;
}

/** How many lines from an index on may be the caption of a table, if one follows. */
export function captionLength(lines: readonly Line[], start: number): number {
  let length = 0;
  while (length < MOST_LINES && start + length < lines.length && goesOn(lines, start, start + length))
    length += 1;
  return length;
}

function goesOn(lines: readonly Line[], start: number, at: number): boolean {
  const line = lines[at] as Line;
  const above = at > start ? (lines[at - 1] as Line) : null;
  if (above === null) return isCaption(line) || UNIT.test(line.text) || namesRowsBelow(lines, at);
  if (UNIT.test(above.text)) return false;
  if (UNIT.test(line.text)) return true;
  const isName =
    line.text !== '' && line.text.length <= LONGEST_NAME && !/[\t|]/.test(line.indent + line.text);
  return BARE.test(above.text) && isName && !endsSentence(line.text);
}

/** Whether a line names the table whose rows stand between bars right below, under their unit at most. */
function namesRowsBelow(lines: readonly Line[], at: number): boolean {
  const { text, bullet } = lines[at] as Line;
  const [next, second] = [lines[at + 1], lines[at + 2]];
  const rows = next !== undefined && UNIT.test(next.text) ? second : next;
  const mayName = !bullet && text.length <= LONGEST_NAME && numeralOf(text) === undefined;
  return mayName && NAME.test(text) && rows !== undefined && isPipeRow(rows);
}

/** The lines of a caption as one. */
export function joinCaption(lines: readonly Line[], repairs: Repair[]): Line | null {
  const [first, ...others] = lines;
  if (first === undefined) return null;
  let { text } = first;
  for (const line of others) {
    const { broken, joined } = aroundBreak(`${text} `, line.text);
    repairs.push({ line: line.number, before: broken.replace(' ⏎', '⏎'), after: joined, reason: '接上表题' });
    text = `${text} ${line.text}`;
  }
  return { ...first, text };
}
