import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import pg from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { intakePath } from '../../app/intake/create-intake.ts';
import { callbackPath } from '../../app/pulses/create-message.ts';
import { workflowFor } from '../../app/dispatch/setup-link.ts';
import { githubForTest, shop } from '../github/github-for-test.ts';
import { freePort } from '../github/http/free-port.ts';
import { listen } from '../github/http/listen.ts';
import { openPull } from '../github/state/open-pull.ts';
import { mergePull } from '../github/state/merge-pull.ts';
import { push } from '../github/state/push.ts';
import { installationCreated, pullRequestClosed } from '../github/webhooks/webhook-payloads.ts';
import { dataFolder } from './each-database.ts';
import { webhookHeaders } from './intake/intake-for-test.ts';
import {
  type AppProcess,
  appEnvironment,
  type Environment,
  spawnServer,
  startAppProcess,
  testKey,
  testPublicUrl,
  testSecret,
} from './kit/app-process.ts';
import { freshPostgres } from './kit/store-for-test.ts';
import { tcpGate } from './kit/tcp-gate.ts';
import { until } from './kit/until.ts';
import { slackReceiver, webhookPath } from './posting/slack-receiver.ts';
import { playRuns } from './server-runs.ts';

/** No GitHub is asked by these. */
const noGitHub = { apiUrl: 'http://127.0.0.1:9', oidc: { issuer: 'http://127.0.0.1:9' } };

/** A server is quicker to start with than the embedded database, where there is one. */
async function someDatabase(): Promise<Environment> {
  const server = inject('postgresUrl');
  if (server === '') return { ZENPULSE_DATA: await dataFolder() };
  const { url, drop } = await freshPostgres(server);
  onTestFinished(drop);
  return { DATABASE_URL: url };
}

async function startHere(more: Environment = {}): Promise<AppProcess> {
  const database = 'ZENPULSE_DATA' in more || 'DATABASE_URL' in more ? {} : await someDatabase();
  return startAppProcess({ ...appEnvironment(noGitHub), ...database, ...more });
}

async function ask(app: { url: string }, path: string, init?: RequestInit) {
  const answer = await fetch(`${app.url}${path}`, init);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

const signed = (body: string, event: string, deliveryId?: string) => ({
  ...webhookHeaders(body, event, deliveryId),
  'x-hub-signature-256': `sha256=${createHmac('sha256', testSecret).update(body).digest('hex')}`,
});

test('a started App serves health, metrics, webhooks, callbacks and its operators', async () => {
  const app = await startHere();
  const ping = JSON.stringify({ zen: 'Keep it simple.' });
  const answers = await Promise.all([
    ask(app, '/healthz'),
    ask(app, '/readyz'),
    ask(app, '/admin/pulse/messages'),
    ask(app, intakePath, { method: 'POST', headers: signed(ping, 'ping'), body: ping }),
    ask(app, intakePath, { method: 'POST', headers: webhookHeaders(ping), body: ping }),
    ask(app, callbackPath, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }),
    ask(app, '/elsewhere'),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 202, 401, 401, 404]);
  const { text } = await ask(app, '/metrics');
  expect(text).toContain('zenpulse_webhooks_total{status="202"} 1');
  expect(text).toContain('zenpulse_callbacks_total{status="401"} 1');
  expect(text).toContain('zenpulse_database_up 1');
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it in order', async (signal) => {
  const app = await startHere();
  app.signal(signal);
  expect(await app.ended).toEqual({ code: 0, signal: null });
  expect(app.output()).toContain('ZenPulse has stopped');
});

/** A connection on which a request can be begun and ended by hand. */
async function openConnection(app: AppProcess) {
  const { hostname, port } = new URL(app.url);
  const socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return { socket, text: () => text };
}

test('a webhook that is on its way when it stops is still taken; the next one is refused', async () => {
  const app = await startHere();
  const { socket, text } = await openConnection(app);
  const body = JSON.stringify({ zen: 'Approachable is better than simple.' });
  const head = Object.entries({ host: 'app', 'content-length': String(body.length), ...signed(body, 'ping') })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  const request = `POST ${intakePath} HTTP/1.1\r\n${head}\r\n`;
  socket.write(request + body.slice(0, 5));
  await ask(app, '/healthz');
  app.signal();
  await app.printed('ZenPulse stops');
  await expect(fetch(app.url)).rejects.toThrow('fetch failed');
  socket.write(body.slice(5));
  await until(() => expect(text()).toContain('202 Accepted'));
  socket.write(request + body);
  expect(await app.ended).toEqual({ code: 0, signal: null });
  expect(
    text()
      .match(/HTTP\/1.1 (?:202|503)/g)
      ?.slice(1) ?? [],
  ).not.toContain('HTTP/1.1 202');
});

