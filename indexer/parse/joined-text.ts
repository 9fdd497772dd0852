/** How much of the end of a text tells whether it goes on. */
const TAIL = 200;

/**
 * A text that grows piece by piece. What it ends with is at hand without putting the pieces together, so
 * that a file of a million broken lines takes no longer than its length.
 */
export class JoinedText {
  readonly #pieces: string[] = [];
  /** The last characters of the text so far. */
  tail = '';
  length = 0;

  constructor(first: string) {
    this.add(first);
  }

  /** Adds a piece: with a space only between two Latin words. */
  add(piece: string): void {
    const glue = /[A-Za-z]$/.test(this.tail) && /^[A-Za-z]/.test(piece) ? ' ' : '';
    this.#pieces.push(glue + piece);
    this.length += glue.length + piece.length;
    this.tail = (this.tail + glue + piece.slice(-TAIL)).slice(-TAIL);
  }

  toString(): string {
    return this.#pieces.join('');
  }
}
