/** How often a term is in each of two texts. */
export interface ComparedTerm {
  readonly term: string;
  readonly before: number;
  readonly after: number;
}

/** A term, and how surely the two texts differ in it. */
export interface KeyTerm extends ComparedTerm {
  /**
   * Log-likelihood (G²): above 3.84 such a difference comes by chance in fewer than one of 20 cases, above
   * 6.63 of 100, above 10.83 of 1,000.
   */
  readonly logLikelihood: number;
}

/** What has changed from one text to another, in each group the surest first. */
export interface Changes {
  /** Only in the later text. */
  readonly appeared: readonly KeyTerm[];
  /** Only in the earlier one. */
  readonly gone: readonly KeyTerm[];
  /** In both, in relation to their lengths more often in the later one. */
  readonly risen: readonly KeyTerm[];
  readonly fallen: readonly KeyTerm[];
}

/**
 * Log-likelihood of a difference in frequency, after Rayson and Garside, Comparing corpora using frequency
 * profiling (2000): 2 Σ O ln(O / E), E being what is expected if both texts used the term alike.
 * @param sizes of the two texts, in the same unit, not both 0.
 */
export function logLikelihood([a, b]: readonly [number, number], sizes: readonly [number, number]): number {
  const rate = (a + b) / (sizes[0] + sizes[1]);
  const part = (observed: number, size: number) =>
    observed === 0 ? 0 : observed * Math.log(observed / (size * rate));
  return 2 * (part(a, sizes[0]) + part(b, sizes[1]));
}

/**
 * Tells which terms have come, gone, become more or fewer.
 * @param sizes of the earlier and the later text, in characters.
 * @param least log-likelihood of those that are in both.
 */
export function changesOf(
  terms: readonly ComparedTerm[],
  sizes: readonly [before: number, after: number],
  least: number,
): Changes {
  const key = terms
    .map((counts) => ({ ...counts, logLikelihood: logLikelihood([counts.before, counts.after], sizes) }))
    .sort((a, b) => b.logLikelihood - a.logLikelihood || (a.term < b.term ? -1 : 1));
  const inBoth = key.filter((term) => term.before > 0 && term.after > 0 && term.logLikelihood >= least);
  const isRisen = ({ before, after }: KeyTerm) => after * sizes[0] > before * sizes[1];
  return {
    appeared: key.filter(({ before }) => before === 0),
    gone: key.filter(({ after }) => after === 0),
    risen: inBoth.filter(isRisen),
    fallen: inBoth.filter((term) => !isRisen(term)),
  };
}
