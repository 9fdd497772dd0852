/** Raised whenever the file's layout or what is written to it changes; older files are rebuilt. */
export const SCHEMA_VERSION = 4;

/**
 * - `reports`: one row a report; `body` is the report without its blocks.
 * - `blocks`: what facets and ranking need of every block, small enough to be read whole when the file
 *   is opened. A report's blocks follow each other.
 * - `contents`: what a hit shows, read only for the page asked for, and jieba's words.
 * - `terms`: the full-text index. It keeps no text of its own (`content=''`). The `ascii` tokenizer
 *   leaves every other character alone, so that terms come out as they were put in.
 * - `vocabulary`: for suggestions, the most frequent first.
 */
export const SCHEMA = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE reports (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, summary TEXT NOT NULL, body TEXT NOT NULL,
    first_block INTEGER NOT NULL, last_block INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE blocks (
    number INTEGER PRIMARY KEY, report INTEGER NOT NULL, section TEXT NOT NULL, length INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE contents (number INTEGER PRIMARY KEY, block TEXT NOT NULL, words TEXT NOT NULL) STRICT;
  CREATE VIRTUAL TABLE terms USING fts5 (body, opening, content = '', tokenize = "ascii tokenchars '.%'");
  CREATE TABLE vocabulary (
    number INTEGER PRIMARY KEY, text TEXT NOT NULL, kind TEXT NOT NULL, count INTEGER NOT NULL, pinyin TEXT NOT NULL
  ) STRICT;
`;
