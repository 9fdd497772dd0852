import type { Block, ReportSummary } from '../../report/types.ts';
import { fragments } from '../../text/highlight.ts';
import { mergeRanges } from '../../text/match.ts';
import type { LocatedBlock } from '../counting/report-hits.ts';
import { exportUrl, permanentUrl, shortUrl } from '../presenters/addresses.ts';
import { formatCount, pageTitle, SITE_NAME, shorten } from '../presenters/page.ts';
import { queryText } from '../presenters/query-text.ts';
import type { Mode } from '../search.ts';
import type { SearchState } from '../search-state.ts';
import { writable } from './characters.ts';
import { corpusText, filtersText } from './provenance.ts';
import type { TakenAlong } from './taken-along.ts';

/** Entries of a feed. Readers ask for it again and again, and show what they haven't seen. */
const MOST = 100;

/** A hit that becomes an entry. */
type Entry = LocatedBlock & { readonly report: ReportSummary };

const MODE_NAMES: Readonly<Record<Mode, string>> = {
  all: '全部段落',
  exact: '精确',
  words: '分词',
  any: '任意',
};

/**
 * Writes a feed (RFC 4287) of the newest hits. Ids are addresses that stay: the feed's is its search's, an
 * entry's its paragraph's.
 */
export async function* writeAtom(search: TakenAlong): AsyncGenerator<string> {
  const { state, access } = search;
  const { origin, day } = access;
  const entries = await newest(search);
  const page = origin + state.listedPlainly().url();
  // Of the feed as a whole, its newest entry's; where it has none, the newest of the collection's reports'.
  const reports = entries.length > 0 ? entries.map(({ report }) => report) : search.catalogue.reports;
  const updated = reports.map(timeOf).sort().at(-1) ?? `${day}T00:00:00+08:00`;
  yield `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-Hans">
  <id>${escaped(page)}</id>
  <title>${escaped(feedTitle(state))}</title>
  <subtitle>${escaped(subtitle(search))}</subtitle>
  <updated>${updated}</updated>
  <author><name>${escaped(SITE_NAME)}</name></author>
  <link rel="self" type="application/atom+xml" href="${escaped(origin + exportUrl(state, 'atom'))}"/>
  <link rel="alternate" type="text/html" href="${escaped(page)}"/>
`;
  for (const entry of entries) yield entryXml(entry, origin);
  yield '</feed>\n';
}

async function newest(search: TakenAlong): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const { report, hits } of search.hits()) {
    entries.push(...hits.slice(0, MOST - entries.length).map((hit) => ({ ...hit, report })));
    if (entries.length === MOST) break;
  }
  return entries;
}

/** What readers call a feed. */
export function feedTitle({ q }: Pick<SearchState, 'q'>): string {
  return pageTitle(q.trim() === '' ? '全部段落' : shorten(q.trim(), 40));
}

function subtitle(search: TakenAlong): string {
  const { query, mode, filters, total, access, corpusHash } = search;
  const found = queryText(query);
  const narrowed = filtersText(filters);
  return [
    `检索：${found === '' ? MODE_NAMES.all : `${found}（${MODE_NAMES[mode]}）`}`,
    ...(narrowed === '' ? [] : [`筛选：${narrowed}`]),
    `共 ${formatCount(total)} 段${total > MOST ? `，这里是最新的 ${MOST} 段` : ''}`,
    `语料：${corpusText(search)}，校验值 ${corpusHash}`,
    `${access.day} 生成`,
  ].join('；');
}

function entryXml({ report, block, located }: Entry, origin: string): string {
  const html = fragments(block.text, mergeRanges([...located.values()].flat()))
    .map(({ text, marked }) => (marked ? `<mark>${escaped(text)}</mark>` : escaped(text)))
    .join('');
  return `  <entry>
    <id>${escaped(origin + permanentUrl(block.id))}</id>
    <title>${escaped(titleOf(report, block))}</title>
    <updated>${timeOf(report)}</updated>
    <link rel="alternate" type="text/html" href="${escaped(origin + shortUrl(block.id, block.number))}"/>
    <content type="html">${escaped(`<p>${html}</p>`)}</content>
  </entry>
`;
}

/** Many reports are called 政府工作报告 and no more. */
function titleOf({ city, year, title }: ReportSummary, { number }: Block): string {
  return `${city} ${year}年 · ${title} · 第 ${number} 段`;
}

/** When a report was given: the beginning of the day in China, or of the year where the day isn't known. */
function timeOf({ date, year }: ReportSummary): string {
  return `${date ?? `${year}-01-01`}T00:00:00+08:00`;
}

/** A text as XML, and HTML, have it. */
function escaped(text: string): string {
  return writable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
