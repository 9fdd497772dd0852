import { byNewest } from '../report/order.ts';
import type { Block, Report, ReportSummary } from '../report/types.ts';
import type { ReportDocument } from './document.ts';
import type { CorpusState, SearchEngine, SearchRequest, SearchResult } from './engine.ts';
import { EngineError } from './errors.ts';
import { heldFilters } from './facet-filters.ts';
import { type IndexNames, patiently, type RebuildTarget, rebuild } from './rebuild.ts';
import {
  type StoredReport,
  type StoredState,
  type StoredVocabulary,
  vocabularyOf,
} from './stored-documents.ts';
import type { VocabularyEntry } from './vocabulary.ts';

/** A search that a swap of indexes came between is run again, this often at most. */
const ATTEMPTS = 3;

/** How long a collection that was found whole, under the right settings, is taken for so. */
const TRUSTED_MS = 10_000;

/** A collection as searches need it. */
export interface LiveCollection {
  /** Tells collections apart: the name of what the server has it in. */
  readonly version: string;
  /** Newest first. */
  readonly reports: readonly ReportSummary[];
  /** The place of each report in that list, by id. */
  readonly placeOf: ReadonlyMap<string, number>;
}

/** An answer, or word that it came from another collection than the one that is known. */
export type Answer<Result> = Result | 'collection changed';

/** What an adapter to a search server provides; {@link ServerEngine} makes an engine of it. */
export interface SearchServer {
  /** As messages call it. */
  readonly name: string;
  /** Where the next collection is prepared. */
  readonly target: RebuildTarget;
  /** What an error of its client means; null where it is none of those. */
  asEngineError(error: unknown): EngineError | null;
  /** An answer that can't be read: some gateway's page, say. */
  strangeAnswer(cause: unknown): EngineError;

  /** The state of the live collection, and which it is; null where there is none. */
  readState(): Promise<{ readonly stored: StoredState; readonly version: string } | null>;
  /** How many documents an index of the live pair holds; none where there is no index. */
  countDocuments(of: keyof IndexNames): Promise<number>;
  /** The names of the live indexes' settings that aren't as they should be; none without an index. */
  changedSettings(): Promise<string[]>;
  summaries(): Promise<ReportSummary[]>;

  /** @param request whose filters have values only that there are. */
  search(collection: LiveCollection, request: SearchRequest): Promise<Answer<SearchResult>>;
  storedReport(collection: LiveCollection, id: string): Promise<Answer<StoredReport | null>>;
  /** A report's blocks in order. */
  blocksOf(collection: LiveCollection, id: string): Promise<Answer<Block[]>>;
  vocabularyParts(collection: LiveCollection): Promise<Answer<StoredVocabulary[]>>;

  /** @throws EngineError `unsafe` where the credentials are a reader's and can write. */
  refuseWriter(): Promise<void>;
  /** Warnings for whoever serves, beyond those of settings. */
  warnings(): Promise<string[]>;
  /** Puts in order what isn't the collection itself. @returns what was done. */
  prepare(): Promise<string[]>;
}

/** A collection, and when it was last found as it should be. */
interface VerifiedCollection extends LiveCollection {
  readonly verifiedAt: number;
}

/** A search server that this process shares with others. */
export class ServerEngine implements SearchEngine {
  readonly #server: SearchServer;
  #known: VerifiedCollection | null = null;
  /** Whether the credentials have been found to be no danger. */
  #isHarmless = false;

  constructor(server: SearchServer) {
    this.#server = server;
  }

