import type { Query } from '../../text/query.ts';
import { allOf, anyOf, clausesIn, type Dsl, isCut, textQuery } from './query.ts';
import { MOST_CLAUSES } from './settings.ts';

/** The blocks that a part of a query finds, by `_id`. */
export interface LookedUp {
  readonly ids: readonly string[];
  /** Whether these are all: of very many only some are taken. */
  readonly isAll: boolean;
}

/** What a query asks for, as OpenSearch takes it. */
export interface FittedQuery {
  /** Finds the blocks that match, and ranks them. */
  readonly query: Dsl;
  /** Whether this is all that was asked. */
  readonly isExact: boolean;
}

/**
 * Says what a query asks for in no more clauses than OpenSearch takes. Of a query with more, parts are looked up
 * first, and stand in it as the blocks that they find.
 */
export async function withinClauseLimit(
  query: Query,
  lookUp: (part: Dsl) => Promise<LookedUp>,
): Promise<FittedQuery> {
  const isWhole = !isCut(query);
  const inFull = textQuery(query);
  if (fits(inFull)) return { query: inFull, isExact: isWhole };
  const reduction = new Reduction(lookUp);
  const reduced = await reduction.of(textQuery(query, true));
  return { query: reduced, isExact: isWhole && reduction.isExact };
}

/** Clauses that there may be besides a part of {@link MOST_CLAUSES}; not all that OpenSearch takes, for there are filters. */
const SPARE = 20;

function fits(dsl: Dsl | readonly Dsl[]): boolean {
  return clausesIn(dsl) <= MOST_CLAUSES;
}

/** What `query.ts` makes of several. */
interface Combination {
  readonly must?: readonly Dsl[];
  readonly should?: readonly Dsl[];
  readonly must_not?: readonly Dsl[];
}

class Reduction {
  isExact = true;
  readonly #lookUp: (part: Dsl) => Promise<LookedUp>;

  constructor(lookUp: (part: Dsl) => Promise<LookedUp>) {
    this.#lookUp = lookUp;
  }

  /**
   * What finds the same, and fits.
   * @param within what must be true besides, so that less is looked up.
   */
  async of(dsl: Dsl, within: readonly Dsl[] = []): Promise<Dsl> {
    // Of one clause only a NEAR of a thousand words is too much, which nobody can type.
    if (fits(dsl) || !('bool' in dsl)) return dsl;
    const { must = [], should, must_not: excluded = [] } = dsl.bool as Combination;
    return should ? anyOf(await this.#some(should, within)) : this.#all(must, excluded);
  }

  async #all(required: readonly Dsl[], excluded: readonly Dsl[]): Promise<Dsl> {
    let must: Dsl[] = [];
    let room = MOST_CLAUSES + SPARE;
    const takeRoom = async (clauses: number) => {
      if (clauses > room && must.length > 0) {
        must = [await this.#found([allOf(must)])];
        room = MOST_CLAUSES + SPARE - 1;
      }
      room -= clauses;
    };
    for (const part of [...required].sort(byHitsExpected)) {
      const reduced = await this.of(part, must);
      await takeRoom(clausesIn(reduced));
      must.push(reduced);
    }
    const mustNot = await this.#some(excluded, must);
    await takeRoom(clausesIn(mustNot));
    return { bool: { must, must_not: mustNot } };
  }

  /** Alternatives that find the same, and fit. */
  async #some(alternatives: readonly Dsl[], within: readonly Dsl[]): Promise<readonly Dsl[]> {
    if (fits(alternatives)) return alternatives;
    const batches: Dsl[][] = [];
    let room = 0;
    for (const alternative of alternatives) {
      const reduced = await this.of(alternative, within);
      const clauses = clausesIn(reduced);
      if (clauses > room) {
        batches.push([]);
        room = MOST_CLAUSES;
      }
      batches.at(-1)?.push(reduced);
      room -= clauses;
    }
    const narrowing = beginningOf(within);
    return [await this.#found(batches.map((batch) => allOf([...narrowing, anyOf(batch)])))];
  }

  /** The blocks for which one of these is true. */
  async #found(parts: readonly Dsl[]): Promise<Dsl> {
    const ids = new Set<string>();
    for (const part of parts) {
      const found = await this.#lookUp(part);
      for (const id of found.ids) ids.add(id);
      this.isExact &&= found.isAll;
    }
    return { ids: { values: [...ids] } };
  }
}

/** As much of what must be true as there is room for besides a part that is looked up. */
function beginningOf(must: readonly Dsl[]): Dsl[] {
  let room = SPARE;
  const end = must.findIndex((part) => {
    room -= clausesIn(part);
    return room < 0;
  });
  return must.slice(0, end === -1 ? must.length : end);
}

/**
 * What has alternatives last, and what asks for much first: of parts that don't fit together the first ones are
 * looked up, and should find little.
 */
function byHitsExpected(a: Dsl, b: Dsl): number {
  const alternatives = (dsl: Dsl) => (dsl.bool as Combination | undefined)?.should?.length ?? 0;
  return alternatives(a) - alternatives(b) || clausesIn(b) - clausesIn(a);
}
