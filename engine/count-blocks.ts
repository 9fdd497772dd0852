import { tokenise } from '../text/tokens.ts';

/** A token that terms have at some place, and what may follow it. */
interface Node {
  next: Map<string, Node> | null;
  /** Places, in the list of terms, of those that end here. */
  ends: number[] | null;
}

/**
 * Counts in how many texts each of many terms stands, in one pass over the texts. Tokens are compared as
 * `text/match.ts` does, so that the counts are those that searches for the terms give.
 */
export function countBlocks(terms: readonly string[], texts: Iterable<string>): Uint32Array {
  const root = treeOf(terms);
  const counts = new Uint32Array(terms.length);
  /** For each term, the number of the last text that was seen to have it, from 1. */
  const last = new Uint32Array(terms.length);
  let number = 0;
  for (const text of texts) {
    number += 1;
    const tokens = keysOf(text);
    for (let start = 0; start < tokens.length; start += 1) {
      let node = root.next?.get(tokens[start] as string);
      for (let at = start + 1; node; at += 1) {
        for (const term of node.ends ?? []) {
          if (last[term] === number) continue;
          last[term] = number;
          counts[term] = (counts[term] as number) + 1;
        }
        node = node.next?.get(tokens[at] as string);
      }
    }
  }
  return counts;
}

function treeOf(terms: readonly string[]): Node {
  const root: Node = { next: null, ends: null };
  terms.forEach((term, i) => {
    let node = root;
    for (const key of keysOf(term)) {
      node.next ??= new Map();
      const next = node.next.get(key) ?? { next: null, ends: null };
      node.next.set(key, next);
      node = next;
    }
    if (node !== root) {
      node.ends ??= [];
      node.ends.push(i);
    }
  });
  return root;
}

/** What is equal for tokens that match each other. */
function keysOf(text: string): string[] {
  return tokenise(text).map((token) => (token.text === '' ? ` ${token.kind}` : token.text));
}