test('a second signal ends it at once', async () => {
  const app = await startHere();
  const { socket } = await openConnection(app);
  socket.write(`POST ${intakePath} HTTP/1.1\r\nhost: app\r\ncontent-length: 100\r\n\r\n`);
  await ask(app, '/healthz');
  app.signal();
  await app.printed('ZenPulse stops');
  app.signal();
  expect(await app.ended).toEqual({ code: 1, signal: null });
});

test('without a real webhook secret it refuses to start, and names all that is missing but no value', async () => {
  const refused = spawnServer({
    APP_ID: 'id-canary',
    PRIVATE_KEY: 'key-canary',
    WEBHOOK_SECRET: 'development',
  });
  expect((await refused.ended).code).toBe(2);
  expect(refused.output()).toBe(refused.errors());
  for (const name of ['APP_ID', 'PRIVATE_KEY', 'WEBHOOK_SECRET', 'ZENPULSE_URL'])
    expect(refused.errors()).toContain(`- ${name} `);
  expect(refused.errors()).toMatch(/Next: .*\.env\.example/);
  expect(refused.errors()).not.toMatch(/canary|development/);
});

test('with nothing set it serves the set-up page, keeps in .env what GitHub made, and then starts from it', async () => {
  const folder = await dataFolder();
  const made = {
    id: 4711,
    client_id: 'Iv1.x',
    client_secret: 'client-canary',
    webhook_secret: testSecret,
    pem: testKey(),
    html_url: 'https://github.com/apps/zenpulse-acme',
  };
  const github = await listen(async (_request, response) => {
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(made));
  });
  onTestFinished(github.close);
  const address = `http://127.0.0.1:${await freePort()}`;
  const setup = spawnServer({ PORT: new URL(address).port, GITHUB_API_URL: github.url }, folder);
  await setup.printed('/setup?key=');
  const [page = ''] = /http:\S+/.exec(setup.output()) ?? [];
  expect([(await fetch(page)).status, (await fetch(`${address}/setup?key=wrong`)).status]).toEqual([
    200, 403,
  ]);
  const key = new URL(page).searchParams.get('key');
  const done = await fetch(`${address}/setup/done?code=abc&state=${key}`, { redirect: 'manual' });
  expect(done.headers.get('location')).toBe(`${made.html_url}/installations/new`);
  expect((await setup.ended).code).toBe(0);

  const env = parseEnv(await readFile(join(folder, '.env'), 'utf8'));
  expect(env).toMatchObject({ APP_ID: '4711', PRIVATE_KEY: made.pem, ZENPULSE_URL: address });
  await startAppProcess({ ...(env as Environment), ...(await someDatabase()) }, folder);
});

test('the set-up page stops in order, too', async () => {
  const setup = spawnServer({ PORT: '0' }, await dataFolder());
  await setup.printed('/setup?key=');
  setup.signal();
  expect(await setup.ended).toEqual({ code: 0, signal: null });
});

test('the embedded database serves one process: a second one is told so, and a later one finds all there', async () => {
  const folder = await dataFolder();
  const ping = JSON.stringify({ zen: 'Design for failure.' });
  const send = async (app: AppProcess) =>
    (await ask(app, intakePath, { method: 'POST', headers: signed(ping, 'ping', 'delivery-1'), body: ping }))
      .text;
  const first = await startHere({ ZENPULSE_DATA: folder });
  expect(JSON.parse(await send(first))).toEqual({ id: 'delivery-1', duplicate: false });
  const second = spawnServer({ ...appEnvironment(noGitHub), PORT: '0', ZENPULSE_DATA: folder });
  expect((await second.ended).code).toBe(2);
  expect(second.errors()).toContain(`The data folder ${folder} is in use by process ${first.pid}.`);
  expect(second.errors()).toContain('Next: Stop that process, or set DATABASE_URL');

  first.signal();
  expect(await first.ended).toEqual({ code: 0, signal: null });
  const third = await startHere({ ZENPULSE_DATA: folder });
  expect(JSON.parse(await send(third))).toEqual({ id: 'delivery-1', duplicate: true });
}, 60_000);

test('a database that is not there is a clear error without its password', async () => {
  const url = `postgres://zen:password-canary@127.0.0.1:${await freePort()}/zen`;
  const refused = spawnServer({ ...appEnvironment(noGitHub), PORT: '0', DATABASE_URL: url });
  expect((await refused.ended).code).toBe(3);
  expect(refused.errors()).toMatch(
    /^PostgreSQL at 127\.0\.0\.1:\d+ cannot be used: .*ECONNREFUSED.*\nNext: /,
  );
  expect(refused.output()).not.toContain('password-canary');
});

test('a port in use is a clear error', async () => {
  const { port } = new URL((await startHere()).url);
  const second = spawnServer({ ...appEnvironment(noGitHub), ...(await someDatabase()), PORT: port });
  expect((await second.ended).code).toBe(2);
  expect(second.errors()).toContain(`The App cannot listen on 127.0.0.1:${port}: `);
});

