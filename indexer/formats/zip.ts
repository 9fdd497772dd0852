import { inflateRawSync } from 'node:zlib';
import { ReportProblem } from '../parse/problem.ts';

/** A file in a ZIP archive, as the archive's directory has it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly packedSize: number;
  /** Where its local header starts. */
  readonly offset: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 0xffff;
const DEFLATED = 8;

/**
 * Lists the files of a ZIP archive.
 * @throws ReportProblem `unreadable_file` where its directory is missing or broken.
 */
export function entriesOf(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const entries: ZipEntry[] = [];
  try {
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    for (let i = 0; i < count; i += 1) {
      if (view.getUint32(at, true) !== ENTRY_SIGNATURE) throw brokenArchive();
      const nameLength = view.getUint16(at + 28, true);
      entries.push({
        name: Buffer.from(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength)).toString('utf8'),
        method: view.getUint16(at + 10, true),
        packedSize: view.getUint32(at + 20, true),
        offset: view.getUint32(at + 42, true),
      });
      at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  } catch (error) {
    if (error instanceof RangeError) throw brokenArchive();
    throw error;
  }
  return entries;
}

/** A file in a ZIP archive and what it holds. */
export interface ZipFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/**
 * Unpacks an archive file by file without flooding memory, whatever its directory says.
 * @param most bytes that all its files together may take.
 * @throws ReportProblem `too_large`, or `unreadable_file` where the data are broken.
 */
export function* unpack(bytes: Uint8Array, most: number): Generator<ZipFile> {
  let left = most;
  for (const entry of entriesOf(bytes)) {
    const content = contentOf(bytes, entry, left);
    left -= content.length;
    if (left < 0) throw unpacksTooLarge();
    yield { name: entry.name, content };
  }
}

function contentOf(bytes: Uint8Array, entry: ZipEntry, most: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + LOCAL_LENGTH > bytes.length) throw brokenArchive();
  const start =
    entry.offset +
    LOCAL_LENGTH +
    view.getUint16(entry.offset + 26, true) +
    view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packedSize);
  return entry.method === DEFLATED ? inflate(packed, most) : packed;
}

function inflate(packed: Uint8Array, most: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw unpacksTooLarge();
    throw brokenArchive();
  }
}

function endOfDirectory(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  const first = Math.max(0, last - LONGEST_COMMENT);
  for (let at = last; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  throw brokenArchive();
}

function brokenArchive(): ReportProblem {
  return new ReportProblem(
    'unreadable_file',
    '压缩结构已损坏，可能没有下载完整。请重新下载，或用 Word、WPS 打开后另存为 .docx 或纯文本（UTF-8）。',
  );
}

function unpacksTooLarge(): ReportProblem {
  return new ReportProblem(
    'too_large',
    '解压后的内容太大，不像一篇报告。请只保留报告正文，另存为纯文本（UTF-8）。',
  );
}
