import { type Hints, NO_HINTS } from '../parse/hints.ts';

/** What a file holds: its text, and what it says about itself beside the text. */
export interface Source extends Hints {
  /** In the form `parseReport` reads: a paragraph a line, list items after `- `, table rows between `|`. */
  readonly text: string;
}

/** A text that comes without anything beside it. */
export function bareSource(text: string): Source {
  return { text, ...NO_HINTS };
}

/** Heading under which the parser reads notes that stood at the foot of pages as a glossary. */
export const NOTES_HEADING = '注释';

/** A note as it stands below that heading: the space keeps `4. 2025消费季：…` from being read as 4.2025. */
export function noteLine(number: number, text: string): string {
  return `${number}. ${text.trim()}`;
}

const HAN = /\p{Script=Han}/gu;

/** How many Chinese characters a text has. */
export function hanCount(text: string): number {
  return text.match(HAN)?.length ?? 0;
}
