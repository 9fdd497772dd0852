import { EngineError } from '../engine/errors.ts';

/** A request that can't be answered as asked: what a client is told. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly status: number;
  readonly code: 'bad_request' | 'query_too_long' | 'not_found' | 'unavailable' | 'internal';

  constructor(status: number, code: HttpProblem['code'], message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const notFound = (message: string) => new HttpProblem(404, 'not_found', message);
export const badRequest = (message: string) => new HttpProblem(400, 'bad_request', message);

/** What a client is told of any error. Nothing of what went wrong inside is passed on. */
export function asProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof EngineError) return new HttpProblem(503, 'unavailable', unavailableMessage(error));
  // Express and its parsers mark what is the client's fault with a status.
  const status = (error as { status?: unknown } | null)?.status;
  if (typeof status === 'number' && status >= 400 && status < 500) return badRequest('请求的地址有误');
  return new HttpProblem(500, 'internal', '程序出了错，这不是您的问题。错误已记入日志，请稍后再试');
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
