import { readFileSync } from 'node:fs';
import { normalise } from './normalise.ts';
import { type Clause, type Operand, type Query, type Term, toTerm } from './query.ts';

/** A term of a query and the names that mean the same. */
export interface Expansion {
  readonly term: string;
  readonly names: readonly string[];
}

/** Each line of `aliases.txt`: names of the same thing, parted by commas. `#` begins a comment. */
const GROUPS: ReadonlyMap<string, readonly string[]> = readGroups(
  readFileSync(new URL('./aliases.txt', import.meta.url), 'utf8'),
);

function readGroups(text: string): Map<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>();
  for (const line of text.split('\n')) {
    const names = (line.split('#')[0] ?? '')
      .split(/[,，]/u)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    for (const name of names) {
      const key = normalise(name);
      groups.set(key, [...new Set([...(groups.get(key) ?? []), ...names])]);
    }
  }
  return groups;
}

/** All names that there are, each once. */
export function allAliases(): string[] {
  return [...new Set([...GROUPS.values()].flat())];
}

/** The other names of what a term names; none for most terms. */
export function aliasesOf(term: string): string[] {
  const key = normalise(term);
  return (GROUPS.get(key) ?? []).filter((name) => normalise(name) !== key);
}

/**
 * The query with the other names of its terms as alternatives. What is excluded stays as it was typed.
 * @returns the query, and which terms were given other names.
 */
export function expandAliases(query: Query): { query: Query; expansions: readonly Expansion[] } {
  const expansions = new Map<string, Expansion>();
  const clauses = query.clauses.map((clause) => {
    if (clause.excluded) return clause;
    return { ...clause, alternatives: clause.alternatives.flatMap((operand) => named(operand, expansions)) };
  });
  return { query: { ...query, clauses: clauses satisfies Clause[] }, expansions: [...expansions.values()] };
}

/** An operand, and the same by each other name of its terms. */
function named(operand: Operand, expansions: Map<string, Expansion>): Operand[] {
  const choices = operand.terms.map((term): Term[] => {
    const names = aliasesOf(term.text);
    if (names.length > 0) expansions.set(term.text, { term: term.text, names });
    return [term, ...names.map((name) => toTerm(name, true))];
  });
  const combined = choices.reduce<Term[][]>(
    (begun, terms) => begun.flatMap((some) => terms.map((term) => [...some, term])),
    [[]],
  );
  return combined.map((terms) => ({ ...operand, terms }));
}
