import mammoth from 'mammoth';
import { ReportProblem } from '../parse/problem.ts';
import { writeNumbers } from './docx-numbers.ts';
import { refuseHugeMarkup } from './html-limits.ts';
import { type Page, type PageElement, parsePage } from './html-page.ts';
import { linesOf } from './html-text.ts';
import { bareSource, NOTES_HEADING, noteLine, type Source } from './source.ts';
import { unpack } from './zip.ts';

/** What the files in a document may take unpacked. */
const MOST_UNPACKED = 50 * 1024 * 1024;
/** Ten times the most seen in a report; a few million take gigabytes. */
const MOST_TAGS = 1_000_000;
const PICTURES = 'word/media/';
const BODY = 'word/document.xml';
const NUMBERING = 'word/numbering.xml';
const STYLES = 'word/styles.xml';
const TAG_START = '<'.charCodeAt(0);
const NOTES = 'li[id^="footnote-"], li[id^="endnote-"]';
const BACK_LINK = 'a[href^="#footnote-ref-"], a[href^="#endnote-ref-"]';

/**
 * Reads a Word document: headings, paragraphs, lists, tables; footnotes are marked `[1]` and stand at the
 * end under a heading.
 * @throws ReportProblem `too_large`, `unreadable_file`, or `empty` where there is no text.
 */
export async function docxSource(bytes: Uint8Array): Promise<Source> {
  const html = await convert(partsOf(bytes));
  refuseHugeMarkup(html);
  const $ = parsePage(html);
  const notes = takeNotes($);
  // How a list is numbered isn't known: 一、 and 1. look the same.
  for (const list of $<PageElement, string>('ol').get()) list.name = 'ul';
  const lines = linesOf($('body').get(0) as PageElement);
  if (lines.length === 0) throw noText();
  const text = notes.length === 0 ? lines : [...lines, '', NOTES_HEADING, '', ...notes];
  return bareSource(text.join('\n'));
}

/** The files in a document but its pictures, with the numbers of its paragraphs in their text. */
function partsOf(bytes: Uint8Array): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  let tags = 0;
  for (const { name, content } of unpack(bytes, MOST_UNPACKED)) {
    if (name.startsWith(PICTURES)) continue;
    for (const byte of content) if (byte === TAG_START) tags += 1;
    if (tags > MOST_TAGS) throw tooManyTags();
    parts.set(name, content);
  }
  const [body, numbering, styles] = [BODY, NUMBERING, STYLES].map((name) => decode(parts.get(name)));
  if (body && numbering)
    parts.set(BODY, new TextEncoder().encode(writeNumbers(body, numbering, styles ?? '')));
  return parts;
}

function decode(part: Uint8Array | undefined): string {
  return new TextDecoder().decode(part);
}

/** A document as mammoth reads it: the files of its archive, unpacked. */
function archiveOf(parts: ReadonlyMap<string, Uint8Array>) {
  return {
    exists: (name: string) => parts.has(name),
    read: async (name: string, encoding?: string) => {
      const part = parts.get(name);
      return encoding === undefined ? part : decode(part);
    },
  };
}

async function convert(parts: ReadonlyMap<string, Uint8Array>): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      // Its types leave out that it takes unpacked files as well.
      { file: archiveOf(parts) } as unknown as { path: string },
      // Pictures hold no text, and as data URLs they would be most of the page.
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    );
    return value;
  } catch {
    throw new ReportProblem(
      'unreadable_file',
      'Word 文档已损坏，无法读取。请用 Word 或 WPS 打开、修复后另存为 .docx 或纯文本（UTF-8）。',
    );
  }
}

/** Takes the notes out of a document and numbers them as their marks are. */
function takeNotes($: Page): string[] {
  const items = $(NOTES);
  items.find(BACK_LINK).remove();
  const notes = items.get().map((item, i) => noteLine(i + 1, $(item).text()));
  items.parent().remove();
  return notes;
}

function noText(): ReportProblem {
  return new ReportProblem(
    'empty',
    'Word 文档里没有文字，可能只有图片。请放入有文字的版本，或先做文字识别（OCR）再另存为纯文本（UTF-8）。',
  );
}

function tooManyTags(): ReportProblem {
  return new ReportProblem(
    'too_large',
    'Word 文档的标记超过 100 万个，不像一篇报告。请只保留报告正文，另存为 .docx 或纯文本（UTF-8）。',
  );
}
