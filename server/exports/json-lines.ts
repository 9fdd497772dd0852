import { countOccurrences, mergeRanges } from '../../text/match.ts';
import { readingOf, shortUrl } from '../presenters/addresses.ts';
import { queryText } from '../presenters/query-text.ts';
import { hitJson } from '../presenters/search-json.ts';
import { corpusText, filterValues } from './provenance.ts';
import type { TakenAlong } from './taken-along.ts';

/**
 * Writes one JSON object a line: first what was searched, in what and when, then every hit as `/api/search`
 * gives it, with how often it has the words and its lasting link.
 */
export async function* writeJsonLines(search: TakenAlong): AsyncGenerator<string> {
  const { state, query, mode, filters, total, exact, corpusHash, access } = search;
  yield line({
    query: state.q,
    mode,
    searchedFor: queryText(query),
    filters: filterValues(filters),
    total,
    exact,
    exportedOn: access.day,
    corpus: corpusText(search),
    corpusHash,
  });
  const reading = readingOf(search);
  for await (const { report, hits } of search.hits()) {
    const lines = hits.map(({ block, located }) =>
      line({
        ...hitJson(report, block, mergeRanges([...located.values()].flat()), reading),
        occurrences: countOccurrences(located),
        permalink: access.origin + shortUrl(block.id, block.number),
      }),
    );
    yield lines.join('');
  }
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
