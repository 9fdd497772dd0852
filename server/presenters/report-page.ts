import type { Report } from '../../report/types.ts';
import { isEmpty, type Query } from '../../text/query.ts';
import { SearchState } from '../search-state.ts';
import { reportUrl } from './addresses.ts';
import { BlockPresenter, type BlockView, type Definition } from './block-view.ts';
import { type CitationList, citationList } from './citation-list.ts';
import { type Access, citations } from './citations.ts';
import { type Page, pageTitle } from './page.ts';
import { queryText } from './query-text.ts';
import { type BodyNode, reportBody } from './report-body.ts';
import { type Fact, reportFacts } from './report-facts.ts';
import { reportMetadata } from './report-metadata.ts';

interface OutlineEntry {
  readonly text: string;
  readonly href: string;
  readonly level: number;
}

/** The matches of a query on a report's page, and the way through them. */
interface HitBar {
  readonly text: string;
  readonly blocks: readonly { readonly number: number; readonly href: string }[];
  readonly first: string;
  readonly last: string;
  /** The same search in all reports. */
  readonly everywhere: string;
  readonly clear: string;
}

interface ReportPage extends Page {
  readonly id: string;
  readonly q: string;
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
  readonly warnings: readonly string[];
  readonly citations: CitationList;
}

/**
 * Presents a report in full, the matches of a query marked.
 * @param state of the page's address, which the query was read from.
 */
export function reportPage(report: Report, query: Query, state: SearchState, access: Access): ReportPage {
  const present = new BlockPresenter(report, query);
  const nodes = reportBody(report, present);
  const [first] = report.blocks;
  // The text's own title serves as the page's, instead of standing there twice.
  const opensWithTitle = first?.type === 'heading' && first.level === 0 && first.text === report.title;
  const description = `${report.title}全文，${report.blocks.length} 段，可逐段引用。`;
  return {
    title: pageTitle(report.title),
    styles: ['reader', 'text', 'notes', 'tables', 'citations'],
    description,
    canonical: reportUrl(report.id),
    ...(isEmpty(query) ? {} : { robots: 'noindex' }),
    ...reportMetadata(report, description, access.origin),
    id: report.id,
    q: query.text,
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
    hitBar: isEmpty(query) ? null : hitBar(report, query, state, present),
    citations: citationList(citations(report, null, access), null),
    warnings: report.warnings.map(({ line, message }) =>
      line === null ? message : `第 ${line} 行：${message}`,
    ),
  };
}

function hitBar(
  report: Report,
  query: Query,
  { q, mode, expand }: SearchState,
  present: BlockPresenter,
): HitBar {
  const hits = report.blocks.filter((block) => present.ranges(block).length > 0);
  const terms = queryText(query);
  const blocks = hits.map(({ id, number }) => ({ number, href: `#${id}` }));
  return {
    text: hitText(hits.length, terms),
    blocks,
    first: blocks[0]?.href ?? '',
    last: blocks.at(-1)?.href ?? '',
    everywhere: new SearchState({ q, mode, expand }).url(),
    clear: reportUrl(report.id),
  };
}

function hitText(count: number, terms: string): string {
  if (terms === '') return '检索词里没有可检索的字';
  return count === 0 ? `本报告中没有 ${terms}` : `本报告中 ${count} 段命中 ${terms}`;
}
