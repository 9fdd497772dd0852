import type { SearchEngine } from '../../engine/engine.ts';
import type { Catalogue } from '../catalogue.ts';
import { today } from '../presenters/days.ts';
import { answerTo } from './handlers.ts';
import { OPERATION_NAMES, OPERATIONS, type Operation, type OperationName } from './operations.ts';

export type SampleAnswers = ReadonlyMap<OperationName, unknown>;

const KNOWN = new WeakMap<Catalogue, SampleAnswers>();

/** What the first example of each route is answered, with this very collection; none where it has no example. */
export async function sampleAnswers(engine: SearchEngine, catalogue: Catalogue): Promise<SampleAnswers> {
  const known = KNOWN.get(catalogue);
  if (known) return known;
  // The answers are kept: the host one reader has named isn't what all others are told.
  const access = { origin: 'https://example.org', day: today() };
  const answers = new Map<OperationName, unknown>();
  for (const name of OPERATION_NAMES) {
    const { examples }: Operation = OPERATIONS[name];
    const [first] = examples(catalogue);
    if (!first) continue;
    const { path = {}, query = '' } = first;
    answers.set(name, await answerTo(name, { path, query: new URLSearchParams(query), access }, engine));
  }
  KNOWN.set(catalogue, answers);
  return answers;
}
