import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchEngine } from '../../engine/engine.ts';
import { summarise } from '../../report/summary.ts';
import type { JsonSchema, OpenApi, ParameterDescription } from '../../server/api/openapi.ts';
import { openApi } from '../../server/api/openapi.ts';
import { exampleUrl, OPERATION_NAMES, OPERATIONS } from '../../server/api/operations.ts';
import { createSite } from '../../server/app.ts';
import { Catalogue } from '../../server/catalogue.ts';
import { parseSearchState } from '../../server/search-state.ts';
import { COLLECTION } from '../fixtures/collection.ts';
import { type Site, serveReports } from '../fixtures/site.ts';

/** As engines list them. */
const NEWEST_FIRST = COLLECTION.toSorted((a, b) => b.year - a.year || (a.id < b.id ? -1 : 1));
const CATALOGUE = new Catalogue(NEWEST_FIRST.map(summarise));
const SEARCH = openApi().paths['/api/search']?.get?.parameters ?? [];

let site: Site;

beforeAll(async () => {
  site = await serveReports(COLLECTION);
});

afterAll(() => site.close());

async function get(path: string) {
  const response = await fetch(site.address + path);
  const type = response.headers.get('content-type')?.split(';')[0] ?? '';
  // biome-ignore lint/suspicious/noExplicitAny: each test says what it expects of an answer
  const body = (type === 'application/json' ? await response.json() : await response.text()) as any;
  return { status: response.status, type, body };
}

