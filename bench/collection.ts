import type { ReportDocument } from '../engine/document.ts';
import { toDocument } from '../engine/document.ts';
import { readCorpus } from '../indexer/read-corpus.ts';
import { blockIds, reportId } from '../report/ids.ts';
import type { Report } from '../report/types.ts';
import { segmentSentences } from '../text/segment.ts';

/** The years that copies of a report are spread over. */
const YEARS = 20;

/**
 * A collection of a given size: the reports of a folder, then copies of them under made-up places and
 * years. Copies repeat the same words, so counts are worse than real ones, never better.
 * @param blocks how many blocks at least.
 */
export async function collectionOf(folder: string, blocks: number): Promise<Report[]> {
  const originals = (await readCorpus(folder)).map(({ report }) => report);
  const collection = [...originals];
  let size = originals.reduce((sum, report) => sum + report.blocks.length, 0);
  for (let copy = 1; size < blocks; copy += 1) {
    const original = originals[copy % originals.length] as Report;
    collection.push(relabelled(original, copy));
    size += original.blocks.length;
  }
  return collection;
}

function relabelled(report: Report, copy: number): Report {
  const year = 2026 - (copy % YEARS);
  const adcode = String(110_000 + Math.floor(copy / YEARS)).padStart(6, '0');
  const id = `${reportId({ adcode, year, kind: report.kind })}-copy${copy}`;
  const ids = blockIds(
    id,
    report.blocks.map((block) => block.text),
  );
  const blocks = report.blocks.map((block, i) => ({ ...block, id: ids[i] as string }));
  return { ...report, id, adcode, city: `第${adcode}号市`, year, blocks };
}

/** Reports as an engine takes them, each text cut into words once. */
export async function* documentsOf(reports: readonly Report[]): AsyncGenerator<ReportDocument> {
  const known = new Map<string, string[]>();
  const segment = (text: string) => {
    const words = known.get(text) ?? segmentSentences(text);
    known.set(text, words);
    return words;
  };
  for (const report of reports) {
    yield toDocument(
      report,
      report.blocks.map((block) => segment(block.text)),
    );
  }
}
