import type { Hit } from '../../engine/engine.ts';
import { sectionLabel } from '../../report/sections.ts';
import type { Search } from '../search.ts';
import { blockUrl, shortUrl } from './addresses.ts';
import { citation } from './citation.ts';
import { type Excerpt, excerpt } from './excerpt.ts';

/** A hit in the list of results. */
export interface HitView extends Excerpt {
  readonly id: string;
  /** Title of its report. */
  readonly title: string;
  readonly href: string;
  readonly place: string;
  /** The headings it stands under; empty for none. */
  readonly path: string;
  readonly section: string;
  readonly number: number;
  readonly shortUrl: string;
  readonly citation: string;
}

/**
 * Presents a hit.
 * @param origin scheme and host of the site, for links that leave it.
 */
export function hitView({ report, block }: Hit, { query, state }: Search, origin: string): HitView {
  const link = shortUrl(block.id, block.number);
  return {
    id: block.id,
    title: report.title,
    href: blockUrl(report.id, block.id, state.q),
    place: [report.city, `${report.year}年`, report.kind].join(' · '),
    path: block.headings.join(' › '),
    section: sectionLabel(block.section),
    number: block.number,
    shortUrl: link,
    citation: citation(report, block, origin + link),
    ...excerpt(block.text, query),
  };
}
