import { decode, refuseTooLarge } from '../parse/decode.ts';
import { formatOf } from './detect.ts';
import { docxSource } from './docx.ts';
import { htmlSource } from './html.ts';
import { oleProblem, rtfProblem, zipProblem } from './other-formats.ts';
import { pdfSource } from './pdf.ts';
import { bareSource, type Source } from './source.ts';

/**
 * Reads a file of any format a report is published in: HTML, PDF, DOCX, else text.
 * @param fileName tells the format only where the bytes don't.
 * @throws ReportProblem `empty`, `too_large`, `binary`, `scanned_pdf`, `protected`, `legacy_format` or
 * `unreadable_file`, with a message that says what to do.
 */
export async function readSource(bytes: Uint8Array, fileName: string): Promise<Source> {
  refuseTooLarge(bytes.length);
  switch (formatOf(bytes, fileName)) {
    case 'pdf':
      return await pdfSource(bytes);
    case 'docx':
      return await docxSource(bytes);
    case 'html':
      return htmlSource(bytes);
    case 'ole':
      throw oleProblem(bytes);
    case 'zip':
      throw zipProblem(bytes);
    case 'rtf':
      throw rtfProblem();
    case 'text':
      return bareSource(decode(bytes));
  }
}
