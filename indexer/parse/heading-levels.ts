import type { Found } from './find-headings.ts';
import type { Part, Passage } from './joins.ts';
import { depthOf, NUMERAL_STYLES, type NumeralStyle } from './numerals.ts';
import { plain } from './plain.ts';

/** Levels of the headings found: each numeral style is one deeper than the one it stands under. */
export function levelsOf(
  parts: readonly Part[],
  headings: readonly (Found | null)[],
): (number | undefined)[] {
  const restarts = aboveRestarts(headings);
  const found = asParts(headings, new Set([...restarts, ...namingTimes(parts, headings)]));
  const partsLead = restarts.length > 0 || partsComeFirst(found);
  const lastNumbered = found.findLastIndex((heading) => heading?.numeral);
  const lost = stylesOfLostNumerals(found);
  let open: readonly NumeralStyle[] = [];
  let inPart = 0;
  const under = (style: NumeralStyle) => {
    open = [...open.filter((outer) => depthOf(outer) < depthOf(style)), style];
    return inPart + open.length;
  };
  return found.map((heading, i) => {
    if (!heading) return undefined;
    if (heading.kind === 'part' && (partsLead || i > lastNumbered)) {
      open = [];
      inPart = partsLead ? 1 : 0;
      return 1;
    }
    const style = heading.numeral?.style ?? lost.get(i);
    return style === undefined ? inPart + open.length + 1 : under(style);
  });
}

function asParts(found: readonly (Found | null)[], titles: ReadonlySet<number>): readonly (Found | null)[] {
  return found.map((heading, i) => (heading && titles.has(i) ? { ...heading, kind: 'part' } : heading));
}

/**
 * Unnumbered headings right above a 1 of the outermost numbering, if it starts more than once, are parts
 * of the report, whatever their words.
 */
function aboveRestarts(found: readonly (Found | null)[]): number[] {
  const outermost = NUMERAL_STYLES.find((style) => found.some((heading) => heading?.kind === style));
  const above: number[] = [];
  let starts = 0;
  let label: number | null = null;
  for (const [i, heading] of found.entries()) {
    if (heading === null) continue;
    if (heading.kind === outermost && heading.numeral?.value === 1) {
      starts += 1;
      if (label !== null) above.push(label);
    }
    label = heading.numeral === undefined ? i : null;
  }
  return starts < 2 ? [] : above;
}

const NAMES_TIME = /(?:19|20)\d{2}(?:年|——)|[“"]十[一二三四五六七八九]?五[”"]/u;

/** So are those that name a year or a plan, if the first of all headings is unnumbered and two do. */
function namingTimes(parts: readonly Part[], found: readonly (Found | null)[]): number[] {
  if (found.find((heading) => heading !== null)?.numeral !== undefined) return [];
  const named = found.flatMap((heading, i) =>
    heading && heading.numeral === undefined && NAMES_TIME.test(plain((parts[i] as Passage).text)) ? [i] : [],
  );
  return named.length < 2 ? [] : named;
}

/** Whether unnumbered parts enclose the numbered headings, rather than the other way round. */
function partsComeFirst(found: readonly (Found | null)[]): boolean {
  const firstPart = found.findIndex((heading) => heading?.kind === 'part');
  const firstHan = found.findIndex((heading) => heading?.kind === 'han' || heading?.kind === 'chapter');
  return firstPart >= 0 && (firstHan < 0 || firstPart < firstHan);
}

/**
 * The styles of headings that have lost their （一）, by index: of the unnumbered headings above a （二）
 * that has none, the one nearest to the heading above.
 */
function stylesOfLostNumerals(found: readonly (Found | null)[]): Map<number, NumeralStyle> {
  const lost = new Map<number, NumeralStyle>();
  let open = new Set<NumeralStyle>();
  let unnumbered: number | null = null;
  for (const [i, heading] of found.entries()) {
    const numeral = heading?.numeral;
    if (numeral === undefined) {
      if (heading?.kind === 'label') unnumbered ??= i;
      continue;
    }
    const { style, value } = numeral;
    if (value === 2 && !open.has(style) && unnumbered !== null) lost.set(unnumbered, style);
    open = new Set([...open].filter((outer) => depthOf(outer) < depthOf(style))).add(style);
    unnumbered = null;
  }
  return lost;
}
