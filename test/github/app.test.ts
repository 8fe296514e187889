import { createHmac, createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { dispatchWorkflow } from './actions/dispatch-workflow.ts';
import { askRest } from './ask-github.ts';
import { githubForTest, shop } from './github-for-test.ts';
import type { Schemas } from './rest/shapes/schemas.ts';
import { forceMoveTag, mergePull, openPull, placeTag, publishRelease, push, repositoryOf } from './state.ts';
import { pushed } from './webhooks/push-payload.ts';
import { installationCreated, pullRequestClosed, releasePublished } from './webhooks/webhook-payloads.ts';

const asApp = { headers: { authorization: 'Bearer head.body.sign' } };
const secret = 'not development';

async function receiver(status: () => number) {
  const heard: { headers: Record<string, unknown>; body: string }[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      heard.push({ headers: request.headers, body });
      response.writeHead(status()).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { heard, to: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` };
}

test('signs webhooks, keeps their deliveries three days and delivers them again', async () => {
  const github = await githubForTest();
  let status = 500;
  const { heard, to } = await receiver(() => status);
  openPull(github.state, shop, { title: 'merged' });
  mergePull(github.state, shop, 1);
  for (const deliveryId of ['a', 'b', 'c']) {
    github.advance(24 * 60 + 1);
    await github.deliver('pull_request', pullRequestClosed(github, shop, 1), { secret, to, deliveryId });
  }
  const [first] = heard;
  expect(first?.headers).toMatchObject({
    'x-github-event': 'pull_request',
    'x-github-delivery': 'a',
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret)
      .update(first?.body ?? '')
      .digest('hex')}`,
  });

  type Deliveries = Schemas['hook-delivery-item'][];
  const list = (path: string) => askRest<Deliveries>(github, path, asApp);
  const page = await list('/app/hook/deliveries?per_page=2&status=failure');
  expect(page.body.map(({ guid, status_code }) => [guid, status_code])).toEqual([
    ['c', 500],
    ['b', 500],
  ]);
  const next = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1] ?? '';
  expect((await list(next)).body).toMatchObject([{ guid: 'a' }]);
  status = 202;
  const attempts = `/app/hook/deliveries/${page.body[1]?.id}/attempts`;
  expect((await askRest(github, attempts, { method: 'POST', ...asApp })).status).toBe(202);
  expect(heard.map(({ headers }) => headers['x-github-delivery'])).toEqual(['a', 'b', 'c', 'b']);
  expect(heard[3]?.body).toBe(heard[1]?.body);
  github.advance(24 * 60);
  expect((await list('/app/hook/deliveries')).body).toMatchObject([
    { guid: 'b', redelivery: true, status_code: 202 },
    { guid: 'c' },
    { guid: 'b', redelivery: false },
  ]);
  github.advance(4 * 24 * 60);
  expect((await list('/app/hook/deliveries')).body).toEqual([]);
});

test('builds payloads of merges, tags, releases and installations', async () => {
  const github = await githubForTest();
  const { state } = github;
  openPull(state, shop, { title: 'merged', labels: ['bug'] });
  const { mergeCommit } = mergePull(state, shop, 1);
  const { annotation } = placeTag(state, shop, 'v1.0.0', { annotated: true });
  publishRelease(state, shop, 'v1.0.0');
  expect(pullRequestClosed(github, shop, 1)).toMatchObject({
    action: 'closed',
    pull_request: { merged: true, merge_commit_sha: mergeCommit, base: { ref: 'main' } },
    repository: { full_name: shop },
    installation: { id: state.app.installationId },
  });
  const tag = pushed(github, shop, 'refs/tags/v1.0.0');
  expect(tag).toMatchObject({
    after: annotation?.oid,
    created: true,
    head_commit: { id: mergeCommit },
    commits: [],
  });
  push(state, shop, 'later');
  const { commit } = forceMoveTag(state, shop, 'v1.0.0');
  expect(pushed(github, shop, 'refs/tags/v1.0.0', { before: tag.after })).toMatchObject({
    after: commit,
    forced: true,
  });
  expect(releasePublished(github, shop, 'v1.0.0')).toMatchObject({
    release: { tag_name: 'v1.0.0', draft: false },
  });
  expect(installationCreated(github).repositories).toMatchObject([{ full_name: shop }]);
});

test('gives an app tokens that are long and expire', async () => {
  const github = await githubForTest({ tokens: [] });
  const { installationId } = github.state.app;
  expect((await askRest(github, '/app')).status).toBe(401);
  expect((await askRest(github, '/app', asApp)).body).toMatchObject({ slug: 'zenpulse' });
  expect((await askRest(github, `/repos/${shop}/installation`, asApp)).body).toMatchObject({
    id: installationId,
  });
  const path = `/app/installations/${installationId}/access_tokens`;
  const { body } = await askRest<Schemas['installation-token']>(github, path, { method: 'POST', ...asApp });
  expect(body.token).toMatch(/^ghs_.{500,}$/);
  const ask = async () => {
    const headers = { authorization: `token ${body.token}` };
    return (await askRest(github, '/installation/repositories', { headers })).status;
  };
  expect(await ask()).toBe(200);
  github.advance(61);
  expect(await ask()).toBe(401);
});

test('issues tokens of a run that its published keys verify', async () => {
  const github = await githubForTest();
  const { state, oidc } = github;
  push(state, shop, 'workflow', { files: { '.github/workflows/zenpulse.yml': 'on: workflow_dispatch\n' } });
  const repository = repositoryOf(state, shop);
  const run = dispatchWorkflow(state, repository, { workflow: 'zenpulse.yml', ref: 'main', inputs: {} });
  const requested = await askRest<{ value: string }>(github, `${oidc.requestUrl(shop, run.id)}&audience=app`);
  const configuration = `${oidc.issuer}/.well-known/openid-configuration`;
  const { issuer, jwks_uri } = (await askRest<{ issuer: string; jwks_uri: string }>(github, configuration))
    .body;
  const { keys } = (await askRest<{ keys: JsonWebKey[] }>(github, jwks_uri)).body;
  const key = createPublicKey({ key: keys[0] ?? {}, format: 'jwk' });
  const isGenuine = (token: string) => {
    const [head = '', body = '', signature = ''] = token.split('.');
    return verify('sha256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'));
  };
  const token = requested.body.value;
  expect([isGenuine(token), isGenuine(oidc.mintToken({ aud: 'app' }, { withForeignKey: true }))]).toEqual([
    true,
    false,
  ]);
  const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  expect(claims).toMatchObject({
    iss: issuer,
    aud: 'app',
    repository_id: String(repository.id),
    run_id: String(run.id),
    workflow_ref: `${shop}/.github/workflows/zenpulse.yml@refs/heads/main`,
    event_name: 'workflow_dispatch',
    exp: state.now() / 1_000 + 300,
  });
});
