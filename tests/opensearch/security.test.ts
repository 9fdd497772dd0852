import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { type Client, errors } from '@opensearch-project/opensearch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_FILTERS } from '../../engine/engine.ts';
import { probesOf } from '../../engine/opensearch/access.ts';
import { connect } from '../../engine/opensearch/client.ts';
import { OpenSearchEngine } from '../../engine/opensearch/opensearch-engine.ts';
import { type OpenSearchEnvironment, openSearchOptions } from '../../engine/opensearch/options.ts';
import { parseQuery } from '../../text/query.ts';
import { asDocuments, COLLECTION } from '../fixtures/collection.ts';
import {
  DEPLOY,
  documentedRole,
  makeRole,
  makeUser,
  makeUsers,
  type Role,
  type SecuredNode,
  startSecuredNode,
  whyNotSecured,
} from '../fixtures/opensearch-secured.ts';
import {
  HARMLESS_ALONE,
  rolesWithoutOne,
  roleWith,
  WRITES,
  WRITING,
  type Write,
} from '../fixtures/writes.ts';

const reason = whyNotSecured();
if (reason && process.env.REQUIRE_OPENSEARCH) throw new Error(`not to be skipped here: ${reason}`);
if (reason) console.log(`skipped: ${reason}`);

const PREFIX = 'guarded_';
const PASSWORD = 'a password of the tests 53';

let node: SecuredNode;
/** As the guide says to set it. */
let environment: OpenSearchEnvironment;
const opened: { close(): Promise<void> }[] = [];

const optionsOf = (purpose: 'read' | 'write', changes: OpenSearchEnvironment = {}) =>
  openSearchOptions({ ...environment, ...changes }, purpose, PREFIX);

function open(purpose: 'read' | 'write', changes: OpenSearchEnvironment = {}): OpenSearchEngine {
  const engine = new OpenSearchEngine(optionsOf(purpose, changes));
  opened.push(engine);
  return engine;
}

/** Those who have been made. It takes the node half a second. */
const known = new Set<string>();

/** Makes somebody in a role of the same name, or changes that. @returns the environment that he needs, for either purpose. */
async function somebody(name: string, role: Role, otherRoles: string[] = []): Promise<OpenSearchEnvironment> {
  await makeRole(node, name, role);
  if (!known.has(name)) await makeUser(node, name, PASSWORD, [name, ...otherRoles]);
  known.add(name);
  return {
    OPENSEARCH_USER: name,
    OPENSEARCH_PASSWORD: PASSWORD,
    OPENSEARCH_ADMIN_USER: name,
    OPENSEARCH_ADMIN_PASSWORD: PASSWORD,
  };
}

const replace = (engine: OpenSearchEngine, skipped: number) =>
  engine.replace(asDocuments(COLLECTION.slice(skipped)), { fingerprint: `but ${skipped}`, problems: [] });

/** What it fails by; null where it doesn't. */
const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error) => error,
  );

/** The status that each thing written, or the whole request, was answered with. */
async function statusesOf(client: Client, { method, path, body, bulkBody }: Write): Promise<number[]> {
  const named = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll('PREFIX_', PREFIX));
  try {
    const answer = await client.transport.request(
      { method, path: named(path), ...(body && { body: named(body) }), ...(bulkBody && { bulkBody }) },
      { maxRetries: 0 },
    );
    const items = (answer.body as { items?: Record<string, { status: number }>[] }).items;
    return (
      items?.flatMap((item) => Object.values(item).map(({ status }) => status)) ?? [answer.statusCode ?? 0]
    );
  } catch (error) {
    if (!(error instanceof errors.ResponseError)) throw error;
    return [error.statusCode ?? 0];
  }
}

