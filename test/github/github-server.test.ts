import { expect, test } from 'vitest';
import { askGraphQL, askRest } from './ask-github.ts';
import { githubForTest, shop } from './github-for-test.ts';
import { startGitHub } from './github-server.ts';

test('serves both layouts and says where its links lead', async () => {
  const github = await githubForTest();
  const paths = [github.apiUrl, github.enterpriseApiUrl].map((url) => `${url}/repos/${shop}`);
  const urls = await Promise.all(
    paths.map(async (path) => (await askRest<{ url: string; html_url: string }>(github, path)).body),
  );
  expect(urls.map(({ url }) => url)).toEqual(paths);
  expect(urls.map(({ html_url }) => html_url)).toEqual(Array(2).fill(`https://github.com/${shop}`));

  const query = JSON.stringify({ query: '{ viewer { login } }' });
  const init = { method: 'POST', headers: { authorization: 'token x' }, body: query };
  const answers = await Promise.all(
    [github.graphqlUrl, github.enterpriseGraphqlUrl].map(async (url) => (await fetch(url, init)).json()),
  );
  expect(answers).toEqual(Array(2).fill({ data: { viewer: { login: 'octocat' } } }));
  expect(github.requests.map(({ layout }) => layout)).toEqual(['root', 'enterprise', 'root', 'enterprise']);
});

test('keeps a log that tells which requests were under way together', async () => {
  const github = await githubForTest({ latencyMs: 30 });
  await Promise.all([
    askRest(github, `/repos/${shop}/compare/main...main?per_page=5`),
    askGraphQL(github, 'query Pages { rateLimit { cost } }', { after: null }),
  ]);
  const [rest, graphql] = github.requests;
  expect(rest).toMatchObject({
    kind: 'rest',
    operation: 'GET /repos/{owner}/{repo}/compare/{basehead}',
    variables: { per_page: '5' },
    status: 200,
    authorization: 'token',
  });
  expect(graphql).toMatchObject({ kind: 'graphql', operation: 'Pages', variables: { after: null }, cost: 1 });
  expect(graphql?.startedAt).toBeLessThan(rest?.endedAt ?? 0);
  expect((rest?.endedAt ?? 0) - (rest?.startedAt ?? 0)).toBeGreaterThan(25);
});

test('hides private repositories, refuses unknown tokens and counts points', async () => {
  const github = await githubForTest({ tokens: ['token'], rateLimit: 1 });
  const repository = github.state.repositories.get(shop);
  if (repository) repository.isPrivate = true;
  expect((await fetch(`${github.apiUrl}/repos/${shop}`)).status).toBe(404);
  const stranger = { headers: { authorization: 'Bearer stranger' } };
  expect((await askRest(github, `/repos/${shop}`, stranger)).body.message).toBe('Bad credentials');
  expect((await askRest(github, `/repos/${shop}`)).headers.get('x-ratelimit-remaining')).toBe('0');

  const spent = await askRest(github, `/repos/${shop}`);
  expect([spent.status, spent.body.message]).toEqual([403, expect.stringContaining('rate limit exceeded')]);
  github.advance(61);
  expect((await askRest(github, `/repos/${shop}`)).status).toBe(200);
});

test('closes with a request hanging, and says what it does not serve', async () => {
  const github = await startGitHub();
  expect(await askRest(github, '/repos/acme/shop/stargazers')).toMatchObject({ status: 501 });
  github.faults.inject({ match: {}, fault: { name: 'hangs', delivery: 'no-answer' } });
  const hanging = fetch(github.url).catch((error: unknown) => String(error));
  while (github.requests.length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
  await github.close();
  expect(await hanging).toContain('fetch failed');
  await expect(fetch(github.url)).rejects.toThrow('fetch failed');
});
