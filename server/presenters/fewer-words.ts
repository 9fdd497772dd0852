import { type Query, soughtTerms } from '../../text/query.ts';
import { inAny, inWords, isRelaxable } from '../../text/relax.ts';
import type { SearchState } from '../search-state.ts';
import { type Alternative, type CountedAlternative, type Counter, counted, isFound } from './counting.ts';
import { quoted } from './page.ts';

/** Terms that are counted alone. */
const ALONE = 5;

/** For a query that finds nothing in a scope: its words together, one of them, and its terms each alone. */
export async function fewerWords(
  query: Query,
  scope: SearchState,
  count: Counter,
): Promise<CountedAlternative[]> {
  const [looser, alone] = await Promise.all([
    counted(isRelaxable(query) ? looserModes(query, scope) : [], count),
    counted(eachAlone(query, scope), count),
  ]);
  return [...looser.filter(isFound), ...alone];
}

function looserModes(query: Query, scope: SearchState): Alternative[] {
  const words = (of: Query) => quoted(namesOf(of).join(' '));
  return [
    { label: `${words(inWords(query))} 同在一段`, state: scope.withMode('words') },
    { label: `${words(inAny(query))} 任意一个`, state: scope.withMode('any') },
  ];
}

function eachAlone(query: Query, scope: SearchState): Alternative[] {
  const names = namesOf(query);
  if (names.length < 2) return [];
  return names.slice(0, ALONE).map((name) => ({
    label: `只检索 ${quoted(name)}`,
    state: scope.withQuery(asTyped(name)),
  }));
}

function namesOf(query: Query): string[] {
  return soughtTerms(query).map(({ text }) => text);
}

function asTyped(term: string): string {
  return /[\s|]/u.test(term) ? `"${term}"` : term;
}
