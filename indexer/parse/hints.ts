/** What a file says about its report beside the text: taken where the text itself doesn't tell. */
export interface Hints {
  /** Address the copy was published at. */
  readonly url: string | null;
  /** Title of the page, without the name of the site. */
  readonly title: string | null;
  /** Day of publication, YYYY-MM-DD. */
  readonly date: string | null;
  /** Who published the copy. */
  readonly source: string | null;
  /** Name of the site it was published on. */
  readonly site: string | null;
  /** What the file shows beside the text: it is in the report's account, and nowhere else. */
  readonly leftOut: readonly LeftOut[];
}

/** A line that a file shows beside its text, and what it is. */
export interface LeftOut {
  readonly text: string;
  readonly reason: string;
}

/** Plain text comes with nothing beside it. */
export const NO_HINTS: Hints = {
  url: null,
  title: null,
  date: null,
  source: null,
  site: null,
  leftOut: [],
};
