/** The places of keys in a list, for looking up the keys that begin so. Empty keys are left out. */
export class PrefixIndex {
  /** Sorted. */
  readonly #keys: readonly string[];
  /** The place that each key had in the list. */
  readonly #places: Uint32Array;

  constructor(keys: readonly string[]) {
    const places = keys
      .map((_, place) => place)
      .filter((place) => keys[place] !== '')
      .sort((a, b) => compare(keys[a] as string, keys[b] as string));
    this.#keys = places.map((place) => keys[place] as string);
    this.#places = Uint32Array.from(places);
  }

  /** The places of keys that begin with a prefix: the first ones, in order. */
  startingWith(prefix: string, most: number): number[] {
    const start = this.#firstFrom(prefix);
    return first(this.#places.subarray(start, this.#firstFrom(`${prefix}\uffff`, start)), most);
  }

  /** The places of a key: the first ones, in order. */
  equalTo(key: string, most: number): number[] {
    const start = this.#firstFrom(key);
    return first(this.#places.subarray(start, this.#firstFrom(`${key}\u0000`, start)), most);
  }

  /** The place among the sorted keys of the first one that doesn't come before a text. */
  #firstFrom(text: string, from = 0): number {
    let low = from;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(this.#keys[middle] as string, text) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The smallest of many numbers, sorted. All of them aren't sorted for that: a letter begins thousands of keys. */
function first(numbers: Uint32Array, most: number): number[] {
  const chosen: number[] = [];
  for (const number of numbers) {
    if (chosen.length === most && number > (chosen[most - 1] as number)) continue;
    const at = chosen.findIndex((other) => other > number);
    chosen.splice(at < 0 ? chosen.length : at, 0, number);
    if (chosen.length > most) chosen.pop();
  }
  return chosen;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
