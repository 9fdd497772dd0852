import { readFileSync } from 'node:fs';

/** The terms of `dictionary.txt`, which jieba is told to keep whole. */
export const POLICY_TERMS: readonly string[] = readFileSync(
  new URL('./dictionary.txt', import.meta.url),
  'utf8',
)
  .split('\n')
  .map((term) => term.trim())
  .filter((term) => term !== '');
