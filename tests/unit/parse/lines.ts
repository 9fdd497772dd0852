import { type Line, readLines } from '../../../indexer/parse/line.ts';

/** The lines of a text as the first step reads them. */
export function lines(...texts: string[]): Line[] {
  return readLines(texts.join('\n'));
}

export function texts(items: readonly { readonly text: string }[]): string[] {
  return items.map((item) => item.text);
}
