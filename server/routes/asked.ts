import type { Catalogue } from '../catalogue.ts';
import { parameterNotes } from '../presenters/parameter-notes.ts';
import { parseSearchState } from '../search-state.ts';

/** What the parameters of a page ask for. */
interface Asked extends ReturnType<typeof parseSearchState> {
  /** What the reader is told of those that couldn't be used. */
  readonly notes: readonly string[];
}

/** Reads the parameters of a page, of its address or of a form that was sent: every page by the same rules. */
export function askedFor(parameters: URLSearchParams, catalogue: Catalogue): Asked {
  const asked = parseSearchState(parameters, catalogue);
  return { ...asked, notes: parameterNotes(asked.problems) };
}
