import { isRow, type PrintedLine } from './pdf-lines.ts';

/** How many lines at the top and at the foot of a page may be running heads. */
const EDGE = 2;
const FEWEST_PAGES = 3;
/** Heads on left and right pages may differ, and chapters start without one. */
const SHARE_OF_PAGES = 0.4;
const LONGEST_PAGE_NUMBER = 20;
const PAGE_NUMBER =
  /^[-—–－·•\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:[,，/／\s]*共?\s*\d{1,3}\s*页?)?[-—–－·•\s]*$/u;

/** Leaves out page numbers, and lines that come back at the same place on many pages. */
export function withoutFurniture(pages: readonly (readonly PrintedLine[])[]): PrintedLine[][] {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const key of new Set(edges(lines).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const enough = Math.max(FEWEST_PAGES, pages.length * SHARE_OF_PAGES);
  return pages.map((lines) => {
    const furniture = new Set(edges(lines).filter((line) => (counts.get(keyOf(line)) ?? 0) >= enough));
    const down = fromTheTop(lines);
    const numbers = new Set([down[0], down.at(-1)]);
    return lines.filter((line) => !furniture.has(line) && !(numbers.has(line) && isPageNumber(line.text)));
  });
}

function isPageNumber(text: string): boolean {
  return text.length <= LONGEST_PAGE_NUMBER && PAGE_NUMBER.test(text);
}

function edges(lines: readonly PrintedLine[]): PrintedLine[] {
  const down = fromTheTop(lines);
  return [...down.slice(0, EDGE), ...down.slice(Math.max(EDGE, down.length - EDGE))];
}

/** The left column of a page may end with the line at its foot. */
function fromTheTop(lines: readonly PrintedLine[]): PrintedLine[] {
  return lines.toSorted((a, b) => a.y - b.y);
}

/** The same for a line that differs in its page number only. */
function keyOf(line: PrintedLine): string {
  return `${Math.round(line.y)} ${line.text.replace(/\s+/gu, '').replace(/\d+/gu, '#')}`;
}

/** Leaves out the head of a table where it comes back on the next page. */
export function withoutRepeatedHeads(lines: readonly PrintedLine[]): PrintedLine[] {
  let head: PrintedLine | null = null;
  return lines.filter((line, i) => {
    const before = lines[i - 1];
    if (!isRow(line)) head = null;
    else if (before === undefined || !isRow(before)) head = line;
    else return !(head?.text === line.text && before.frame !== line.frame);
    return true;
  });
}
