/** Something inferred, and the words of the report it rests on. */
export interface Evident<T> {
  readonly value: T;
  readonly evidence: string;
}
