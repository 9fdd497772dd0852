import type { z } from 'zod';
import { NO_FILTERS, type SearchEngine } from '../../engine/engine.ts';
import { parseQuery } from '../../text/query.ts';
import { Catalogue } from '../catalogue.ts';
import { findCited } from '../cited.ts';
import { compareReports } from '../comparing/compare.ts';
import { matrixOf } from '../counting/matrix.ts';
import { countReports } from '../counting/report-counts.ts';
import { splitTerms } from '../counting/trend-terms.ts';
import { countTrends } from '../counting/trends.ts';
import { type Download, downloadOf } from '../exports/download.ts';
import { corpusFields } from '../exports/provenance.ts';
import { ofOneCollection } from '../one-collection.ts';
import { countPanel } from '../panel/count-panel.ts';
import { panelDownload } from '../panel/panel-rows.ts';
import { readTermList } from '../panel/term-list.ts';
import { type Access, citations } from '../presenters/citations.ts';
import { compareJson } from '../presenters/compare-json.ts';
import { matrixJson } from '../presenters/matrix-json.ts';
import { reportJson, reportSummaryJson } from '../presenters/report-json.ts';
import { searchJson } from '../presenters/search-json.ts';
import { trendsJson } from '../presenters/trends-json.ts';
import { badRequest, notFound } from '../problems.ts';
import { countHits, runSearch } from '../search.ts';
import { stateOf } from '../search-state.ts';
import { completionsOf } from '../suggestions/completions.ts';
import { Lexicon } from '../suggestions/lexicon.ts';
import { suggestionsFor } from '../suggestions/offers.ts';
import type { Given } from './answers.ts';
import { openApi } from './openapi.ts';
import { OPERATIONS, type OperationName } from './operations.ts';
import { readParameters } from './read-parameters.ts';
import { DEFAULTS } from './search-parameters.ts';

type Schemas<Name extends OperationName> = (typeof OPERATIONS)[Name];

/** The parameters of a request, as the schemas of its route read them. */
interface ApiRequest<Name extends OperationName> {
  readonly path: z.output<Schemas<Name>['path']>;
  readonly query: z.output<Schemas<Name>['query']>;
  readonly access: Access;
  /** The text that was sent; undefined where none was, or not as text. */
  readonly body: string | undefined;
}

type Handlers = {
  readonly [Name in OperationName]: (
    request: ApiRequest<Name>,
    engine: SearchEngine,
  ) => Promise<Given<z.input<Schemas<Name>['answer']>> | Download>;
};

const HANDLERS: Handlers = {
  search({ query, access }, engine) {
    return ofOneCollection(engine, async (catalogue) => {
      const state = stateOf(query, catalogue);
      const { format, measure } = query;
      if (format) return downloadOf(engine, state, { format, measure, access });
      const search = await runSearch(engine, state, catalogue);
      return searchJson(search, catalogue, await suggestionsFor(search, engine, catalogue));
    });
  },

  matrix({ query }, engine) {
    return ofOneCollection(engine, async (catalogue) => {
      const state = stateOf({ ...query, ...DEFAULTS, mode: query.mode }, catalogue);
      const reading = await countHits(engine, state, catalogue);
      return matrixJson(reading.mode, matrixOf(await countReports(engine, reading)), catalogue);
    });
  },

  trends({ query }, engine) {
    return ofOneCollection(engine, async (catalogue) => {
      const state = stateOf({ ...query, ...DEFAULTS, mode: 'exact' }, catalogue);
      return trendsJson(await countTrends(engine, splitTerms(query.q), state, catalogue), catalogue);
    });
  },

  compare({ query }, engine) {
    return ofOneCollection(engine, async () => compareJson(await compareReports(engine, [query.a, query.b])));
  },

  async panel({ query, body, access }, engine) {
    if (body === undefined) {
      throw badRequest('没有收到词表。请用 POST 送来纯文本（Content-Type: text/plain），一行一个词');
    }
    return ofOneCollection(engine, async (catalogue) => {
      const state = stateOf({ ...query, ...DEFAULTS, q: '' }, catalogue);
      const { terms } = readTermList(body, state, catalogue);
      const filters = state.engineFilters;
      const { counted, reports, collection } = await countPanel(engine, terms, filters);
      const stamp = corpusFields(collection, access.day);
      return panelDownload({ counted, reports, terms, filters, stamp, origin: access.origin });
    });
  },

  async suggest({ query }, engine) {
    const catalogue = await Catalogue.of(engine);
    const lexicon = await Lexicon.of(engine, catalogue);
    return { suggestions: completionsOf(query.q, lexicon, catalogue) };
  },

  async reports(_request, engine) {
    return { reports: (await engine.reports()).map(reportSummaryJson) };
  },

  async report({ path }, engine) {
    const report = await engine.report(path.id);
    if (!report) throw notFound(`没有编号为 ${path.id} 的报告`);
    return reportJson(report);
  },

  async citations({ path, access }, engine) {
    const { report, block, found } = await findCited(engine, path.id);
    if (!report || !found) throw notFound(`没有编号为 ${path.id} 的报告或段落`);
    return citations(report, block, access);
  },

  async description() {
    return openApi();
  },

  async health(_request, engine) {
    const { total, hitsByReport } = await engine.search({
      query: parseQuery(''),
      filters: NO_FILTERS,
      sort: 'relevance',
      offset: 0,
      limit: 1,
    });
    return { status: 'ok', reports: hitsByReport.size, blocks: total };
  },
};

/** A request as it comes. */
interface RawRequest {
  /** The parameters in its path, decoded. */
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: URLSearchParams;
  readonly access: Access;
  /** The text that was sent; undefined where none was, or not as text. */
  readonly body?: string | undefined;
}

/**
 * Answers a route's request.
 * @returns what is sent as JSON, or a {@link Download}.
 * @throws HttpProblem `bad_request` that tells of all parameters that can't be used; what the handler throws.
 */
export async function answerTo(
  name: OperationName,
  { path, query, access, body }: RawRequest,
  engine: SearchEngine,
): Promise<unknown> {
  const operation = OPERATIONS[name];
  const { values, problems } = readParameters(operation.query, query);
  if (problems.length > 0) throw badRequest(problems.map(({ message }) => message).join('；'));
  // Of which route these are the parameters, types can't follow.
  const handle = HANDLERS[name] as (request: object, engine: SearchEngine) => Promise<unknown>;
  return handle({ path: operation.path.parse(path), query: values, access, body }, engine);
}
