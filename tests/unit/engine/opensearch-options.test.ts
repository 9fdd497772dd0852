import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../engine/errors.ts';
import { OpenSearchEngine } from '../../../engine/opensearch/opensearch-engine.ts';
import { type OpenSearchEnvironment, openSearchOptions } from '../../../engine/opensearch/options.ts';
import { listening } from '../../fixtures/listening.ts';
import { PROJECT } from '../../fixtures/programs.ts';

const URL_SET = { OPENSEARCH_URL: 'https://one:9200' };
const optionsOf = (environment: OpenSearchEnvironment, purpose: 'read' | 'write' = 'read') =>
  openSearchOptions({ ...URL_SET, ...environment }, purpose, 'gov_reports_');

describe('openSearchOptions', () => {
  it('takes the addresses of all nodes, and one shard with one copy where nothing else is said', () => {
    expect(optionsOf({ OPENSEARCH_URL: 'https://one:9200, https://two:9200,' })).toMatchObject({
      urls: ['https://one:9200', 'https://two:9200'],
      prefix: 'gov_reports_',
      spread: { shards: 1, replicas: 1 },
      credentials: null,
      authorities: null,
    });
  });

  it('gives the site its own credentials, and the indexer those of the administrator', () => {
    const environment = {
      OPENSEARCH_USER: 'site',
      OPENSEARCH_PASSWORD: 'one secret',
      OPENSEARCH_ADMIN_USER: 'indexer',
      OPENSEARCH_ADMIN_PASSWORD: 'another',
    };
    const { credentials } = optionsOf(environment);
    expect(credentials).toEqual({ username: 'site', password: 'one secret' });
    expect(optionsOf(environment, 'write').credentials).toEqual({ username: 'indexer', password: 'another' });
    const keys = { OPENSEARCH_API_KEY: 'a2V5', OPENSEARCH_ADMIN_API_KEY: 'a2V6' };
    expect(optionsOf({ ...environment, ...keys }).credentials).toEqual({ apiKey: 'a2V5' });
    expect(optionsOf({ ...environment, ...keys }, 'write').credentials).toEqual({ apiKey: 'a2V6' });
  });

  it.each<[OpenSearchEnvironment, string]>([
    [{ OPENSEARCH_URL: '' }, 'OPENSEARCH_URL'],
    [{ OPENSEARCH_URL: 'https://one:9200,two' }, 'OPENSEARCH_URL'],
    [{ OPENSEARCH_URL: 'https://user:hidden-here@one:9200' }, 'OPENSEARCH_URL'],
    [{ OPENSEARCH_USER: 'site' }, 'OPENSEARCH_USER'],
    [{ OPENSEARCH_PASSWORD: 'hidden-here' }, 'OPENSEARCH_PASSWORD'],
    [{ OPENSEARCH_API_KEY: 'hidden-here\nnext line' }, 'OPENSEARCH_API_KEY'],
    [{ OPENSEARCH_CA_FILE: '/no/such/file.pem' }, 'OPENSEARCH_CA_FILE'],
    [{ OPENSEARCH_INDEX_PREFIX: 'Big*' }, 'OPENSEARCH_INDEX_PREFIX'],
    [{ OPENSEARCH_SHARDS: '0' }, 'OPENSEARCH_SHARDS'],
    [{ OPENSEARCH_REPLICAS: '-1' }, 'OPENSEARCH_REPLICAS'],
    [{ OPENSEARCH_REPLICAS: 'two' }, 'OPENSEARCH_REPLICAS'],
  ])('says which variable is wrong in %j, and shows no secret', (environment, name) => {
    let error: unknown;
    try {
      optionsOf(environment);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toMatchObject({ code: 'misconfigured', message: expect.stringContaining(name) });
    expect((error as Error).message).not.toContain('hidden-here');
  });
});

/** What a reader with these credentials sends to a gateway that refuses all writes, and what he is warned of. */
async function sentBy(
  environment: OpenSearchEnvironment,
): Promise<{ authorization: unknown[]; warnings: readonly string[] }> {
  const seen: IncomingMessage[] = [];
  const refuse: RequestListener = (request, response) => {
    seen.push(request);
    response.writeHead(request.method === 'GET' ? 404 : 403, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: { type: 'index_not_found_exception' } }));
  };
  const gateway = await listening(createServer(refuse));
  const engine = new OpenSearchEngine(optionsOf({ ...environment, OPENSEARCH_URL: gateway.address }));
  const warnings = await engine.check();
  await engine.close();
  await gateway.close();
  expect(seen.length).toBeGreaterThan(0);
  return { authorization: [...new Set(seen.map(({ headers }) => headers.authorization))], warnings };
}

// OpenSearch 2.19 has no API keys of its own; gateways before it, and later versions, may.
describe('credentials', () => {
  it('are sent with each request, and the operator is warned where anybody could read them', async () => {
    const plain = [expect.stringMatching(/明文.*https/)];
    expect(await sentBy({ OPENSEARCH_API_KEY: 'a2V5' })).toEqual({
      authorization: ['ApiKey a2V5'],
      warnings: plain,
    });
    const basic = `Basic ${Buffer.from('site:秘 密').toString('base64')}`;
    const environment = { OPENSEARCH_USER: 'site', OPENSEARCH_PASSWORD: '秘 密' };
    expect(await sentBy(environment)).toEqual({ authorization: [basic], warnings: plain });
  });

  it('are missed where there are none', async () => {
    const { authorization, warnings } = await sentBy({});
    expect(authorization).toEqual([undefined]);
    expect(warnings).toEqual([expect.stringMatching(/没有要求用户名和密码/)]);
  });
});

describe('the guide', () => {
  it.each(['reader', 'indexer'])('prints the role of the %s as it is', (name) => {
    const role = readFileSync(join(PROJECT, `deploy/opensearch/${name}.json`), 'utf8');
    expect(readFileSync(join(PROJECT, 'docs/operations.md'), 'utf8')).toContain(
      `\`\`\`json\n${role}\`\`\`\n`,
    );
  });
});
