import { normalise } from '../../text/normalise.ts';
import type { Query, Term } from '../../text/query.ts';
import { segment } from '../../text/segment.ts';
import type { SearchState } from '../search-state.ts';
import { type Alternative, type CountedAlternative, type Counter, counted, isFound } from './counting.ts';
import { quoted } from './page.ts';

/** Terms, and words of terms, that are counted alone. */
const ALONE = 5;
/** Words that are asked for together: who pastes a page doesn't look for all of it in one paragraph. */
const TOGETHER = 20;

/** jieba leaves a run whole as soon as there is a figure or a Latin letter in it. */
const RUN = /\p{Script=Han}+|[^\p{Script=Han}\s]+/gu;

/**
 * For a query that finds nothing in a scope: its terms each alone; and where a term isn't found even so,
 * and jieba cuts it, its words together and each alone.
 */
export async function fewerWords(
  query: Query,
  scope: SearchState,
  count: Counter,
): Promise<CountedAlternative[]> {
  const terms = query.terms.filter(({ text }, i, all) => all.findIndex((one) => one.text === text) === i);
  const only = (text: string): Alternative => ({
    label: `只检索 ${quoted(text)}`,
    state: scope.withQuery(asTyped(text)),
  });
  const alone =
    terms.length > 1
      ? await counted(
          terms.slice(0, ALONE).map((term) => only(term.text)),
          count,
        )
      : [];
  const words = new Map(
    terms.slice(0, ALONE).flatMap((term, i) => (alone[i]?.count ? [] : [[term, wordsOf(term)] as const])),
  );
  // Leaves out a term that is neither found nor cut: no paragraph could have it.
  const all = unique(terms.flatMap((term) => words.get(term) ?? [asTyped(term.text)]));
  const typed = new Set(terms.map(({ text }) => text));
  const cut = unique([...words.values()].flat()).filter((word) => !typed.has(word));
  const together: Alternative = {
    label: `${quoted(all.join(' '))} 同在一段`,
    state: scope.withQuery(all.join(' ')),
  };
  const isWorthIt = cut.length > 0 && all.length > 1 && all.length <= TOGETHER;
  const [spaced, single] = await Promise.all([
    counted(isWorthIt ? [together] : [], count),
    counted(longest(cut).map(only), count),
  ]);
  return [
    ...spaced.filter(isFound),
    ...alone,
    ...single.sort((a, b) => Number(isFound(b)) - Number(isFound(a))),
  ];
}

/** The words a term is cut into, single characters left out; none where it isn't cut. */
function wordsOf(term: Term): string[] {
  const words = (normalise(term.text).match(RUN) ?? []).flatMap(segment);
  return words.length > 1 ? words.filter((word) => Array.from(word).length > 1) : [];
}

/** The longest words, which tell most. */
function longest(words: readonly string[]): string[] {
  return [...words].sort((a, b) => b.length - a.length).slice(0, ALONE);
}

function asTyped(term: string): string {
  return /\s/u.test(term) ? `"${term}"` : term;
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
