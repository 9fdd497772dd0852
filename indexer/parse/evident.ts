import { plain } from './plain.ts';

/** Something inferred, and the words of the report it rests on. */
export interface Evident<T> {
  readonly value: T;
  readonly evidence: string;
}

/** What a pattern's first group takes of a text, and all of it, as written: in traditional characters or not. */
export function captured(pattern: RegExp, text: string): Evident<string> | null {
  const [whole, group] = pattern.exec(plain(text))?.indices ?? [];
  return whole && group ? { value: text.slice(...group), evidence: text.slice(...whole) } : null;
}
