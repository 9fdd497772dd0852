import { EngineError } from '../engine/errors.ts';

/** What can go wrong: the status it is answered with, and what it means. */
export const PROBLEMS = {
  bad_request: { status: 400, meaning: '参数的值不能用，或者地址有误' },
  query_too_long: { status: 400, meaning: '检索词太长' },
  not_found: { status: 404, meaning: '没有这份报告，或者没有这个地址' },
  too_large: { status: 413, meaning: '送来的内容太大' },
  unsupported_type: { status: 415, meaning: '送来的内容不是能读的类型' },
  busy: { status: 503, meaning: '排队等候统计的太多；按 Retry-After 的秒数再试' },
  unavailable: { status: 503, meaning: '检索引擎没有回应，或者索引还没有建立；按 Retry-After 的秒数再试' },
  internal: { status: 500, meaning: '程序出了错' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** A request that can't be answered as asked: what a client is told. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly status: number;
  readonly code: ProblemCode;

  constructor(code: ProblemCode, message: string) {
    super(message);
    this.status = PROBLEMS[code].status;
    this.code = code;
  }
}

export const notFound = (message: string) => new HttpProblem('not_found', message);
export const badRequest = (message: string) => new HttpProblem('bad_request', message);

/** What a client is told of any error. Nothing of what went wrong inside is passed on. */
export function asProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof EngineError) return new HttpProblem('unavailable', unavailableMessage(error));
  // Express and its parsers mark what is the client's fault with a status.
  const status = (error as { status?: unknown } | null)?.status;
  if (status === 413) return new HttpProblem('too_large', '送来的内容太大。请减少词数或缩短各行再试');
  if (typeof status === 'number' && status >= 400 && status < 500) return badRequest('请求的地址有误');
  return new HttpProblem('internal', '程序出了错，这不是您的问题。错误已记入日志，请稍后再试');
}

function unavailableMessage(error: EngineError): string {
  switch (error.code) {
    case 'no_index':
      return '索引还没有建立，或者正在更换版本，暂时无法检索。请稍后再试；管理员可运行 npm run index';
    case 'misconfigured':
    case 'unsafe':
      return '检索引擎的配置有误，暂时无法检索。请联系管理员';
    case 'unavailable':
      return '检索引擎暂时没有回应。这是我们的问题，请稍后再试';
  }
}
