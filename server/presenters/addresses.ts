/** The addresses of reports and blocks. Searches make their own (`search-state.ts`). */

/** A report's page; with a query, its matches are marked there. */
export function reportUrl(reportId: string, q = ''): string {
  const path = `/reports/${encodeURIComponent(reportId)}`;
  return q.trim() === '' ? path : `${path}?${new URLSearchParams({ q })}`;
}

/** A block on its report's page. */
export function blockUrl(reportId: string, blockId: string, q = ''): string {
  return `${reportUrl(reportId, q)}#${encodeURIComponent(blockId)}`;
}

/** The short, lasting link of a block; the number helps where the block is gone. */
export function shortUrl(blockId: string, number: number): string {
  return `/p/${encodeURIComponent(blockId)}?n=${number}`;
}
