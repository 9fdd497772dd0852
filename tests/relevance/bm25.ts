/** A document as BM25 sees it. */
export interface CountedDocument {
  readonly length: number;
  /** How often each term is in it, for those that are. */
  readonly counts: Iterable<readonly [term: string, count: number]>;
}

const K1 = 1.2;
const B = 0.75;

/**
 * BM25 as textbooks and FTS5 have it.
 * @param documents all that have one of the terms.
 * @param lengths of all documents of the collection.
 * @returns the score of each document; more is better.
 */
export function bm25(documents: readonly CountedDocument[], lengths: readonly number[]): number[] {
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const having = new Map<string, number>();
  for (const { counts } of documents)
    for (const [term] of counts) having.set(term, (having.get(term) ?? 0) + 1);
  const idf = (term: string) => {
    const n = having.get(term) ?? 0;
    return Math.max(1e-6, Math.log((lengths.length - n + 0.5) / (n + 0.5)));
  };
  return documents.map(({ length, counts }) => {
    const norm = K1 * (1 - B + (B * length) / average);
    let score = 0;
    for (const [term, count] of counts) score += (idf(term) * count * (K1 + 1)) / (count + norm);
    return score;
  });
}
