import type { Catalogue } from '../catalogue.ts';
import type { PanelJob } from '../panel/jobs.ts';
import type { PanelTerm } from '../panel/term-list.ts';
import { FILTERS, SearchState } from '../search-state.ts';
import { facetLabel } from './facets.ts';
import { formatCount, type Page, pageTitle, quoted } from './page.ts';

interface TermTotal {
  readonly text: string;
  readonly href: string;
  readonly occurrences: number;
  readonly count: string;
  readonly paragraphs: string;
  readonly reports: string;
  readonly places: string;
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
    summary: job.status === 'done' ? summaryOf(job) : null,
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
  const repeated = list.repeated.length;
  return [
    ...(list.blank > 0 ? [`略去了 ${formatCount(list.blank)} 个空行。`] : []),
    ...(repeated > 0
      ? [
          `重复的词只统计一次：${list.repeated.slice(0, 10).map(quoted).join('、')}${repeated > 10 ? `等 ${repeated} 个` : ''}。`,
        ]
      : []),
    ...list.notes,
  ];
}

function summaryOf(job: PanelJob): PanelPage['summary'] {
  const all = job.list.terms.map((term, i) => termTotal(term, i, job));
  const found = all.filter(({ paragraphs }) => paragraphs !== '0');
  return {
    rows: formatCount(job.list.terms.length * job.reports.length),
    csv: `${panelUrl(job)}/panel.csv`,
    top: found.toSorted((a, b) => b.occurrences - a.occurrences).slice(0, TOP),
    none: all.filter(({ paragraphs }) => paragraphs === '0'),
    all,
    day: job.stamp.exported_on,
    corpus: job.stamp.corpus_hash.slice(0, 12),
  };
}

function termTotal({ text }: PanelTerm, i: number, { counted, state }: PanelJob): TermTotal {
  const found = counted.filter(({ hits }) => (hits[i] as number) > 0);
  const sum = (of: 'hits' | 'occurrences') =>
    found.reduce((total, counts) => total + (counts[of][i] as number), 0);
  const occurrences = sum('occurrences');
  return {
    text,
    // To the letter, as it was counted.
    href: new SearchState({ q: text, filters: state.filters, mode: 'exact' }).url(),
    occurrences,
    count: formatCount(occurrences),
    paragraphs: formatCount(sum('hits')),
    reports: formatCount(found.length),
    places: formatCount(new Set(found.map(({ report }) => report.adcode)).size),
  };
}
