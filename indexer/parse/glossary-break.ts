import { isGlossaryHeading } from './glossary-heading.ts';
import type { Line } from './line.ts';

const LONGEST_TERM = 20;
/** How the definition of a term begins that has a line of its own. */
const DEFINITION = /^是?指(?![数标导挥示出望引明令南纹战定])/u;

/** Whether a line can't go on with the one above, which heads a glossary or is a term that it defines. */
export function isGlossaryBreak(above: Line, line: Line): boolean {
  if (isGlossaryHeading(above.text)) return true;
  return above.text.length <= LONGEST_TERM && DEFINITION.test(line.text);
}
