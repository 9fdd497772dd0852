import { HttpProblem } from '../problems.ts';

/** Lets few of many tasks run at once; the others wait, as many as there is room for. */
export class Turns {
  readonly #most: { readonly running: number; readonly waiting: number };
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(most: { readonly running: number; readonly waiting: number }) {
    this.#most = most;
  }

  /**
   * Runs a task when it is its turn.
   * @throws HttpProblem `busy`, at once, where too many are waiting.
   */
  async run<Result>(task: () => Promise<Result>): Promise<Result> {
    if (this.#running >= this.#most.running) await this.#wait();
    else this.#running += 1;
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      // The turn is handed on, so that nobody can come in between.
      if (next) next();
      else this.#running -= 1;
    }
  }

  /** @throws HttpProblem `busy` where one more could not even wait. */
  check(): void {
    if (this.#running >= this.#most.running && this.#waiting.length >= this.#most.waiting) {
      throw new HttpProblem('busy', '正在统计的词表太多，暂时排不上。请过一会儿再试');
    }
  }

  #wait(): Promise<void> {
    this.check();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
