import type { ErrorRequestHandler } from 'express';
import { EngineError } from '../../engine/errors.ts';
import { errorPage } from '../presenters/error-page.ts';
import { asProblem } from '../problems.ts';

/** Answers whatever went wrong: JSON where a program asked, else a page. The details go to the log only. */
export const answerError: ErrorRequestHandler = (error, request, response, next) => {
  const problem = asProblem(error);
  if (problem.status >= 500) {
    console.error(error instanceof EngineError ? `${error.code}: ${error.message}` : error);
  }
  if (response.headersSent) {
    next(error);
    return;
  }
  response.status(problem.status);
  if (problem.status === 503) response.set('Retry-After', '5');
  if (request.path.startsWith('/api/') || request.path === '/api' || request.path === '/healthz') {
    response.json({ error: { code: problem.code, message: problem.message } });
    return;
  }
  response.render('error', errorPage(problem));
};