const describeSecured = reason ? describe.skip : describe;
describeSecured('OpenSearch with its security plugin', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    node = await startSecuredNode();
    environment = makeUsers(node, PREFIX);
    const indexer = open('write');
    await indexer.prepare();
    await replace(indexer, 0);
  });

  afterAll(async () => {
    for (const engine of opened) await engine.close();
    await node?.stop();
  });

  it('lets the site read all it needs, in the role that the guide gives it', async () => {
    const site = open('read');
    expect(await site.check()).toEqual([]);
    expect(await site.corpusState()).toEqual({ fingerprint: 'but 0', problems: [] });
    expect(await site.reports()).toHaveLength(COLLECTION.length);
    expect(await site.report(COLLECTION[0]?.id ?? '')).toEqual(COLLECTION[0]);
    expect((await site.vocabulary()).length).toBeGreaterThan(0);
    const request = { filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 5 } as const;
    expect((await site.search({ query: parseQuery('发展'), ...request })).total).toBeGreaterThan(0);
  });

  it('lets the site read on when the collection it knows is gone', async () => {
    const site = open('read');
    const indexer = open('write');
    expect(await site.reports()).toHaveLength(COLLECTION.length);
    await replace(indexer, 1);
    expect(await site.report(COLLECTION[1]?.id ?? '')).toEqual(COLLECTION[1]);
    await replace(indexer, 0);
    expect(await site.report(COLLECTION[0]?.id ?? '')).toEqual(COLLECTION[0]);
  });

  it('tells the site that there is no collection, where there is none', async () => {
    const changes = await somebody('early_reader', documentedRole('reader', 'early_'));
    const site = open('read', { ...changes, OPENSEARCH_INDEX_PREFIX: 'early_' });
    expect(await site.check()).toEqual([]);
    expect(await errorOf(site.reports())).toMatchObject({ code: 'no_index' });
  });

  it.each(WRITES)('refuses the site $method $path', async (write) => {
    const client = connect(optionsOf('read'), 'search');
    opened.push(client);
    expect(await statusesOf(client, write)).toEqual([403]);
  });

  it('gives the site no privilege that it does without', async () => {
    for (const [missing, role] of rolesWithoutOne(documentedRole('reader', PREFIX))) {
      const site = open('read', await somebody('poor_reader', role));
      const reading = async () => {
        await site.check();
        await site.corpusState();
        await site.vocabulary();
      };
      expect(await errorOf(reading()), missing).toMatchObject({
        code: 'misconfigured',
        message: expect.stringContaining(missing),
      });
    }
  });

  it('gives the indexer all privileges that it needs, and none that it does without', async () => {
    const scratch = { OPENSEARCH_INDEX_PREFIX: 'scratch_' };
    const index = async (role: Role) => {
      await node.admin.indices.delete({ index: 'scratch_*' });
      const changes = { ...(await somebody('some_indexer', role)), ...scratch };
      const indexer = open('write', changes);
      await indexer.prepare();
      await replace(indexer, 0);
      await open('write', { ...changes, OPENSEARCH_REPLICAS: '1' }).prepare();
      await indexer.prepare();
      await replace(indexer, 1);
      await indexer.corpusState();
    };
    const role = documentedRole('indexer', 'scratch_');
    await index(role);
    const { body } = await node.admin.indices.getSettings({
      index: 'scratch_blocks',
      name: 'index.resize.*',
    });
    expect(Object.keys(body), 'the second collection is a clone').toHaveLength(1);
    for (const [missing, poorer] of rolesWithoutOne(role)) {
      const error = (await errorOf(index(poorer))) as Error;
      expect(error?.message, missing).toContain(missing.replace('*', ''));
    }
  });

  it.each(WRITING)('is not read by a site that may %s', async (...extra) => {
    const site = open('read', await somebody('writer', roleWith(documentedRole('reader', PREFIX), extra)));
    expect(await errorOf(site.check())).toMatchObject({ code: 'unsafe' });
    expect(await errorOf(site.reports()), 'nor later').toMatchObject({ code: 'unsafe' });
  });

  it('is not read by a site that may give itself a role', async () => {
    const role = documentedRole('reader', PREFIX);
    const site = open('read', await somebody('giver', role, ['security_rest_api_access']));
    expect(await errorOf(site.check())).toMatchObject({ code: 'unsafe' });
  });

  it.each(HARMLESS_ALONE)(
    'is read by a site that may %s, for nothing can be changed by that',
    async (...extra) => {
      const changes = await somebody('harmless', roleWith(documentedRole('reader', PREFIX), extra));
      expect(await open('read', changes).check()).toEqual([]);
      const client = connect(optionsOf('read', changes), 'search');
      opened.push(client);
      for (const write of WRITES) expect(await statusesOf(client, write), inspect(write)).toEqual([403]);
    },
  );

  it('is the same after somebody who may do everything was tried whether he may write', async () => {
    const stateOf = async () => {
      const get = async (path: string) => (await node.admin.transport.request({ method: 'GET', path })).body;
      return [
        await get('/_cluster/state/metadata?filter_path=metadata'),
        // Counts each thing that was written, what was deleted too.
        await get('/_stats?level=shards&filter_path=indices.*.shards.*.seq_no'),
      ];
    };
    const before = await stateOf();
    for (const probe of [...probesOf(PREFIX), ...probesOf('absent_')]) {
      const [status] = await statusesOf(node.admin, probe);
      expect([200, 400, 404, 409], `${status}: ${inspect(probe)}`).toContain(status);
    }
    expect(await stateOf()).toEqual(before);
  });

  it('is not read with a wrong password, which is not shown', async () => {
    const wrong = 'not the password 19';
    const error = await errorOf(open('read', { OPENSEARCH_PASSWORD: wrong }).check());
    expect(error).toMatchObject({
      code: 'misconfigured',
      message: expect.stringMatching(/密码不对.*请检查/),
    });
    const shown = inspect(error, { depth: 20 });
    expect(shown).not.toContain(wrong);
    expect(shown).not.toContain(Buffer.from(`${environment.OPENSEARCH_USER}:${wrong}`).toString('base64'));
  });

  it('is not trusted without its authority, by another one, or by another name', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'other-authority-'));
    execFileSync(join(DEPLOY, 'certificates.sh'), [folder, 'localhost']);
    const others = {
      nobody: { OPENSEARCH_CA_FILE: '' },
      'somebody else': { OPENSEARCH_CA_FILE: join(folder, 'ca.pem') },
      'another host': { OPENSEARCH_URL: node.url.replace('localhost', '127.0.0.1') },
    };
    for (const [name, changes] of Object.entries(others)) {
      const error = await errorOf(open('read', changes).check());
      expect(error, name).toMatchObject({
        code: 'misconfigured',
        message: expect.stringMatching(/证书.*OPENSEARCH_CA_FILE.*主机名/),
      });
      expect(await errorOf(open('write', changes).prepare()), name).toMatchObject({ code: 'misconfigured' });
    }
    rmSync(folder, { recursive: true });
  });
});
