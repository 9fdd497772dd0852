import { describe, expect, inject, it } from 'vitest';
import { expectDescribed } from '../fixtures/described.ts';

const site = inject('projectSite');

describe('the interface for programs, on the project’s corpus', () => {
  it('answers the examples of its page as described, and finds something for each', async () => {
    const page = await (await fetch(`${site}/help/api`)).text();
    const examples = [...page.matchAll(/<li><a href="(\/[^"]*)">/g)].map(([, href = '']) =>
      href.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&'),
    );
    expect(examples.filter((path) => path.startsWith('/api/search?')).length).toBeGreaterThan(2);
    for (const path of examples) {
      const { status, body } = await expectDescribed(site, path);
      expect(status, path).toBe(200);
      expect(body, path).not.toMatchObject({ total: 0 });
      expect(body, path).not.toEqual({ suggestions: [] });
    }
  });

  it('gives every report as described', async () => {
    const { body } = await expectDescribed(site, '/api/reports');
    const { reports } = body as { reports: readonly { id: string }[] };
    expect(reports.length).toBeGreaterThan(0);
    for (const { id } of reports) {
      expect((await expectDescribed(site, `/api/reports/${id}`)).status, id).toBe(200);
    }
  });
});
