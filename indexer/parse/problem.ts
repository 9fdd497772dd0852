/** Why a file can't be read as a report. */
export type ProblemCode =
  | 'empty'
  | 'binary'
  | 'too_large'
  | 'damaged'
  | 'only_noise'
  | 'no_place'
  | 'no_year'
  | 'bad_overrides'
  | 'duplicate'
  | 'legacy_format'
  | 'protected'
  | 'scanned_pdf'
  | 'unreadable_file';

/**
 * A file that can't become a report. The message is for whoever keeps the corpus: in Chinese, it says
 * what happened and what to do.
 */
export class ReportProblem extends Error {
  readonly code: ProblemCode;

  constructor(code: ProblemCode, message: string) {
    super(message);
    this.name = 'ReportProblem';
    this.code = code;
  }
}

/** Says that a file holds a page and no report. */
export function onlyNoise(): ReportProblem {
  return new ReportProblem(
    'only_noise',
    '文件里只有网页导航、版权说明之类的文字，没有报告正文。请放入报告全文，或删除这个文件。',
  );
}