describe('/api/openapi.json', () => {
  it('is a valid description in OpenAPI 3.1, of this version, all of whose references lead somewhere', async () => {
    const { status, body } = await get('/api/openapi.json');
    expect(status).toBe(200);
    const validator = new Validator();
    expect(await validator.validate(body)).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(body.info.version).toBe(manifest.version);

    const references = [...JSON.stringify(body).matchAll(/"\$ref":"#\/components\/schemas\/([^"]*)"/g)];
    const named = new Set(references.map(([, name]) => name));
    expect([...named].sort()).toEqual(Object.keys((body as OpenApi).components.schemas).sort());
  });

  it('has every route for programs that the server has, and no others', async () => {
    const routes = routesOf(createSite({} as SearchEngine).listeners('request')[0] as unknown as Stacked);
    expect(routes).toContain('get /search');
    const served = routes.filter((route) => /^\w+ \/(api|healthz)(\/|$)/.test(route));
    const described = Object.entries(openApi().paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(served.sort()).toEqual(described.sort());
  });

  it('has every parameter that searches read, and no others', () => {
    const read = new Set<string>();
    const noting = new Proxy(new URLSearchParams(), {
      get: (target, method: 'getAll') =>
        // Whoever asks for no name reads parameters of any name.
        function asked(name = `${String(method)}()`) {
          read.add(name);
          return target[method](name);
        },
    });
    parseSearchState(noting, CATALOGUE);
    expect([...read].sort()).toEqual(SEARCH.map(({ name }) => name).sort());
  });
});

/** What is known of a parameter's values: some that are taken, some that are refused, with the error's code. */
function tried({ name, schema }: ParameterDescription): [string, string, string | null][] {
  const tries = (values: readonly (string | number)[], code: string | null) =>
    values.map((value): [string, string, string | null] => [name, String(value), code]);
  const { minimum, maximum, maxLength } = schema;
  const one: JsonSchema = schema.items || schema;
  return [
    ...tries([...(one.enum ?? []), ...(one.examples ?? [])], null),
    ...(one.enum ? tries(['x', `${one.enum[0]}x`], 'bad_request') : []),
    ...(minimum === undefined ? [] : tries([minimum], null)),
    ...(minimum === undefined ? [] : tries([minimum - 1, -1, 1.5], 'bad_request')),
    ...(maximum === undefined ? [] : tries([maximum], null)),
    ...(maximum === undefined ? [] : tries([maximum + 1], 'bad_request')),
    ...(maxLength === undefined ? [] : tries(['展'.repeat(maxLength)], null)),
    ...(maxLength === undefined ? [] : tries(['展'.repeat(maxLength + 1)], 'query_too_long')),
  ];
}

describe('what is said of the parameters of a search', () => {
  it('has been tried below', () => {
    expect([...new Set(SEARCH.flatMap(tried).map(([name]) => name))]).toEqual(SEARCH.map(({ name }) => name));
  });

  it.each(
    SEARCH.flatMap(tried).map(([name, value, code]) => ({
      title: `${name}=${value.slice(0, 25)} (${value.length})`,
      name,
      value,
      code,
    })),
  )('holds: $title', async ({ name, value, code }) => {
    const { status, type, body } = await get(`/api/search?${new URLSearchParams({ [name]: value })}`);
    expect(status).toBe(code === null ? 200 : 400);
    const answer = openApi().paths['/api/search']?.get?.responses[status];
    expect(Object.keys(answer?.content ?? {})).toContain(type);
    if (code !== null) expect(body.error.code).toBe(code);
  });

  it.each(SEARCH.filter(({ schema }) => schema.default !== undefined))(
    'holds: $name is $schema.default by itself',
    async ({ name, schema }) => {
      const query: Record<string, string> = name === 'q' ? {} : { q: '发展 报告' };
      const { body: without } = await get(`/api/search?${new URLSearchParams(query)}`);
      const { body: given } = await get(
        `/api/search?${new URLSearchParams({ ...query, [name]: String(schema.default) })}`,
      );
      expect({ ...given, tookMs: 0 }).toEqual({ ...without, tookMs: 0 });
    },
  );
});

describe('/help/api', () => {
  it('is linked from where readers look for help', async () => {
    expect(await (await fetch(`${site.address}/help`)).text()).toContain('href="/help/api"');
  });

  it('shows every route, parameter, error and schema', async () => {
    const page = await (await fetch(`${site.address}/help/api`)).text();
    const described = Object.entries(openApi().paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
    );
    for (const { path, method, operationId, parameters, responses } of described) {
      const [, section = ''] = page.split(`<h2 id="${operationId}">`);
      const [shown = ''] = section.split('</section>');
      expect(shown).toContain(`${method.toUpperCase()} ${path}</code>`);
      for (const { name } of parameters) expect(shown).toContain(`<th scope="row"><code>${name}</code>`);
      for (const status of Object.keys(responses)) {
        if (status !== '200') expect(shown).toContain(`<dt>${status}</dt>`);
      }
    }
    for (const id of Object.keys(openApi().components.schemas)) {
      expect(page).toContain(`<a href="#schema-${id}">`);
      expect(page).toContain(`<h3 id="schema-${id}">`);
    }
  });

  it('shows the examples, each of which is answered; the answers are of this collection', async () => {
    const page = await (await fetch(`${site.address}/help/api`)).text();
    const shown = [...page.matchAll(/<li><a href="(\/[^"]*)">/g)].map(([, href]) =>
      unescaped(href as string),
    );
    const all = OPERATION_NAMES.flatMap((name) =>
      OPERATIONS[name].examples(CATALOGUE).map((example) => exampleUrl(OPERATIONS[name], example)),
    );
    expect(shown).toEqual(all);
    for (const href of shown) expect(await get(href), href).toMatchObject({ status: 200 });
    expect(unescaped(page)).toContain(`"id": "${NEWEST_FIRST[0]?.id}"`);
    expect(unescaped(page)).toContain('…… 另有 2 项');
  });

  it('has no example where there is nothing to show', async () => {
    const empty = await serveReports([]);
    try {
      const response = await fetch(`${empty.address}/help/api`);
      expect(response.status).toBe(200);
      expect(await response.text()).not.toContain('href="/api/reports/');
    } finally {
      await empty.close();
    }
  });
});

function unescaped(html: string): string {
  return html.replaceAll('&#x3D;', '=').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/** Express' routers, as far as their routes can be told. */
interface Stacked {
  readonly router?: { readonly stack: readonly Layer[] };
  readonly stack?: readonly Layer[];
}

interface Layer {
  readonly rawPath: string;
  readonly handle: Stacked;
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
}

/** All routes of a router and those in it: method and path. */
function routesOf({ router, stack = router?.stack ?? [] }: Stacked, at = ''): string[] {
  return stack.flatMap(({ rawPath, handle, route }) => {
    const path = rawPath === '/' ? at : `${at}${rawPath}`;
    return route
      ? Object.keys(route.methods).map((method) => `${method} ${path || '/'}`)
      : routesOf(handle, path);
  });
}
