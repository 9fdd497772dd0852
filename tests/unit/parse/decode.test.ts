import { describe, expect, it } from 'vitest';
import { decode } from '../../../indexer/parse/decode.ts';
import { ReportProblem } from '../../../indexer/parse/problem.ts';

const TEXT = '各位代表：\n现在，我代表市人民政府，向大会报告工作。';
// “各位代表：” in GB18030
const GB18030 = [0xb8, 0xf7, 0xce, 0xbb, 0xb4, 0xfa, 0xb1, 0xed, 0xa3, 0xba];

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = [0xfeff, ...Array.from(text, (c) => c.charCodeAt(0))].flatMap((unit) =>
    littleEndian ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff],
  );
  return Uint8Array.from(bytes);
}

describe('decode', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(TEXT)],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\ufeff${TEXT}`)],
    ['UTF-16, little-endian', utf16(TEXT, true)],
    ['UTF-16, big-endian', utf16(TEXT, false)],
  ])('reads %s', (_, bytes) => {
    expect(decode(bytes)).toBe(TEXT);
  });

  it('reads GB18030', () => {
    expect(decode(Uint8Array.from(GB18030))).toBe('各位代表：');
  });

  it.each([
    ['as Western text', Buffer.from(TEXT.repeat(9)).toString('latin1')],
    ['as GB18030', new TextDecoder('gb18030').decode(new TextEncoder().encode(TEXT.repeat(80)))],
    ['with characters lost', `各位代表：${'\ufffd'.repeat(60)}`],
  ])('refuses a text that was saved after it was read %s', (_, text) => {
    expect(() => decode(new TextEncoder().encode(text))).toThrow(/乱码/u);
  });

  it('takes a few signs of Western text for what they are', () => {
    const text = `${TEXT.repeat(9)}每立方米±5°，3×4·1`.repeat(20);
    expect(decode(new TextEncoder().encode(text))).toBe(text);
  });

  it.each([
    ['empty', new Uint8Array()],
    ['empty', new TextEncoder().encode(' \n\n')],
    ['binary', Uint8Array.from([0x50, 0x4b, 0, 0, 0x14])],
    ['damaged', new TextEncoder().encode(TEXT.repeat(9)).slice(0, -1)],
    ['damaged', Uint8Array.from([...new TextEncoder().encode(TEXT), 0xe3, 0x80, 0x0a])],
    ['too_large', new Uint8Array(20 * 1024 * 1024 + 1)],
  ])('refuses what is %s', (code, bytes) => {
    expect(() => decode(bytes)).toThrow(expect.objectContaining({ code }));
    expect(() => decode(bytes)).toThrow(ReportProblem);
  });
});
