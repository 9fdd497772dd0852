import type { Catalogue } from '../catalogue.ts';
import { shortVersion } from '../exports/collection.ts';
import type { PanelJob } from '../panel/jobs.ts';
import type { PanelStamp } from '../panel/panel-rows.ts';
import { isLookedFor, type PanelTerm } from '../panel/term-list.ts';
import { FILTERS } from '../search-state.ts';
import { facetLabel } from './facets.ts';
import { formatCount, listed, type Page, pageTitle, quoted } from './page.ts';

/** A number, and the page that shows what is counted; an empty address where that is nothing. */
interface LinkedNumber {
  readonly text: string;
  readonly href: string;
}

interface TermTotal {
  readonly text: string;
  /** Empty where it hasn't been looked for in any report. */
  readonly href: string;
  readonly occurrences: number;
  /** Occurrences. */
  readonly count: LinkedNumber;
  /** The same, then blocks, reports and places. */
  readonly numbers: readonly LinkedNumber[];
}

interface PanelPage extends Page {
  /** What is counted in: filters and the number of reports. */
  readonly scope: string;
  readonly notes: readonly string[];
  /** How far it is; null once it is over. */
  readonly progress: { readonly text: string; readonly done: number; readonly all: number } | null;
  readonly problem: string;
  readonly summary: {
    readonly rows: string;
    readonly csv: string;
    readonly top: readonly TermTotal[];
    readonly none: readonly TermTotal[];
    /** Lines that no report is within the filters of. */
    readonly uncounted: readonly TermTotal[];
    readonly all: readonly TermTotal[];
    readonly day: string;
    readonly corpus: string;
  } | null;
  /** Another list under the same filters. */
  readonly again: string;
}

/** Terms that are named as the most frequent. */
const TOP = 10;

/** The address of a job. */
export function panelUrl({ id }: Pick<PanelJob, 'id'>): string {
  return `/panel/${id}`;
}

/** Presents how far a list has been counted, and what came out. */
export function panelPage(job: PanelJob, catalogue: Catalogue): PanelPage {
  const isOver = job.status === 'done' || job.status === 'failed';
  return {
    title: pageTitle(isOver ? '词表统计的结果' : '正在统计词表'),
    styles: ['panel'],
    robots: 'noindex, nofollow',
    scope: scopeText(job, catalogue),
    notes: notesOf(job),
    progress: isOver
      ? null
      : { text: progressText(job), done: job.counted.length, all: Math.max(1, job.reports.length) },
    problem: job.problem?.message ?? '',
    summary: job.status === 'done' && job.stamp ? summaryOf(job, job.stamp) : null,
    again: job.state.url('/panel'),
  };
}

function progressText({ status, counted, reports }: PanelJob): string {
  return status === 'waiting'
    ? '前面还有词表在统计，正在排队'
    : `已统计 ${formatCount(counted.length)} / ${formatCount(reports.length)} 份报告`;
}

function scopeText({ list, state, reports, status }: PanelJob, catalogue: Catalogue): string {
  const filters = FILTERS.flatMap((name) =>
    state.filters[name].map((value) =>
      name === 'report' ? (catalogue.summary(value)?.title ?? value) : facetLabel(name, value, catalogue),
    ),
  );
  const where = filters.length > 0 ? `范围：${filters.join('、').replaceAll('..', '—')}` : '范围：全部报告';
  const terms = `${formatCount(list.terms.length)} 个词`;
  return status === 'waiting'
    ? `${terms}；${where}。`
    : `${terms}，${formatCount(reports.length)} 份报告；${where}。`;
}

function notesOf({ list }: PanelJob): string[] {
  return [
    ...(list.blank > 0 ? [`略去了 ${formatCount(list.blank)} 个空行。`] : []),
    ...(list.repeated.length > 0 ? [`重复的词只统计一次：${listed(list.repeated.map(quoted))}。`] : []),
    ...list.notes,
  ];
}

function summaryOf(job: PanelJob, stamp: PanelStamp): PanelPage['summary'] {
  const all = job.list.terms.map((term, i) => termTotal(term, i, job));
  const found = all.filter(({ count }) => count.href !== '');
  return {
    rows: formatCount(job.list.terms.length * job.reports.length),
    csv: `${panelUrl(job)}/panel.csv`,
    top: found.toSorted((a, b) => b.occurrences - a.occurrences).slice(0, TOP),
    none: all.filter(({ href, count }) => href !== '' && count.href === ''),
    uncounted: all.filter(({ href }) => href === ''),
    all,
    day: stamp.exported_on,
    corpus: shortVersion(stamp.corpus_hash),
  };
}

function termTotal(term: PanelTerm, i: number, { counted }: PanelJob): TermTotal {
  const { text, search } = term;
  const found = counted.filter(({ hits }) => (hits[i] as number) > 0);
  const isCounted = counted.some(({ report }) => isLookedFor(term, report));
  const sum = (of: 'hits' | 'occurrences') =>
    found.reduce((total, counts) => total + (counts[of][i] as number), 0);
  const linked = (number: number, href: string): LinkedNumber => ({
    text: isCounted ? formatCount(number) : '—',
    href: found.length > 0 ? href : '',
  });
  const places = new Set(found.map(({ report }) => report.adcode)).size;
  const occurrences = sum('occurrences');
  const count = linked(occurrences, search.url());
  return {
    text,
    href: isCounted ? search.url() : '',
    occurrences,
    count,
    numbers: [
      count,
      linked(sum('hits'), search.url()),
      linked(found.length, search.withGroup('report').url()),
      linked(places, search.url('/matrix')),
    ],
  };
}
