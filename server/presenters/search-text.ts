import { fragments } from '../../text/highlight.ts';
import { match } from '../../text/match.ts';
import type { Search } from '../search.ts';
import { shortUrl } from './addresses.ts';

/** What terminals are told before and after what is marked: bold and underlined, in whatever colours. */
const MARK = ['\u001b[1;4m', '\u001b[22;24m'] as const;

/**
 * The hits of a page as plain text: title, where, the whole block, its lasting link.
 * @param marked whether what matches is marked for a terminal.
 */
export function hitsText({ result, query }: Search, origin: string, marked: boolean): string {
  return result.hits
    .map(({ report, block }) => {
      const [before, after] = marked ? MARK : ['', ''];
      const text = fragments(block.text, match(block, query) ?? [])
        .map((piece) => (piece.marked ? `${before}${piece.text}${after}` : piece.text))
        .join('');
      const place = [report.city, `${report.year}年`, report.kind, `第 ${block.number} 段`].join(' · ');
      return `${report.title}\n${place}\n${text}\n${origin}${shortUrl(block.id, block.number)}\n`;
    })
    .join('\n');
}
