import type { SearchEngine } from '../engine/engine.ts';
import { EngineError } from '../engine/errors.ts';
import { Catalogue } from './catalogue.ts';

/** What another collection came between is put together again, this often at most. */
const ATTEMPTS = 3;

/**
 * An answer that is put together from several of the engine's: all of them of the same collection, for numbers of
 * two are no answer.
 * @param answer puts it together; it may be called again. What it throws is of one collection, too.
 * @throws what `answer` throws; EngineError `no_index` where one collection follows another too quickly.
 */
export async function ofOneCollection<Answer>(
  engine: SearchEngine,
  answer: (catalogue: Catalogue) => Promise<Answer>,
): Promise<Answer> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const catalogue = await Catalogue.of(engine);
    const [answered] = await Promise.allSettled([answer(catalogue)]);
    const isRefused = answered.status === 'rejected';
    // An engine that is away needn't be asked again.
    if (isRefused && answered.reason instanceof EngineError) throw answered.reason;
    if ((await Catalogue.of(engine)) !== catalogue) continue;
    if (isRefused) throw answered.reason;
    return answered.value;
  }
  throw new EngineError('no_index', '索引接连更换，这次的结果没有完成。请稍后再试。');
}
