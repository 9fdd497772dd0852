import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../indexer/formats/read-file.ts';
import { unpack } from '../../../indexer/formats/zip.ts';
import { problemOf } from './files.ts';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** An archive with one file that says it is `size` bytes long. */
function archive(name: string, content: Buffer, size: number): Buffer {
  const packed = deflateRawSync(content);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
  const entry = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00'),
    fields,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, entry, end]);
}

function ole(stream: string): Buffer {
  return Buffer.concat([Buffer.from(OLE), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]);
}

describe('readSource', () => {
  it('hands on plain text as it is, without hints', async () => {
    const text = '各位代表：\n\t序号\n\t指标\n';
    expect(await readSource(Buffer.from(text), '报告.txt')).toEqual({
      text,
      url: null,
      title: null,
      date: null,
      source: null,
      site: null,
      leftOut: [],
    });
  });

  it('believes the bytes more than the name', async () => {
    const html = '<!DOCTYPE html><title>政府工作报告</title><p>各位代表：</p>';
    expect((await readSource(Buffer.from(html), '报告.txt')).text).toBe('政府工作报告\n\n各位代表：');
    expect((await readSource(Buffer.from('各位代表：'), '报告.pdf')).text).toBe('各位代表：');
  });

  it('reads a page in UTF-16', async () => {
    const html = '\uFEFF<html><body><p>各位代表：</p></body></html>';
    expect((await readSource(Buffer.from(html, 'utf16le'), 'page.html')).text).toBe('各位代表：');
  });

  it('leaves text with a tag somewhere inside to the parser', async () => {
    const text = '各位代表：\n<p>现在，我向大会报告工作。</p>';
    expect((await readSource(Buffer.from(text), '报告.md')).text).toBe(text);
  });

  it.each([
    ['an old Word document', ole('WordDocument'), 'legacy_format', '另存为 .docx'],
    ['another old Office file', ole('Workbook'), 'legacy_format', '另存为'],
    ['an encrypted document', ole('EncryptedPackage'), 'protected', '取消密码'],
    ['RTF', Buffer.from('{\\rtf1\\ansi }'), 'legacy_format', 'RTF'],
    ['OFD', archive('OFD.xml', Buffer.from('<OFD/>'), 6), 'unreadable_file', 'OFD'],
    ['a spreadsheet', archive('xl/workbook.xml', Buffer.from('<x/>'), 4), 'unreadable_file', 'Excel'],
    ['any other archive', archive('a.txt', Buffer.from('a'), 1), 'unreadable_file', '压缩包'],
    ['half an archive', Buffer.from('PK\x03\x04 and no more'), 'unreadable_file', '损坏'],
    ['a file that is too large', Buffer.alloc(20 * 1024 * 1024 + 1, '<'), 'too_large', '20 MB'],
    ['no file of text', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'binary', '文本'],
    [
      'a Word document of something else',
      archive('word/document.xml', Buffer.from('<x'), 2),
      'unreadable_file',
      'Word',
    ],
  ])('refuses %s and says what to do', async (_, bytes, code, remedy) => {
    expect(await problemOf(readSource(bytes, 'file'))).toMatchObject({
      code,
      message: expect.stringContaining(remedy),
    });
  });
});

describe('unpack', () => {
  const MB = 1024 * 1024;
  const zeros = Buffer.alloc(2 * MB);

  it('stops at the limit, whatever the directory says', () => {
    const tooLarge = expect.objectContaining({ code: 'too_large' });
    expect(() => [...unpack(archive('a', zeros, 10), MB)]).toThrow(tooLarge);
  });

  it('gives the files of an honest archive', () => {
    const [file] = unpack(archive('a', zeros, 2 * MB), 2 * MB);
    expect(file).toMatchObject({ name: 'a' });
    expect(file?.content).toHaveLength(2 * MB);
  });
});