test.skipIf(inject('postgresUrl') === '')(
  'while the database is away it says so and takes nothing; when it is back it goes on by itself',
  async () => {
    const { url, drop } = await freshPostgres(inject('postgresUrl'));
    onTestFinished(drop);
    const gate = await tcpGate(Number(new URL(url).port));
    const through = new URL(url);
    through.port = String(gate.port);
    const app = await startHere({ DATABASE_URL: through.href });
    const ping = JSON.stringify({ zen: 'Mind your words.' });
    const send = () => ask(app, intakePath, { method: 'POST', headers: signed(ping, 'ping'), body: ping });

    gate.down();
    expect((await ask(app, '/readyz')).status).toBe(503);
    expect((await ask(app, '/healthz')).status).toBe(200);
    const refused = await send();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '30']);
    const { text } = await ask(app, '/metrics');
    expect(text).toContain('zenpulse_database_up 0');
    expect(text).toContain('zenpulse_webhooks_total{status="503"} 1');
    expect(text).not.toMatch(/^zenpulse_(?:messages|posts|repositories|unhandled|oldest)/m);

    gate.up();
    await until(async () => expect((await ask(app, '/readyz')).status).toBe(200));
    expect((await send()).status).toBe(202);
    expect((await ask(app, '/metrics')).text).toContain('zenpulse_unhandled_deliveries ');
  },
);

test.skipIf(inject('postgresUrl') === '')(
  'a database of a newer version is refused, and stays as it is',
  async () => {
    const { url, drop } = await freshPostgres(inject('postgresUrl'));
    onTestFinished(drop);
    const first = await startHere({ DATABASE_URL: url });
    first.signal();
    await first.ended;
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`insert into kysely_migration (name, timestamp) values ('0009-later', '2027')`);
    await client.end();
    const second = spawnServer({ ...appEnvironment(noGitHub), PORT: '0', DATABASE_URL: url });
    expect((await second.ended).code).toBe(2);
    expect(second.errors()).toContain('it has the migration 0009-later');
  },
);

test.each(['oidc', 'token'] as const)(
  'a whole story from the merge to Slack leaves no secret in the output, with proof by %s',
  async (proof) => {
    const github = await githubForTest({ now: Date.now });
    const slack = await slackReceiver();
    const { port } = new URL(`http://${slack.host}`);
    const canaries = {
      ZENPULSE_ADMIN_TOKEN: 'admin-token-canary-0123456789abcdef',
      ZENPULSE_SEALING_KEYS: createHash('sha256').update('sealing canary').digest('base64'),
      SLACK_WEBHOOK_URL: `http://127.0.0.1:${port}${webhookPath}`,
    };
    push(github.state, shop, 'Set up', {
      files: {
        '.github/zenpulse.yml':
          'triggers:\n  merge:\n    quiet_period: 1s\ndelivery:\n  to: slack\n  post: at_once\n',
        '.github/workflows/zenpulse.yml': workflowFor(`${testPublicUrl}${callbackPath}`, {
          hasDescriptions: false,
        }),
      },
    });
    const app = await startHere({
      ...appEnvironment(github),
      ...canaries,
      LOG_LEVEL: 'trace',
      ZENPULSE_CALLBACK_PROOF: proof,
      ZENPULSE_ALLOWED_HOSTS: `127.0.0.1:${port}`,
    });
    const played = playRuns(github, { bases: () => [app.url], publicUrl: testPublicUrl, proof });
    onTestFinished(() => played.stop());
    const to = { secret: testSecret, to: `${app.url}${intakePath}` };
    await github.deliver('installation', installationCreated(github), to);
    const { number } = openPull(github.state, shop, { title: 'feat: title-canary' });
    mergePull(github.state, shop, number);
    await github.deliver('pull_request', pullRequestClosed(github, shop, number), to);
    await github.deliver('pull_request', { action: 'closed', pull_request: 'of no use' }, to);

    await until(() => expect(slack.received).toHaveLength(1), 20_000);
    const [run] = played.runs;
    expect(run?.answers).toEqual([200]);
    await app.printed('"posted to Slack"');
    await app.printed('webhook_unreadable');
    app.signal();
    expect(await app.ended).toEqual({ code: 0, signal: null });

    const secrets = [
      testSecret,
      ...testKey().split('\n').slice(1, -2),
      ...Object.values(canaries),
      webhookPath,
      ...github.state.issuedTokens,
      ...github.requests.flatMap(({ authorization }) => authorization?.replace(/^\w+ /, '') ?? []),
      ...[...github.state.repositories.values()].flatMap(({ runs }) =>
        runs.flatMap(({ inputs }) => inputs['webhook_token'] ?? []),
      ),
      'title-canary',
    ];
    expect(secrets.length).toBeGreaterThan(20);
    expect(secrets.filter((secret) => secret !== '' && app.output().includes(secret))).toEqual([]);
  },
);
