import { ReportProblem } from '../parse/problem.ts';
import { entriesOf } from './zip.ts';

const SAVE_AS = '请用 Word 或 WPS 打开，另存为 .docx 或纯文本（UTF-8）。';

/** Why an OLE file can't be read: a new Office file behind a password, or one of the old formats. */
export function oleProblem(bytes: Uint8Array): ReportProblem {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string) => content.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) {
    return new ReportProblem(
      'protected',
      '文件设有打开密码，读不出文字。请用 Word 或 WPS 打开，取消密码后另存为 .docx 或纯文本（UTF-8）。',
    );
  }
  if (holds('WordDocument')) {
    return new ReportProblem('legacy_format', `这是旧版 Word 文档（.doc），还不能直接读取。${SAVE_AS}`);
  }
  return new ReportProblem('legacy_format', `这是旧版 Office 或 WPS 文件，还不能直接读取。${SAVE_AS}`);
}

/** Why an RTF file can't be read. */
export function rtfProblem(): ReportProblem {
  return new ReportProblem('legacy_format', `这是 RTF 文档，还不能直接读取。${SAVE_AS}`);
}

/** What tells an archive by the files in it, and what to do with it. */
const ARCHIVES: readonly { readonly holds: RegExp; readonly message: string }[] = [
  {
    holds: /^OFD\.xml$/i,
    message: '这是 OFD 版式文件，还不能直接读取。请用 OFD 阅读器导出为 PDF 或纯文本。',
  },
  { holds: /^xl\//, message: '这是 Excel 表格，不是报告正文。请放入报告全文（.docx、PDF、网页或纯文本）。' },
  { holds: /^ppt\//, message: '这是演示文稿，还不能直接读取。请把文字另存为 .docx 或纯文本（UTF-8）。' },
  { holds: /^content\.xml$/, message: `这是 OpenDocument 文档，还不能直接读取。${SAVE_AS}` },
];

/** Why an archive that isn't a Word document can't be read. */
export function zipProblem(bytes: Uint8Array): ReportProblem {
  const names = entriesOf(bytes).map((entry) => entry.name);
  const known = ARCHIVES.find(({ holds }) => names.some((name) => holds.test(name)));
  return new ReportProblem(
    'unreadable_file',
    known?.message ?? '这是压缩包，不是报告。请先解压，再把里面的报告放入报告文件夹。',
  );
}