  search(request: SearchRequest): Promise<SearchResult> {
    return this.#reading((collection) =>
      this.#server.search(collection, {
        ...request,
        filters: heldFilters(request.filters, collection.reports),
      }),
    );
  }

  report(id: string): Promise<Report | null> {
    return this.#reading(async (collection) => {
      const [stored, blocks] = await Promise.all([
        this.#server.storedReport(collection, id),
        this.#server.blocksOf(collection, id),
      ]);
      if (stored === 'collection changed' || blocks === 'collection changed') return 'collection changed';
      return stored && { ...stored.body, blocks };
    });
  }

  reports(): Promise<readonly ReportSummary[]> {
    return this.#reading(async ({ reports }) => reports);
  }

  vocabulary(): Promise<readonly VocabularyEntry[]> {
    return this.#reading(async (collection) => {
      const parts = await this.#server.vocabularyParts(collection);
      return parts === 'collection changed' ? parts : vocabularyOf(parts);
    });
  }

  corpusState(): Promise<CorpusState | null> {
    return this.#telling(async () => {
      const live = await this.#server.readState();
      const isAsItShouldBe =
        live && (await this.#isWhole(live.stored)) && (await this.#server.changedSettings()).length === 0;
      return isAsItShouldBe ? live.stored.state : null;
    });
  }

  check(): Promise<readonly string[]> {
    return this.#telling(async () => {
      await this.#refuseWriter();
      const changed = await this.#server.changedSettings();
      const warnings = await this.#server.warnings();
      return changed.length === 0 ? warnings : [this.#settingsMessage(changed), ...warnings];
    });
  }

  prepare(): Promise<readonly string[]> {
    return this.#telling(async () => {
      const told = await this.#server.prepare();
      await patiently(this.#server.target, () => this.#server.target.removeLeftovers());
      return told;
    });
  }

  replace(reports: AsyncIterable<ReportDocument>, state: CorpusState): Promise<void> {
    return this.#calling(() => rebuild(this.#server.target, reports, state));
  }

  async close(): Promise<void> {
    this.#known = null;
  }

  /** @throws EngineError for whatever goes wrong, in words an operator can act on. */
  async #calling<Result>(call: () => Promise<Result>): Promise<Result> {
    try {
      return await call();
    } catch (error) {
      throw this.#server.asEngineError(error) ?? error;
    }
  }

  /**
   * Runs a call in which nothing of ours throws, so that whatever does is an answer that isn't the server's: a
   * gateway's page, say.
   */
  async #telling<Result>(call: () => Promise<Result>): Promise<Result> {
    try {
      return await this.#calling(call);
    } catch (error) {
      throw error instanceof EngineError ? error : this.#server.strangeAnswer(error);
    }
  }

  /** Reads from the live collection; once more where another was put in its place meanwhile. */
  #reading<Result>(read: (collection: LiveCollection) => Promise<Answer<Result>>): Promise<Result> {
    return this.#telling(async () => {
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        const answer = await read(await this.#collection());
        if (answer !== 'collection changed') return answer;
        if (this.#known) this.#known = { ...this.#known, verifiedAt: Number.NEGATIVE_INFINITY };
      }
      throw new EngineError(
        'unavailable',
        `${this.#server.name} 的索引接连更换，这次检索没有完成。请稍后再试。`,
      );
    });
  }

  /** Once is enough; where the server was away at the start, it is the first thing when it is back. */
  async #refuseWriter(): Promise<void> {
    if (this.#isHarmless) return;
    await this.#server.refuseWriter();
    this.#isHarmless = true;
  }

  /** The live collection: what is known of it, unless the server has another by now. */
  async #collection(): Promise<VerifiedCollection> {
    await this.#refuseWriter();
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const live = await this.#server.readState();
      if (!live) {
        throw new EngineError(
          'no_index',
          `${this.#server.name} 里还没有索引。请运行 npm run index 建立索引。`,
        );
      }
      const known = this.#known?.version === live.version ? this.#known : null;
      if (known && performance.now() - known.verifiedAt < TRUSTED_MS) return known;
      const changed = await this.#server.changedSettings();
      if (changed.length > 0) throw new EngineError('misconfigured', this.#settingsMessage(changed));
      // Where the numbers differ, the indexes may just have been swapped: then the state is another too.
      if (!(await this.#isWhole(live.stored))) continue;
      const reports = known?.reports ?? (await this.#server.summaries()).sort(byNewest);
      // They are of whatever was live just then.
      if (!known && (await this.#server.readState())?.version !== live.version) continue;
      // Whoever has read them first: who holds the list takes another for another collection.
      const first = this.#known?.version === live.version ? this.#known : asCollection(live.version, reports);
      this.#known = { ...first, verifiedAt: performance.now() };
      return this.#known;
    }
    throw new EngineError('no_index', `${this.#server.name} 的索引不完整。请运行 npm run index 重建。`);
  }

  async #isWhole({ blocks, reports }: StoredState): Promise<boolean> {
    const found = await Promise.all([
      this.#server.countDocuments('blocks'),
      this.#server.countDocuments('reports'),
    ]);
    return found[0] === blocks && found[1] === reports;
  }

  #settingsMessage(changed: readonly string[]): string {
    return `${this.#server.name} 索引的设置与程序所需不同（${changed.join('、')}）。请运行 npm run index 更新。`;
  }
}

function asCollection(version: string, reports: readonly ReportSummary[]): LiveCollection {
  return { version, reports, placeOf: new Map(reports.map((report, place) => [report.id, place])) };
}
