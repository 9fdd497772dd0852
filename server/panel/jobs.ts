import { randomUUID } from 'node:crypto';
import type { SearchEngine } from '../../engine/engine.ts';
import type { ReportSummary } from '../../report/types.ts';
import { corpusFields } from '../exports/provenance.ts';
import { today } from '../presenters/days.ts';
import { asProblem, type HttpProblem } from '../problems.ts';
import type { SearchState } from '../search-state.ts';
import { countPanel, type PanelReport } from './count-panel.ts';
import type { PanelStamp } from './panel-rows.ts';
import type { TermList } from './term-list.ts';
import { Turns } from './turns.ts';

/** A list that is being counted, or has been. */
export interface PanelJob {
  /** Nobody can guess it: who has the address has the job. */
  readonly id: string;
  readonly list: TermList;
  /** The filters it was asked for with. */
  readonly state: SearchState;
  /** When it was asked for, in milliseconds of the epoch. */
  readonly started: number;
  status: 'waiting' | 'counting' | 'done' | 'failed';
  /** The reports to be counted; none before it is its turn. */
  reports: readonly ReportSummary[];
  readonly counted: PanelReport[];
  /** Null before it is its turn. */
  stamp: PanelStamp | null;
  problem: HttpProblem | null;
}

/** Jobs that are kept; the oldest ones go first. Each may hold some megabytes. */
const MOST_JOBS = 20;

/** How long a job is kept. */
const HOUR = 60 * 60 * 1000;

/** Counts lists for the page, one at a time, in memory. */
export class PanelJobs {
  readonly #engine: SearchEngine;
  readonly #jobs = new Map<string, PanelJob>();
  readonly #turns = new Turns({ running: 1, waiting: 10 });
  readonly #now: () => number;

  constructor(engine: SearchEngine, now: () => number = Date.now) {
    this.#engine = engine;
    this.#now = now;
  }

  /**
   * Takes a list.
   * @throws HttpProblem `busy` where too many are waiting.
   */
  start(list: TermList, state: SearchState): PanelJob {
    this.#turns.check();
    this.#forget(MOST_JOBS - 1);
    const job: PanelJob = {
      id: randomUUID(),
      list,
      state,
      started: this.#now(),
      status: 'waiting',
      reports: [],
      counted: [],
      stamp: null,
      problem: null,
    };
    this.#jobs.set(job.id, job);
    void this.#turns.run(() => this.#count(job));
    return job;
  }

  /** A job, or undefined where there is none of that id, or no longer. */
  get(id: string): PanelJob | undefined {
    this.#forget(MOST_JOBS);
    return this.#jobs.get(id);
  }

  async #count(job: PanelJob): Promise<void> {
    try {
      job.status = 'counting';
      const { reports, collection, counted } = await countPanel(
        this.#engine,
        job.list.terms,
        job.state.engineFilters,
      );
      job.reports = reports;
      job.stamp = corpusFields(collection, today());
      for await (const report of counted) job.counted.push(report);
      job.status = 'done';
    } catch (error) {
      job.problem = asProblem(error);
      job.status = 'failed';
      if (job.problem.code === 'internal') console.error(error);
    }
  }

  /** Lets go of what is old, and of the oldest where there are more than so many. Those under way stay. */
  #forget(most: number): void {
    const over = [...this.#jobs.values()].filter(({ status }) => status === 'done' || status === 'failed');
    const tooMany = this.#jobs.size - most;
    over.forEach(({ id, started }, i) => {
      if (i < tooMany || this.#now() - started > HOUR) this.#jobs.delete(id);
    });
  }
}
