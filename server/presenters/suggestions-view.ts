import type { Suggestion } from '../suggestions/offers.ts';
import { formatCount } from './page.ts';

/** Other searches of one sort, to be offered in a line. */
export interface SuggestionLine {
  readonly label: string;
  readonly offers: readonly { readonly label: string; readonly count: string; readonly href: string }[];
}

/** The lines, in order, and the kinds of suggestions that stand in each. */
const LINES: readonly (readonly [label: string, kinds: readonly Suggestion['kind'][]])[] = [
  ['您是不是要找', ['spelling', 'pinyin']],
  ['也可以查', ['alias']],
  ['限定地方', ['place']],
];

/** Presents suggestions by sort; lines without any are left out. */
export function suggestionLines(suggestions: readonly Suggestion[]): SuggestionLine[] {
  return LINES.map(([label, kinds]) => ({
    label,
    offers: suggestions
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ label, count, state }) => ({ label, count: `${formatCount(count)} 段`, href: state.url() })),
  })).filter(({ offers }) => offers.length > 0);
}
