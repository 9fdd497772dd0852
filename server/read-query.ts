import { parseQuery, type Query } from '../text/query.ts';
import { LIMITS } from './api/search-parameters.ts';
import { HttpProblem } from './problems.ts';

/** @throws HttpProblem `query_too_long` for a text over the limit. */
export function checkLength(text: string): void {
  if (text.length > LIMITS.query) {
    throw new HttpProblem(
      'query_too_long',
      `检索词最长 ${LIMITS.query} 个字符，这次有 ${text.length} 个。请取其中一两句再试`,
    );
  }
}

/**
 * Reads a query (see {@link parseQuery}).
 * @throws HttpProblem `query_too_long` for one over the limit.
 */
export function readQuery(text: string): Query {
  checkLength(text);
  return parseQuery(text);
}
