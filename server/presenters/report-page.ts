import type { Report } from '../../report/types.ts';
import { isEmpty, type Query } from '../../text/query.ts';
import type { Catalogue } from '../catalogue.ts';
import type { SearchState } from '../search-state.ts';
import { readingOf, reportUrl } from './addresses.ts';
import { BlockPresenter, type BlockView, type Definition } from './block-view.ts';
import { type CitationList, citationList } from './citation-list.ts';
import { type Access, citations } from './citations.ts';
import { type HitBar, hitBar } from './hit-bar.ts';
import { type Neighbours, neighbours } from './neighbours.ts';
import { type Page, pageTitle } from './page.ts';
import { type BodyNode, reportBody } from './report-body.ts';
import { type Fact, reportFacts } from './report-facts.ts';
import { reportMetadata } from './report-metadata.ts';

interface OutlineEntry {
  readonly text: string;
  readonly href: string;
  readonly level: number;
}

interface ReportPage extends Page {
  readonly id: string;
  readonly q: string;
  readonly notes: readonly string[];
  readonly name: string;
  /** The title as a block of the text, where the text opens with it. */
  readonly nameBlock: BlockView | null;
  readonly nameInferred: boolean;
  readonly nameEvidence: string;
  readonly facts: readonly Fact[];
  readonly outline: readonly OutlineEntry[];
  readonly body: readonly BodyNode[];
  /** What the footnotes' marks open. */
  readonly definitions: readonly Definition[];
  readonly hitBar: HitBar | null;
  /** Where the report stands on this site, whole: for paper. */
  readonly permanent: string;
  readonly neighbours: Neighbours;
  readonly warnings: readonly string[];
  readonly citations: CitationList;
}

/** What a report's page is made of. */
interface Asked {
  readonly report: Report;
  /** What is marked. */
  readonly query: Query;
  /** Of the page's address, which the query was read from. */
  readonly state: SearchState;
  /** On the parameters of the address. */
  readonly notes: readonly string[];
  readonly catalogue: Catalogue;
  readonly access: Access;
}

/** Presents a report in full, the matches of a query marked. */
export function reportPage({ report, query, state, notes, catalogue, access }: Asked): ReportPage {
  const present = new BlockPresenter(report, query);
  const nodes = reportBody(report, present);
  const [first] = report.blocks;
  // The text's own title serves as the page's, instead of standing there twice.
  const opensWithTitle = first?.type === 'heading' && first.level === 0 && first.text === report.title;
  const description = `${report.title}全文，${report.blocks.length} 段，可逐段引用。`;
  return {
    title: pageTitle(report.title),
    styles: ['reader', 'text', 'notes', 'tables', 'lost-block', 'citations'],
    scripts: ['outline', 'notes', 'print-date', 'hit-bar', 'lost-block'],
    // A long text needn't be waited for: it only grows.
    firstViewEnd: 'before-text',
    description,
    canonical: reportUrl(report.id),
    ...(isEmpty(query) ? {} : { robots: 'noindex' }),
    ...reportMetadata(report, description, access.origin),
    id: report.id,
    q: query.text,
    notes,
    name: report.title,
    nameBlock: opensWithTitle ? (nodes[0]?.title ?? null) : null,
    nameInferred: report.titleInferred,
    nameEvidence: report.titleInferred ? (report.evidence.title ?? '') : '',
    facts: reportFacts(report),
    outline: report.headings.map(({ text, level, block }) => ({
      text,
      level: Math.min(level, 3),
      href: `#${report.blocks[block - 1]?.id ?? ''}`,
    })),
    body: opensWithTitle ? nodes.slice(1) : nodes,
    definitions: present.definitions(),
    hitBar: hitBar(report, query, state, present),
    permanent: `${access.origin}${reportUrl(report.id)}`,
    neighbours: neighbours(
      report,
      catalogue,
      readingOf({ state, mode: state.mode === 'auto' ? 'exact' : state.mode }),
    ),
    citations: citationList(citations(report, null, access), null),
    warnings: report.warnings.map(({ line, message }) =>
      line === null ? message : `第 ${line} 行：${message}`,
    ),
  };
}
