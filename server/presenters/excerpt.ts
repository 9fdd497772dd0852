import { type Fragment, fragments } from '../../text/highlight.ts';
import { locate, mergeRanges, type PartRanges, type Passage, type TextRange } from '../../text/match.ts';
import type { Query } from '../../text/query.ts';
import { sentences } from '../../text/sentences.ts';

/** A block's text as the list of hits shows it. */
export interface Excerpt {
  readonly shown: readonly Fragment[];
  /** The whole text where `shown` leaves something out. */
  readonly whole: readonly Fragment[] | null;
}

/** Characters up to which a text is shown as it is, and to which an excerpt is filled. */
const SHORT = 160;
const FILL = 110;
/** Characters from which a sentence is cut at its commas, and what a piece of it should have. */
const LONG_SENTENCE = 90;
const CLAUSE = 40;
/** Places with a match that an excerpt shows, if the terms don't need more. */
const PLACES = 3;
/** Terms that an excerpt tries to show: a pasted page has hundreds. */
const MOST_TERMS = 8;

/** Stays on the line of what precedes it. */
const ELLIPSIS: Fragment = { text: '\u00a0… ', marked: false };
const CLAUSE_END = /[，、：,:]/gu;

/** Two or three sentences of a text around what matches the query, every term at least once. */
export function excerpt(passage: Passage, query: Query): Excerpt {
  const { text } = passage;
  const located = [...(locate(passage, query)?.values() ?? [])];
  const ranges = mergeRanges(located.flat());
  const whole = fragments(text, ranges);
  if (text.length <= SHORT) return { shown: whole, whole: null };

  const spans = spansOf(text);
  const chosen = fill(spans, choose(spans, located, ranges));
  if (chosen.size === spans.length) return { shown: whole, whole: null };
  return { shown: shownFragments(text, ranges, spans, chosen), whole };
}

/** Sentences, long ones in pieces. */
function spansOf(text: string): TextRange[] {
  return sentences(text).flatMap(([start, end]) =>
    end - start <= LONG_SENTENCE ? [[start, end] as const] : clauses(text, start, end),
  );
}

function clauses(text: string, start: number, end: number): TextRange[] {
  const result: TextRange[] = [];
  let from = start;
  for (const { index } of text.slice(start, end).matchAll(CLAUSE_END)) {
    const to = start + index + 1;
    if (to - from < CLAUSE || end - to < CLAUSE / 2) continue;
    result.push([from, to]);
    from = to;
  }
  result.push([from, end]);
  return result;
}

/** The spans of the first place of every term there is, then of the next places; without a match, the first span. */
function choose(
  spans: readonly TextRange[],
  located: readonly PartRanges[],
  ranges: readonly TextRange[],
): Set<number> {
  const firstPlaces = located.flatMap((places) => places.slice(0, 1)).slice(0, MOST_TERMS);
  const chosen = new Set<number>();
  for (const range of [...firstPlaces, ...ranges.slice(0, PLACES)]) {
    spans.forEach(([start, end], i) => {
      if (range[0] < end && start < range[1]) chosen.add(i);
    });
    if (chosen.size >= PLACES && chosen.size >= firstPlaces.length) break;
  }
  return chosen.size > 0 ? chosen : new Set([0]);
}

/** Adds neighbours, what follows before what precedes, until there is enough to read. */
function fill(spans: readonly TextRange[], chosen: ReadonlySet<number>): Set<number> {
  const filled = new Set(chosen);
  const length = () => [...filled].reduce((sum, i) => sum + spanLength(spans[i]), 0);
  for (let reach = 1; reach < spans.length && length() < FILL; reach += 1) {
    for (const i of chosen) {
      for (const neighbour of [i + reach, i - reach]) {
        if (spans[neighbour] && length() < FILL) filled.add(neighbour);
      }
    }
  }
  return filled;
}

function shownFragments(
  text: string,
  ranges: readonly TextRange[],
  spans: readonly TextRange[],
  chosen: ReadonlySet<number>,
): Fragment[] {
  const shown: Fragment[] = [];
  let last = -1;
  for (const i of [...chosen].sort((a, b) => a - b)) {
    if (i !== last + 1) shown.push(ELLIPSIS);
    shown.push(...fragments(text, ranges, spans[i]));
    last = i;
  }
  if (last !== spans.length - 1) shown.push(ELLIPSIS);
  return shown;
}

function spanLength(span: TextRange | undefined): number {
  return span ? span[1] - span[0] : 0;
}
