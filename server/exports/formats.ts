/** The forms in which results can be taken along: a row a hit, places by years, an object a hit, a feed. */
export const FORMATS = ['csv', 'wide', 'jsonl', 'atom'] as const;
export type Format = (typeof FORMATS)[number];
