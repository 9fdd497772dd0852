import { aroundBreak, type Line, type Outcome, type Repair } from './line.ts';
import { type NumeralStyle, numeralOf } from './numerals.ts';
import { isPartTitle } from './part-titles.ts';

/** No line of a printed page is longer, nor has it blanks inside: what ends it is no half of a sentence. */
const LONGEST_PRINTED = 60;
const LAST_WORDS = /(?<=[。！？][”’）)]{0,2})\s*([^。！？；：:;!?]{6,50})$/u;
const STYLES: ReadonlySet<NumeralStyle> = new Set(['han', 'bracketed', 'chapter']);

/** Parts headings from the paragraphs they have slipped to the end of: …国际会议。（二）加强城乡建设，完善功能. */
export function partHeadingsAtEnd(lines: readonly Line[]): Outcome<Line[]> {
  const repairs: Repair[] = [];
  const value = lines.flatMap((line) => {
    const at = headingAt(line.text);
    if (at === null) return [line];
    const paragraph = line.text.slice(0, at).trimEnd();
    const heading = line.text.slice(at);
    const { broken, joined } = aroundBreak(paragraph, heading);
    repairs.push({ line: line.number, before: joined, after: broken, reason: '分开段末的标题' });
    return [
      { ...line, text: paragraph },
      { ...line, text: heading, bullet: false, indent: '', gap: 1 },
    ];
  });
  return { value, repairs, dropped: [] };
}

function headingAt(text: string): number | null {
  const [whole = '', words = ''] = LAST_WORDS.exec(text.slice(-LONGEST_PRINTED)) ?? [];
  if (words === '' || (text.length <= LONGEST_PRINTED && whole === words)) return null;
  const style = numeralOf(words)?.style;
  const isHeading = (style !== undefined && STYLES.has(style)) || isPartTitle(words);
  return isHeading ? text.length - words.length : null;
}
