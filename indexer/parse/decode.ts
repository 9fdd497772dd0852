import { refuseGarbled } from './garbled.ts';
import { ReportProblem } from './problem.ts';

const MAX_BYTES = 20 * 1024 * 1024;

/** @throws ReportProblem `too_large` for a file of more bytes than a report can have. */
export function refuseTooLarge(bytes: number): void {
  if (bytes <= MAX_BYTES) return;
  throw new ReportProblem('too_large', '文件超过 20 MB，不像一篇报告。请只保留报告正文，另存为文本文件。');
}

/**
 * The text of a file: UTF-8 with or without a byte order mark, UTF-16 with one, else GB18030.
 * @throws ReportProblem `empty`, `too_large`, `damaged`, or `binary` for what isn't text.
 */
export function decode(bytes: Uint8Array): string {
  refuseTooLarge(bytes.length);
  const text = decodeAs(encodingOf(bytes), bytes);
  if (text.includes('\0')) {
    throw new ReportProblem(
      'binary',
      '文件含有空字节，不是文本，也不是 HTML、PDF 或 DOCX。请另存为其中一种，再放入报告文件夹。',
    );
  }
  if (text.trim() === '') {
    throw new ReportProblem('empty', '文件是空的，没有可以读的文字。请放入报告全文，或删除这个文件。');
  }
  refuseGarbled(text);
  return text;
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (isUtf8(bytes)) return 'utf-8';
  refuseDamagedUtf8(bytes);
  return 'gb18030';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** As many characters out of a thousand may be broken in a text that is UTF-8 all the same. */
const BROKEN_PER_THOUSAND = 5;

/** Refuses UTF-8 with a few broken characters: as GB18030 all of it would turn to nonsense. */
function refuseDamagedUtf8(bytes: Uint8Array): void {
  const text = new TextDecoder('utf-8').decode(bytes);
  if (text.includes('\0') || !/\p{Script=Han}/u.test(text)) return;
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  if (broken * 1_000 > text.length * BROKEN_PER_THOUSAND + 1_000) return;
  const line = text.slice(0, text.indexOf('\ufffd')).split('\n').length;
  throw new ReportProblem(
    'damaged',
    `文件像是 UTF-8 编码，但第 ${line} 行有损坏的字符。请重新下载或复制原文，再放入报告文件夹。`,
  );
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new ReportProblem(
      'binary',
      '文件既不是 UTF-8、UTF-16，也不是 GB18030 编码的文字，无法读取。请另存为 UTF-8 纯文本。',
    );
  }
}
