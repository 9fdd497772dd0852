import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist';
import { ReportProblem } from '../parse/problem.ts';
import { framesOf } from './pdf-columns.ts';
import { withoutFurniture, withoutRepeatedHeads } from './pdf-furniture.ts';
import { withTables } from './pdf-grid.ts';
import { linesOf, type PrintedLine, placeRun, type Run } from './pdf-lines.ts';
import { takeNotes } from './pdf-notes.ts';
import { mainSize, paragraphsOf } from './pdf-paragraphs.ts';
import { type DrawingCodes, rulesOf } from './pdf-rules.ts';
import { bareSource, hanCount, NOTES_HEADING, type Source } from './source.ts';

const MOST_SECONDS = 60;
/** Twenty times the longest report. */
const MOST_CHARACTERS = 3_000_000;
/** A page with fewer Chinese characters than this on average is a picture. */
const FEWEST_PER_PAGE = 10;
const PDFJS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/**
 * Reads a PDF: its paragraphs, a line each, one column of a page after the other, without running heads and
 * page numbers; rows of ruled tables between bars, cells of other tables parted by tabs; the notes at the
 * foot of pages at the end, under a heading.
 * @throws ReportProblem `scanned_pdf`, `protected`, `too_large`, or `unreadable_file` where it is broken or
 * takes too long.
 */
export async function pdfSource(bytes: Uint8Array): Promise<Source> {
  const task = await startLoading(bytes);
  try {
    return await withinTime(task.promise.then(readDocument));
  } catch (error) {
    throw problemOf(error);
  } finally {
    await task.destroy();
  }
}

/** pdf.js is loaded for the first PDF only: it takes longer than reading a report. */
async function startLoading(bytes: Uint8Array): Promise<PDFDocumentLoadingTask> {
  provideDrawingStubs();
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  return getDocument({
    // pdf.js takes the memory away from whoever hands it over.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useWasm: false,
    // Pictures hold no text, and unpacking them takes longest.
    maxImageSize: 1,
    cMapUrl: `${join(PDFJS, 'cmaps')}/`,
    standardFontDataUrl: `${join(PDFJS, 'standard_fonts')}/`,
    verbosity: VerbosityLevel.ERRORS,
  });
}

/** pdf.js fails or complains while it loads where the classes that draw are missing; text needs none. */
function provideDrawingStubs(): void {
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
    if (!(name in globalThis)) Reflect.set(globalThis, name, class {});
  }
}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooSlow()), MOST_SECONDS * 1000);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

async function readDocument(document: PDFDocumentProxy): Promise<Source> {
  const sides: Run[][] = [];
  let characters = 0;
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  for (let number = 1; number <= document.numPages; number += 1) {
    for (const runs of await readPage(document, number, OPS)) {
      for (const run of runs) characters += run.text.length;
      sides.push(runs);
    }
    if (characters > MOST_CHARACTERS) throw tooLong();
  }
  const pages = framesOf(sides).map((frames) => frames.flatMap(linesOf));
  const text = textOf(pages);
  if (hanCount(text) < document.numPages * FEWEST_PER_PAGE) throw scanned();
  return bareSource(text);
}

function textOf(printed: readonly (readonly PrintedLine[])[]): string {
  const { pages, notes } = takeNotes(withoutFurniture(printed), mainSize(printed.flat()));
  const paragraphs = paragraphsOf(withoutRepeatedHeads(pages.flat()));
  return [...paragraphs, ...(notes.length === 0 ? [] : ['', NOTES_HEADING, '', ...notes])].join('\n');
}

/** The text of a page; what is turned on its side is a page of its own that follows. */
async function readPage(document: PDFDocumentProxy, number: number, codes: DrawingCodes): Promise<Run[][]> {
  const page = await document.getPage(number);
  const { transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const runsByTurn = new Map<number, Run[]>();
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const placed = placeRun(item, transform);
    if (placed === null) continue;
    const runs = runsByTurn.get(placed.turns) ?? [];
    if (runs.length === 0) runsByTurn.set(placed.turns, runs);
    runs.push(placed.run);
  }
  const rules = rulesOf(await page.getOperatorList(), codes, transform);
  page.cleanup();
  return [...runsByTurn].map(([turns, runs]) => (turns === 0 ? [...withTables(runs, rules)] : runs));
}

function problemOf(error: unknown): unknown {
  if (error instanceof ReportProblem) return error;
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    return new ReportProblem(
      'protected',
      'PDF 设有打开密码，读不出文字。请取消密码后另存，或把正文另存为纯文本（UTF-8）。',
    );
  }
  return new ReportProblem(
    'unreadable_file',
    'PDF 已损坏或没有下载完整，无法读取。请重新下载，或用阅读器打开后另存为 PDF 或纯文本（UTF-8）。',
  );
}

function scanned(): ReportProblem {
  return new ReportProblem(
    'scanned_pdf',
    'PDF 里没有可以读取的中文文字，多半是扫描件（图片）。请换成文字版，或先做文字识别（OCR）再另存为纯文本（UTF-8）。',
  );
}

function tooLong(): ReportProblem {
  return new ReportProblem(
    'too_large',
    'PDF 的文字超过 300 万字，不像一篇报告。请只保留报告正文，另存为纯文本（UTF-8）。',
  );
}

function tooSlow(): ReportProblem {
  return new ReportProblem(
    'unreadable_file',
    `读取 PDF 超过 ${MOST_SECONDS} 秒，已停止。请用阅读器打开后另存为 PDF 或纯文本（UTF-8）。`,
  );
}
