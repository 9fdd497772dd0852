import { LONGEST_FURNITURE } from './front-lines.ts';
import type { FrontLine } from './front-matter.ts';
import type { Part } from './joins.ts';
import { kindOfReport } from './kind-of-report.ts';
import { plain } from './plain.ts';
import { endsWithStop } from './sentence-end.ts';
import { isTable } from './tables.ts';

const SHORTEST_SENTENCE = 8;
/** A figure with words around it: 地区生产总值增长6%. */
const FIGURE = /^(?!.{1,8}[：:])(?=.*\p{Script=Han}{3}).*\d/u;

/** Whether a page holds a report at all: a sentence, a list, a table; figures where its title says 图解. */
export function hasText(parts: readonly Part[], front: readonly FrontLine[]): boolean {
  const titles = front.filter(({ role }) => role === 'title').map(({ line }) => line.text);
  const ofFigures = kindOfReport(titles, '')?.value === '图解';
  return parts.some((part) => isText(part) || (ofFigures && !isTable(part) && FIGURE.test(plain(part.text))));
}

function isText(part: Part): boolean {
  if (isTable(part) || part.bullet || part.text.length > LONGEST_FURNITURE) return true;
  return isSentence(part.text);
}

/** Whether a line is a sentence, as nothing in a menu is. */
export function isSentence(text: string): boolean {
  return text.length >= SHORTEST_SENTENCE && endsWithStop(text);
}
