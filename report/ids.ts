import { createHash } from 'node:crypto';
import { normalise } from '../text/normalise.ts';
import { KIND_SLUGS } from './kinds.ts';
import type { ReportMeta } from './types.ts';

/** Hexadecimal digits of a hash that an id carries. */
const DIGITS = 10;

/**
 * A report's id from what it is, such as `510300-2025-work-report`.
 * @param suffix tells a second report of the same place, year and kind from the first (see {@link textHash}).
 */
export function reportId(meta: Pick<ReportMeta, 'adcode' | 'year' | 'kind'>, suffix?: string): string {
  const id = `${meta.adcode}-${meta.year}-${KIND_SLUGS[meta.kind]}`;
  return suffix === undefined ? id : `${id}-${suffix}`;
}

/** Ten hexadecimal digits of the SHA-1 of a text, normalised: the same for texts that count as equal. */
export function textHash(text: string): string {
  return createHash('sha1').update(normalise(text)).digest('hex').slice(0, DIGITS);
}

/**
 * The ids of a report's blocks: report id, `_`, hash of the block's own text, then `_2`, `_3` … for
 * repeats, so that an id survives re-indexing unless its own text changes.
 * @param texts the blocks' texts in reading order.
 */
export function blockIds(report: string, texts: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const hash = textHash(text);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return count === 1 ? `${report}_${hash}` : `${report}_${hash}_${count}`;
  });
}

/** The report a block's id belongs to. */
export function reportOfBlock(blockId: string): string {
  const cut = blockId.indexOf('_');
  return cut < 0 ? blockId : blockId.slice(0, cut);
}

/** The part of a block's id that tells its text, the same in every report; empty where it has none. */
export function hashOfBlock(blockId: string): string {
  return blockId.split('_')[1] ?? '';
}

/** What the ids of all reports of a report's place and year begin with; null for what is no report's id. */
export function placeAndYearOf(reportId: string): string | null {
  return /^\d{6}-\d{4}-/.exec(reportId)?.[0] ?? null;
}
