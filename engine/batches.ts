/** Size of a batch of documents, in bytes of JSON. */
const BATCH_BYTES = 8 * 1024 * 1024;

/** Batches that may be under way, so that the server never idles and progress stays honest. */
const BATCHES_UNDER_WAY = 2;

/** A document ready to be sent. */
export interface Sendable {
  readonly id: string;
  readonly json: string;
}

/** Sends a batch to where it belongs. */
type Send = (batch: readonly Sendable[]) => Promise<void>;

/** Sends documents in batches, several at once, and waits for the server where it falls behind. */
export class Batches {
  readonly #send: Send;
  readonly #underWay: Promise<void>[] = [];
  #batch: Sendable[] = [];
  #bytes = 0;
  #count = 0;

  constructor(send: Send) {
    this.#send = send;
  }

  /** How many documents were given so far. */
  get count(): number {
    return this.#count;
  }

  /** @param document what JSON can say, and an id of its own. */
  async add(document: { readonly id: string }): Promise<void> {
    const json = JSON.stringify(document);
    this.#batch.push({ id: document.id, json });
    this.#bytes += Buffer.byteLength(json);
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
    if (this.#batch.length === 0) return;
    const sent = this.#send(this.#batch);
    // Awaited below or by `end`; until then a failure must not count as nobody's.
    sent.catch(() => {});
    this.#underWay.push(sent);
    this.#batch = [];
    this.#bytes = 0;
    if (this.#underWay.length >= BATCHES_UNDER_WAY) await this.#underWay.shift();
  }
}
