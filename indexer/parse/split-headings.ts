import { aroundBreak, type Line, type Outcome, type Repair } from './line.ts';
import { type NumeralStyle, numeralOf } from './numerals.ts';
import { isPartTitle } from './part-titles.ts';
import { hasOpenPair, isContinuation } from './sentence-end.ts';
import { type Item, isTable } from './tables.ts';

/** Shorter words behind a numeral are cut by a stray space rather than ended. */
const SHORTEST = 6;
const LONGEST = 45;
/** What follows on the same line is a paragraph only if it is this long. */
const SHORTEST_PARAGRAPH = 50;
const TITLED: ReadonlySet<NumeralStyle | undefined> = new Set(['chapter', 'han', 'bracketed']);
/** A space between two words: nothing that stands beside figures or letters. */
const SPACE = /(?<=[\p{Script=Han}”’》）])\s+(?=[\p{Script=Han}“‘《]|(?:19|20)\d{2}\s?年)/gu;
const STOP = /[。；：！？]/u;
/** What ends so soon is the end of the sentence before the space, which is inside a word: 高效施 政。 */
const END_OF_SENTENCE = /^(?:\s*[^\s，。；：！？]){1,10}\s*。/u;
/** A character set apart, as those of justified lines are: 经 济 持 续. */
const SPACED_OUT = /^\p{Script=Han}\s/u;
/** Parts headings from the paragraphs that stand behind them on the same line. */
export function splitHeadings(items: readonly Item[]): Outcome<Item[]> {
  const repairs: Repair[] = [];
  const value = items.flatMap((item) => {
    const at = isTable(item) || item.bullet ? null : endOfHeading(item.text);
    if (at === null) return [item];
    const line = item as Line;
    const pieces = [line.text.slice(0, at).trim(), line.text.slice(at).trim()] as const;
    const { broken, joined } = aroundBreak(...pieces);
    repairs.push({ line: line.number, before: joined, after: broken, reason: '标题与段落连在一行，分开' });
    return [
      { ...line, text: pieces[0], trail: '' },
      { ...line, text: pieces[1], gap: 1 },
    ];
  });
  return { value, repairs, dropped: [] };
}

/** Where the heading that a line opens with ends, if a space is all that parts it from its paragraph. */
function endOfHeading(text: string): number | null {
  const numeral = numeralOf(text);
  const start = numeral?.text.length ?? 0;
  for (const { index, 0: space } of text.slice(0, start + LONGEST).matchAll(SPACE)) {
    const heading = text.slice(0, index);
    if (STOP.test(heading)) return null;
    const rest = text.slice(index + space.length);
    const isHeading = TITLED.has(numeral?.style) ? index - start >= SHORTEST : isPartTitle(heading);
    if (!isHeading || hasOpenPair(heading) || goesOn(rest)) continue;
    return rest.length >= SHORTEST_PARAGRAPH && STOP.test(rest) ? index : null;
  }
  return null;
}

/** Whether what follows a space can't begin a paragraph. */
function goesOn(rest: string): boolean {
  return isContinuation(rest) || END_OF_SENTENCE.test(rest) || SPACED_OUT.test(rest);
}
