import { setTimeout as wait } from 'node:timers/promises';

/** Size of a batch of documents, in bytes of JSON. */
const BATCH_BYTES = 8 * 1024 * 1024;

/** Batches that may be under way, so that the server never idles and progress stays honest. */
const BATCHES_UNDER_WAY = 2;

/**
 * Sends a batch of lines of JSON, each a document, to where it belongs. A batch may be sent again, so that
 * sending it twice must be the same as once.
 */
type Send = (lines: readonly string[]) => Promise<void>;

/** Sends documents in batches, several at once, and waits for the server where it falls behind. */
export class Batches {
  readonly #send: Send;
  readonly #underWay: Promise<void>[] = [];
  #lines: string[] = [];
  #bytes = 0;
  #count = 0;

  constructor(send: Send) {
    this.#send = send;
  }

  /** @param document anything JSON can say. */
  async add(document: object): Promise<void> {
    const line = JSON.stringify(document);
    this.#lines.push(line);
    this.#bytes += Buffer.byteLength(line);
    this.#count += 1;
    if (this.#bytes >= BATCH_BYTES) await this.#flush();
  }

  /** @returns how many documents were sent, all of which the server has taken in. */
  async end(): Promise<number> {
    await this.#flush();
    await Promise.all(this.#underWay);
    return this.#count;
  }

  async #flush(): Promise<void> {
    if (this.#lines.length === 0) return;
    const sent = this.#send(this.#lines);
    // Awaited below or by `end`; until then a failure must not count as nobody's.
    sent.catch(() => {});
    this.#underWay.push(sent);
    this.#lines = [];
    this.#bytes = 0;
    if (this.#underWay.length >= BATCHES_UNDER_WAY) await this.#underWay.shift();
  }
}

/** Waits before one try more: short at first, twice as long each time, for about two minutes in all. */
const WAITS_MS = [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000];

/**
 * Runs a call again where it fails for a reason that passes.
 * @param isPassing whether an error may be gone after a while.
 */
export async function retried<Result>(
  call: () => Promise<Result>,
  isPassing: (error: unknown) => boolean,
): Promise<Result> {
  for (const ms of WAITS_MS) {
    try {
      return await call();
    } catch (error) {
      if (!isPassing(error)) throw error;
      // Not all at the same moment: the server is busy as it is.
      await wait(ms * (0.5 + Math.random() / 2));
    }
  }
  return call();
}
