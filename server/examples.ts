import type { SearchEngine } from '../engine/engine.ts';
import { placeByAdcode } from '../report/places.ts';
import { POLICY_TERMS } from '../text/policy-terms.ts';
import type { Catalogue } from './catalogue.ts';
import { countHits } from './search.ts';
import { SearchState } from './search-state.ts';
import { Lexicon } from './suggestions/lexicon.ts';

/** A query to show by, and how many blocks it finds: at least one. */
export interface Example {
  readonly q: string;
  readonly count: number;
}

/** Terms of fewer characters say little by themselves (常态化). */
const SHORTEST = 4;
/** What stands in a larger share of all blocks narrows nothing down. */
const LARGEST_SHARE = 0.1;
/** Where among the terms, the most frequent first, the examples are looked for. */
const RANKS = [0, 0.1, 0.3] as const;
/** Terms that are tried until one of them finds something. */
const TRIES = 30;

/**
 * Searches that work on this very collection: some policy terms that several of its reports have, one in
 * a place, one in a year. Always the same for the same collection, and looked for once.
 */
export function exampleSearches(engine: SearchEngine, catalogue: Catalogue): Promise<readonly Example[]> {
  const known = EXAMPLES.get(catalogue);
  if (known) return known;
  const made = findExamples(engine, catalogue);
  EXAMPLES.set(catalogue, made);
  // An engine that was away may be back the next time.
  made.catch(() => EXAMPLES.delete(catalogue));
  return made;
}

const EXAMPLES = new WeakMap<Catalogue, Promise<readonly Example[]>>();

async function findExamples(engine: SearchEngine, catalogue: Catalogue): Promise<readonly Example[]> {
  if (catalogue.reports.length === 0) return [];
  const terms = telling(await Lexicon.of(engine, catalogue), catalogue);
  const examples: Example[] = [];
  const used: string[] = [];
  const add = async (from: number, prefix: string, leastReports: number) => {
    const fresh = terms.filter((term) => !used.some((other) => other.includes(term) || term.includes(other)));
    for (const term of fresh.slice(from, from + TRIES)) {
      const q = prefix + term;
      const { total, hitsByReport } = await countHits(engine, new SearchState({ q }), catalogue);
      if (total === 0 || hitsByReport.size < leastReports) continue;
      examples.push({ q, count: total });
      used.push(term);
      return;
    }
  };
  const several = Math.min(2, catalogue.reports.length);
  for (const rank of RANKS) await add(Math.floor(rank * terms.length), '', several);
  await add(0, `城市:${placeWithMost(catalogue)} `, 1);
  await add(0, `年份:${catalogue.years[0]} `, 1);
  return examples;
}

/** The policy terms of a collection, the most frequent first, without those that are everywhere. */
function telling(lexicon: Lexicon, { reports }: Catalogue): string[] {
  const most = reports.reduce((sum, { blocks }) => sum + blocks, 0) * LARGEST_SHARE;
  return POLICY_TERMS.flatMap((term) => lexicon.terms.get(term) ?? [])
    .filter(({ text, count }) => text.length >= SHORTEST && count <= Math.max(1, most))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
    .map(({ text }) => text);
}

/** The name, short where only one place has it, of a city, if there is one, that no other has more reports of. */
function placeWithMost(catalogue: Catalogue): string {
  const counts = new Map<string, number>();
  for (const { adcode } of catalogue.reports) counts.set(adcode, (counts.get(adcode) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code);
  const code = most.find((candidate) => !candidate.endsWith('0000')) ?? most[0] ?? '';
  const short = placeByAdcode(code)?.shortName;
  return short && catalogue.cityCodes(short).length === 1 ? short : catalogue.cityName(code);
}
