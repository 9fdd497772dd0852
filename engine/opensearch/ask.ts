import { type Client, errors } from '@opensearch-project/opensearch';
import { BRIEF_MS, retried } from '../retried.ts';
import { isMoment } from './client.ts';
import type { Dsl } from './query.ts';
import { RESULT_WINDOW } from './settings.ts';

/** What is asked of one index. */
export interface Search extends Dsl {
  readonly query: Dsl;
}

/** A hit as OpenSearch gives it. */
export interface FoundDocument<Source> {
  readonly _id: string;
  readonly _source: Source;
  /** The values it was sorted by. */
  readonly sort?: readonly unknown[];
}

/** The part of an answer that is read here. */
export interface Found<Source> {
  readonly hits: {
    readonly total?: { readonly value: number };
    readonly hits: readonly FoundDocument<Source>[];
  };
  readonly aggregations?: Readonly<Record<string, Aggregation>>;
}

interface Aggregation {
  readonly values: {
    readonly buckets: readonly { readonly key: string | number; readonly doc_count: number }[];
  };
}

/**
 * Asks several things of one index in one request, all or nothing: an answer of some of the shards is none.
 * @param preference the same for what should come from the same copies of the shards, so that hits of equal
 *   rank keep their order from page to page.
 * @throws ResponseError where one of them fails.
 */
export async function ask<Source>(
  client: Client,
  index: string,
  searches: readonly Search[],
  preference = '',
): Promise<readonly Found<Source>[]> {
  const header = { index, allow_partial_search_results: false, ...(preference && { preference }) };
  const lines = searches.flatMap((search) => [header, search]);
  return atOnce(async () => {
    const { body, ...rest } = await client.msearch({ body: lines });
    for (const response of body.responses) {
      if (!('error' in response)) continue;
      throw new errors.ResponseError({ ...rest, body: response, statusCode: response.status ?? 500 });
    }
    return body.responses as unknown as readonly Found<Source>[];
  });
}

/** Runs a call whose answer somebody waits for: again, for a moment, where a node has just gone or come. */
export function atOnce<Result>(call: () => Promise<Result>): Promise<Result> {
  return retried(call, isMoment, BRIEF_MS);
}

/**
 * Everything a search finds, however much, in pages.
 * @param search must sort, the last criterion telling any two documents apart.
 * @param isNeeded whether the documents of a page, which begins there, are; else they come without contents.
 * @param preference see {@link ask}; where it sorts by score, which may differ from copy to copy, it must have one.
 */
export async function* pagesOf<Source>(
  client: Client,
  index: string,
  search: Search,
  isNeeded: (from: number) => boolean = () => true,
  preference = '',
): AsyncGenerator<readonly FoundDocument<Source>[]> {
  let after: readonly unknown[] | undefined;
  for (let from = 0; ; from += RESULT_WINDOW) {
    const page = {
      ...search,
      size: RESULT_WINDOW,
      ...(after && { search_after: after }),
      ...(!isNeeded(from) && { _source: false }),
    };
    const [found] = await ask<Source>(client, index, [page], preference);
    const documents = found?.hits.hits ?? [];
    if (documents.length > 0) yield documents;
    if (documents.length < RESULT_WINDOW) return;
    after = documents.at(-1)?.sort;
  }
}

/** The contents of everything a search finds. */
export async function allOf<Source>(client: Client, index: string, search: Search): Promise<Source[]> {
  const all: Source[] = [];
  for await (const page of pagesOf<Source>(client, index, search))
    all.push(...page.map(({ _source }) => _source));
  return all;
}

/** How many documents an index holds. */
export async function countOf(client: Client, index: string): Promise<number> {
  const [found] = await ask(client, index, [{ query: { match_all: {} }, size: 0, track_total_hits: true }]);
  return found?.hits.total?.value ?? 0;
}
