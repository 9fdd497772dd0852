import type { SearchEngine } from '../../engine/engine.ts';
import type { Measure } from '../counting/measures.ts';
import type { Access } from '../presenters/citations.ts';
import { filterLabel } from '../presenters/filter-chips.ts';
import { shorten } from '../presenters/page.ts';
import { FILTERS, type SearchState } from '../search-state.ts';
import { writeAtom } from './atom.ts';
import { shortVersion } from './collection.ts';
import { writeCsvLong } from './csv-long.ts';
import { writeCsvWide } from './csv-wide.ts';
import type { Format } from './formats.ts';
import { writeJsonLines } from './json-lines.ts';
import { provenanceFields } from './provenance.ts';
import { type TakenAlong, takeAlong } from './taken-along.ts';

/** A file that is being made while it is sent. */
export class Download {
  /** Its media type, with the encoding. */
  readonly type: string;
  /** What it is saved as; null for what isn't saved but read. */
  readonly fileName: string | null;
  /** What was asked, in which collection and when, by the names of columns: a table may have no row to say so. */
  readonly provenance: Readonly<Record<string, string>>;
  /** Its text, in pieces. */
  readonly chunks: AsyncGenerator<string, void>;

  constructor({ type, fileName, provenance, chunks }: Download) {
    this.type = type;
    this.fileName = fileName;
    this.provenance = provenance;
    this.chunks = chunks;
  }
}

/** The media type of JSON Lines: registered is none, this one is known best. */
export const JSON_LINES = 'application/x-ndjson';

interface Writer {
  readonly type: string;
  /** How file names end; null for what isn't saved. */
  readonly ending: string | null;
  readonly write: (search: TakenAlong) => AsyncGenerator<string, void>;
}

const WRITERS: Readonly<Record<Format, Writer>> = {
  csv: { type: 'text/csv', ending: '.csv', write: writeCsvLong },
  wide: { type: 'text/csv', ending: ' 城市×年份.csv', write: writeCsvWide },
  jsonl: { type: JSON_LINES, ending: '.jsonl', write: writeJsonLines },
  atom: { type: 'application/atom+xml', ending: null, write: writeAtom },
};

/** The media types that searches can be taken along in. */
export const MEDIA_TYPES: readonly string[] = [...new Set(Object.values(WRITERS).map(({ type }) => type))];

/**
 * All hits of a search as a file.
 * @throws what {@link takeAlong} throws; errors of later come while the chunks are read.
 */
export async function downloadOf(
  engine: SearchEngine,
  state: SearchState,
  { format, ...settings }: { readonly format: Format; readonly measure: Measure; readonly access: Access },
): Promise<Download> {
  const { type, ending, write } = WRITERS[format];
  const search = await takeAlong(engine, state, settings);
  const fileName = ending === null ? null : `${fileStem(search)}${ending}`;
  return new Download({
    type: `${type}; charset=utf-8`,
    fileName,
    provenance: provenanceFields(search),
    chunks: write(search),
  });
}

/** What was searched, within which filters, when and in which collection; file systems take 255 bytes. */
function fileStem({ state, access, catalogue, corpusHash }: TakenAlong): string {
  const filters = FILTERS.flatMap((name) =>
    state.filters[name].map((value) => filterLabel(name, value, catalogue)),
  );
  const parts = [
    '政府报告',
    shorten(asFileName(state.q), 32) || '全部段落',
    shorten(asFileName(filters.join(' ')), 24),
    access.day,
    `语料 ${shortVersion(corpusHash)}`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** A text as every file system takes it. */
function asFileName(text: string): string {
  return text.replace(/[\p{C}\s\\/:*?"<>|]+/gu, ' ').trim();
}
