import express, { type Response, Router } from 'express';
import type { SearchEngine } from '../../engine/engine.ts';
import { Catalogue } from '../catalogue.ts';
import { PanelJobs } from '../panel/jobs.ts';
import { panelDownload } from '../panel/panel-rows.ts';
import { readTermList } from '../panel/term-list.ts';
import { missingJobPage } from '../presenters/error-page.ts';
import { panelForm } from '../presenters/panel-form.ts';
import { panelPage, panelUrl } from '../presenters/panel-page.ts';
import { withYearRange } from '../presenters/year-range.ts';
import { HttpProblem } from '../problems.ts';
import { accessOf } from './access.ts';
import { askedFor } from './asked.ts';
import { parametersOf } from './parameters.ts';
import { sendDownload } from './send-download.ts';

/** Seconds between two looks at a count that is under way. */
const LOOK_AGAIN = '2';

/** Room for the longest list: nine bytes a Han character. */
const readForm = express.text({ type: 'application/x-www-form-urlencoded', limit: '4mb' });

/** The pages of lists of terms: the form, the progress, the result. */
export function panelRoutes(engine: SearchEngine): Router {
  const router = Router();
  const jobs = new PanelJobs(engine);

  router.get('/panel', async (request, response) => {
    const catalogue = await Catalogue.of(engine);
    const { state, notes } = askedFor(parametersOf(request), catalogue);
    response.render('panel', panelForm(catalogue, state, notes));
  });

  router.post('/panel', readForm, async (request, response) => {
    const catalogue = await Catalogue.of(engine);
    const sent = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
    const { state, notes } = askedFor(withYearRange(sent, catalogue.years) ?? sent, catalogue);
    const text = sent.get('terms') ?? '';
    try {
      const list = readTermList(text, state, catalogue);
      const job = jobs.start({ ...list, notes: [...notes, ...list.notes] }, state);
      response.redirect(303, panelUrl(job));
    } catch (error) {
      if (!(error instanceof HttpProblem)) throw error;
      const message = `${error.message}。`;
      response.status(error.status).render('panel', panelForm(catalogue, state, notes, { text, message }));
    }
  });

  router.get('/panel/:job', async (request, response) => {
    const job = jobs.get(request.params.job);
    if (!job) return missing(response);
    const page = panelPage(job, await Catalogue.of(engine));
    if (page.progress) response.set('Refresh', LOOK_AGAIN);
    response.set('Cache-Control', 'no-store').render('panel-job', page);
  });

  router.get('/panel/:job/panel.csv', async (request, response) => {
    const job = jobs.get(request.params.job);
    if (job?.status !== 'done' || !job.stamp) return missing(response);
    const { counted, reports, stamp, list, state } = job;
    const { origin } = accessOf(request);
    const { terms } = list;
    const filters = state.engineFilters;
    const file = panelDownload({ counted, reports, terms, filters, stamp, origin });
    await sendDownload(file, request, response);
  });

  return router;
}

function missing(response: Response): void {
  response.status(404).render('error', missingJobPage());
}
