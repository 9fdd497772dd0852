import { extname } from 'node:path';
import { entriesOf } from './zip.ts';

/** What a file is; `ole` is an old Office file or an encrypted new one, `zip` an archive of another kind. */
export type Format = 'pdf' | 'docx' | 'zip' | 'ole' | 'rtf' | 'html' | 'text';

/** How far into a file a format may show itself. */
const HEAD = 4096;
const PDF_HEAD = 1024;
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const HTML = /<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]/i;
const HTML_NAMES = new Set(['.html', '.htm', '.shtml', '.xhtml', '.jhtml']);
const DOCX_BODY = 'word/document.xml';

/** Tells the format of a file from its bytes and, where they leave it open, from its name. */
export function formatOf(bytes: Uint8Array, fileName: string): Format {
  const head = asciiHead(bytes);
  if (head.slice(0, PDF_HEAD).includes('%PDF-')) return 'pdf';
  if (startsWith(bytes, OLE)) return 'ole';
  if (startsWith(bytes, ZIP)) return hasDocxBody(bytes) ? 'docx' : 'zip';
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (HTML.test(head) || HTML_NAMES.has(extname(fileName).toLowerCase())) return 'html';
  return 'text';
}

/** The ASCII characters a file starts with; without zero bytes, so that UTF-16 reads the same. */
function asciiHead(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, HEAD)).toString('latin1').replaceAll('\0', '');
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

function hasDocxBody(bytes: Uint8Array): boolean {
  return entriesOf(bytes).some((entry) => entry.name === DOCX_BODY);
}
