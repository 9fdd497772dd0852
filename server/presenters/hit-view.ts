import type { Hit } from '../../engine/engine.ts';
import { sectionLabel } from '../../report/sections.ts';
import type { BlockType } from '../../report/types.ts';
import type { Search } from '../search.ts';
import { blockUrl, readingOf, shortUrl } from './addresses.ts';
import { type CitationList, citationList } from './citation-list.ts';
import { type Access, citations } from './citations.ts';
import { type Excerpt, excerpt } from './excerpt.ts';
import { formatCount } from './page.ts';

/** A hit in the list of results. */
export interface HitView extends Excerpt {
  readonly id: string;
  /** Title of its report. */
  readonly title: string;
  /** What tells its link from others with the same title, for those who don't see what stands around it. */
  readonly which: string;
  readonly href: string;
  readonly place: string;
  /** The headings it stands under, and its table's caption; empty for none. */
  readonly path: string;
  readonly section: string;
  /** What it is, where that is no plain text. */
  readonly type: string;
  readonly number: number;
  readonly shortUrl: string;
  readonly citations: CitationList;
  /** The other hits of its report, where only the first is shown; null where there are none. */
  readonly more: { readonly count: string; readonly href: string } | null;
}

const TYPES: Readonly<Record<BlockType, string>> = {
  heading: '标题',
  paragraph: '',
  bullet: '',
  caption: '表',
  columns: '表头',
  row: '表格行',
  gloss: '名词解释',
};

/**
 * Presents a hit.
 * @param caption of the table it is a row of.
 */
export function hitView({ report, block, more }: Hit, search: Search, access: Access, caption = ''): HitView {
  const section = sectionLabel(block.section);
  const type = TYPES[block.type];
  return {
    id: block.id,
    title: report.title,
    which: whichOf(report, block.number),
    href: blockUrl(report.id, block.id, readingOf(search)),
    place: [report.city, `${report.year}年`, report.kind].join(' · '),
    path: [...block.headings, caption].filter((name) => name !== '').join(' › '),
    section,
    type: type === section ? '' : type,
    number: block.number,
    shortUrl: shortUrl(block.id, block.number),
    more: more === 0 ? null : { count: formatCount(more), href: allOf(report.id, search) },
    citations: citationList(citations(report, block, access), block.number),
    ...excerpt(block, search.query),
  };
}

/** Place and year, where the title doesn't say them, and the paragraph. */
function whichOf({ title, city, year }: Hit['report'], number: number): string {
  const untold = [city, `${year}年`].filter((words) => !title.includes(words));
  return [...untold, `第 ${number} 段`].join('，');
}

function allOf(reportId: string, { state }: Search): string {
  return state.withFilter('report', [reportId]).withGroup('').url();
}
