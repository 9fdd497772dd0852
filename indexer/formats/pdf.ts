import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist';
import { ReportProblem } from '../parse/problem.ts';
import { withoutFurniture } from './pdf-furniture.ts';
import { linesOfPage, type PrintedLine, placeRun, type Run } from './pdf-lines.ts';
import { paragraphsOf } from './pdf-paragraphs.ts';
import { bareSource, hanCount, type Source } from './source.ts';

const MOST_SECONDS = 60;
/** Twenty times the longest report. */
const MOST_CHARACTERS = 3_000_000;
/** A page with fewer Chinese characters than this on average is a picture. */
const FEWEST_PER_PAGE = 10;
const PDFJS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/**
 * Reads a PDF: its paragraphs, a line each, without running heads and page numbers; columns of tables
 * are parted by tabs.
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
  const pages: PrintedLine[][] = [];
  let characters = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const lines = await readPage(document, number);
    for (const line of lines) characters += line.text.length;
    if (characters > MOST_CHARACTERS) throw tooLong();
    pages.push(lines);
  }
  const text = paragraphsOf(withoutFurniture(pages)).join('\n');
  if (hanCount(text) < pages.length * FEWEST_PER_PAGE) throw scanned();
  return bareSource(text);
}

/** The lines of a page; text that is turned on its side follows the rest. */
async function readPage(document: PDFDocumentProxy, number: number): Promise<PrintedLine[]> {
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
  page.cleanup();
  return [...runsByTurn.values()].flatMap((runs) => linesOfPage(runs, number - 1));
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
