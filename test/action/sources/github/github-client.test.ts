import nock from 'nock';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createGitHubClient } from '../../../../action/sources/github/github-client.ts';
import { toolkitFetch } from '../../../../action/sources/github/toolkit-fetch.ts';

const asked: boolean[] = [];

const client = () =>
  createGitHubClient(
    'acme/shop',
    { apiUrl: 'https://github.example/api/v3', graphqlUrl: 'https://github.example/api/graphql' },
    {
      fetch: toolkitFetch,
      clock: () => new Date('2026-11-20T00:00:00Z'),
      sleep: async () => {},
      random: () => 0.5,
      token: async (renew) => {
        asked.push(renew);
        return renew ? 'new-token' : 'old-token';
      },
    },
  );

beforeEach(() => {
  asked.length = 0;
  nock.disableNetConnect();
});

afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
  nock.enableNetConnect();
});

test('GraphQL goes to its own address with the query, its variables and the token', async () => {
  nock('https://github.example', {
    reqheaders: { authorization: 'Bearer old-token', 'user-agent': /zenpulse/ },
  })
    .post('/api/graphql', { query: 'query Viewer { viewer { login } }', variables: { size: 100 } })
    .reply(200, { data: { viewer: { login: 'ada' } } });

  const schema = z.object({ viewer: z.object({ login: z.string() }) });
  const { data, errors } = await client().graphql(
    (failures) => ({ document: 'query Viewer { viewer { login } }', variables: { size: 100 >> failures } }),
    schema,
  );
  expect({ data, errors }).toEqual({ data: { viewer: { login: 'ada' } }, errors: [] });
});

test('REST fills its route in and parses what comes back', async () => {
  nock('https://github.example')
    .get('/api/v3/repos/acme/shop/commits/main')
    .reply(200, { sha: 'abc', more: 'dropped' });
  const parameters = { owner: 'acme', repo: 'shop', ref: 'main' };
  const commit = await client().rest(
    'GET /repos/{owner}/{repo}/commits/{ref}',
    parameters,
    z.object({ sha: z.string() }),
  );
  expect(commit).toEqual({ sha: 'abc' });
});

test('a refused token is renewed once, and the call made again with the new one', async () => {
  nock('https://github.example', { reqheaders: { authorization: 'Bearer old-token' } })
    .get('/api/v3/rate_limit')
    .reply(401);
  nock('https://github.example', { reqheaders: { authorization: 'Bearer new-token' } })
    .get('/api/v3/rate_limit')
    .reply(200, {});
  await client().rest('GET /rate_limit', {}, z.object({}));
  expect(asked).toEqual([false, true]);
});

test('an answer of another shape is a typed error that names the place', async () => {
  nock('https://github.example').get('/api/v3/rate_limit').reply(200, { resources: 'none' });
  const schema = z.object({ resources: z.object({}) });
  await expect(client().rest('GET /rate_limit', {}, schema)).rejects.toMatchObject({
    code: 'github_bad_answer',
    data: { why: expect.stringContaining('resources') },
  });
});
