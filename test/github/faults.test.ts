import { expect, test } from 'vitest';
import { askGraphQL, askRest } from './ask-github.ts';
import {
  badCredentials,
  changesBefore,
  cutJson,
  dropsNext,
  duplicatesItems,
  type Fault,
  graphqlErrors,
  hangs,
  htmlWith200,
  losesItems,
  missing,
  missingPermission,
  oversizedJson,
  permanentFailure,
  primaryLimit,
  resets,
  secondaryLimit,
  serverError,
} from './faults.ts';
import { githubForTest, shop, type TestGitHub } from './github-for-test.ts';
import { labelPull, openPull, push, repositoryOf } from './state.ts';

const path = `/repos/${shop}/pulls`;
const query = `query Pulls($after: String) { repository(owner: "acme", name: "shop") {
  pullRequests(first: 1, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { number labels(first: 5) { nodes { name } } } }
} }`;

async function githubWithPulls(): Promise<TestGitHub> {
  const github = await githubForTest();
  for (const title of ['one', 'two']) openPull(github.state, shop, { title });
  return github;
}

/** Status, headers and text of one read that the fault hits; then nothing is wrong any more. */
async function readWith(fault: Fault) {
  const github = await githubWithPulls();
  github.faults.inject({ match: { path }, fault });
  const response = await fetch(`${github.apiUrl}${path}?per_page=1`);
  const found = {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    text: await response.text(),
  };
  expect((await askRest(github, path)).status).toBe(200);
  expect(github.requests.map((each) => each.fault)).toEqual([fault.name, null]);
  return found;
}

test('G1, G2: limits say when to come back, in each form GitHub uses, or not at all', async () => {
  const at = new Date('2026-11-20T12:40:00Z');
  expect((await readWith(secondaryLimit({ retryAfter: 7 }))).headers).toMatchObject({ 'retry-after': '7' });
  const dated = await readWith(secondaryLimit({ status: 429, retryAfter: at }));
  expect(dated).toMatchObject({ status: 429, headers: { 'retry-after': 'Fri, 20 Nov 2026 12:40:00 GMT' } });
  const silent = await readWith(secondaryLimit({ retryAfter: null }));
  expect(silent).toMatchObject({ status: 403, text: expect.stringContaining('secondary rate limit') });
  expect(silent.headers).not.toHaveProperty('retry-after');
  const spent = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(at.getTime() / 1_000) };
  expect(await readWith(primaryLimit({ resetAt: at }))).toMatchObject({ status: 403, headers: spent });
  const inGraphQL = await readWith(primaryLimit({ resetAt: at, status: 200 }));
  expect(inGraphQL).toMatchObject({ headers: spent, text: expect.stringContaining('RATE_LIMITED') });
});

test('G3, G5 to G8: failures have the status, header and message of GitHub', async () => {
  for (const status of [500, 502, 503, 504] as const) {
    expect((await readWith(serverError(status))).status).toBe(status);
  }
  expect(await readWith(badCredentials())).toMatchObject({ status: 401 });
  expect(await readWith(missingPermission('actions=write'))).toMatchObject({
    status: 403,
    headers: { 'x-accepted-github-permissions': 'actions=write' },
  });
  expect(await readWith(missing())).toMatchObject({
    status: 404,
    text: expect.stringContaining('Not Found'),
  });
  for (const status of [410, 422, 451] as const) {
    const hostile = '::error::<script>';
    expect(await readWith(permanentFailure(status, hostile))).toMatchObject({
      status,
      text: expect.stringContaining(hostile),
    });
  }
});

test('G4: a push or dispatch can take effect although its answer is lost', async () => {
  const github = await githubForTest();
  const workflow = 'on: { workflow_dispatch: }\n';
  push(github.state, shop, 'workflow', { files: { '.github/workflows/zenpulse.yml': workflow } });
  const dispatches = `/repos/${shop}/actions/workflows/zenpulse.yml/dispatches`;
  const dispatch = () => askRest(github, dispatches, { method: 'POST', json: { ref: 'main' } });
  const runs = () => repositoryOf(github.state, shop).runs.length;
  const match = { method: 'POST', path: dispatches };
  for (const [fault, started] of [
    [resets(), 0],
    [{ ...resets(), takesEffect: true }, 1],
    [{ ...serverError(502), takesEffect: true }, 2],
  ] as const) {
    github.faults.inject({ match, fault });
    await Promise.allSettled([dispatch()]);
    expect(runs()).toBe(started);
  }
});

