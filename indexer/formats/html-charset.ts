import { decode } from '../parse/decode.ts';
import { refuseGarbled } from '../parse/garbled.ts';

/** How far into a page its charset must be declared. */
const HEAD = 4096;
const DECLARED = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,20})/i;

/**
 * The text of a page: in the encoding of its byte order mark or UTF-8 where it is valid (pages declare
 * gb2312 and are saved as UTF-8), else as declared, else as `decode` guesses: so too where UTF-8 is declared.
 * @throws ReportProblem as `decode` does.
 */
export function decodeHtml(bytes: Uint8Array): string {
  const declared = declaredCharset(bytes);
  if (declared === null || declared === 'utf-8' || isUnicode(bytes)) return decode(bytes);
  const text = new TextDecoder(declared).decode(bytes);
  refuseGarbled(text);
  return text;
}

function declaredCharset(bytes: Uint8Array): string | null {
  const label = DECLARED.exec(Buffer.from(bytes.subarray(0, HEAD)).toString('latin1'))?.[1];
  if (label === undefined) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function isUnicode(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