test('G9: pages lose their next, their items, come twice, or change during the walk', async () => {
  expect((await readWith(dropsNext())).headers['link']).not.toContain('next');
  expect((await readWith(losesItems())).text).toBe('[]');
  expect(JSON.parse((await readWith(duplicatesItems())).text)).toMatchObject([{ number: 2 }, { number: 2 }]);

  const github = await githubWithPulls();
  const hit = (fault: Fault, skip = 0) =>
    github.faults.inject({ match: { operation: 'Pulls', skip }, fault });
  const page = async () => {
    const { data } = await askGraphQL<{ repository: { pullRequests: object } }>(github, query);
    return data.repository.pullRequests;
  };
  hit(dropsNext());
  expect(await page()).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: false } });
  hit(losesItems());
  expect(await page()).toMatchObject({ totalCount: 2, nodes: [], pageInfo: { hasNextPage: true } });
  hit(duplicatesItems());
  expect(await page()).toMatchObject({ nodes: [{ number: 1 }, { number: 1 }] });
  const change = hit(
    changesBefore(() => labelPull(github.state, shop, 1, 'late')),
    1,
  );
  expect(await page()).toMatchObject({ nodes: [{ labels: { nodes: [] } }] });
  expect(await page()).toMatchObject({ nodes: [{ labels: { nodes: [{ name: 'late' }] } }] });
  expect(change.hits).toBe(1);
});

test('G10: GraphQL fails with status 200, in part or whole', async () => {
  const github = await githubWithPulls();
  const path = ['repository', 'pullRequests', 'nodes', 0];
  github.faults.inject({ match: {}, fault: graphqlErrors({ type: 'NOT_FOUND', message: 'gone', path }) });
  expect(await askGraphQL(github, query)).toMatchObject({
    status: 200,
    data: { repository: { pullRequests: { totalCount: 2, nodes: [null] } } },
    errors: [{ type: 'NOT_FOUND', path, message: 'gone' }],
  });
  github.faults.inject({ match: {}, fault: graphqlErrors() });
  expect(await askGraphQL(github, query)).toMatchObject({
    data: null,
    errors: [{ message: expect.stringContaining('Something went wrong') }],
  });
});

test('G11: connections hang at each stage until someone gives up, or are reset', async () => {
  for (const at of ['connect', 'headers', 'body'] as const) {
    const github = await githubWithPulls();
    github.faults.inject({ match: {}, fault: hangs(at) });
    const signal = AbortSignal.timeout(60);
    const asked = fetch(github.apiUrl + path, { signal });
    const [failed] = await Promise.allSettled([
      at === 'body' ? asked.then((response) => response.text()) : asked,
    ]);
    expect(failed).toMatchObject({ status: 'rejected', reason: { name: 'TimeoutError' } });
    if (at === 'body') expect((await asked).status).toBe(200);
    expect((await askRest(github, path)).status).toBe(200);
  }
  for (const at of ['connect', 'body'] as const) {
    const github = await githubWithPulls();
    github.faults.inject({ match: {}, fault: resets(at) });
    await expect(fetch(github.apiUrl + path).then((response) => response.text())).rejects.toThrow(TypeError);
  }
});

test('G12: bodies are HTML, cut or far too large behind a 200', async () => {
  const html = await readWith(htmlWith200());
  expect([html.status, html.headers['content-type'], html.text.slice(0, 9)]).toEqual([
    200,
    'text/html; charset=utf-8',
    '<!DOCTYPE',
  ]);
  const cut = await readWith(cutJson());
  expect(() => JSON.parse(cut.text) as unknown).toThrow(SyntaxError);
  const large = await readWith(oversizedJson(2));
  expect(large.text.length).toBeGreaterThan(2 * 1024 * 1024);
  expect(JSON.parse(large.text)).toMatchObject([{ number: 2 }]);
});
