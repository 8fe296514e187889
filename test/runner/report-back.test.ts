import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { callbackPayload } from '../../contract/callback-payload.ts';
import { deadLetter } from '../../contract/dead-letter.ts';
import { labelPull } from '../github/state/update-pull.ts';
import { graphqlErrors } from '../github/faults/graphql-faults.ts';
import { oneTimeTokenReceiver } from '../delivery/receivers/one-time-token-receiver.ts';
import { app, receiver, slack } from './places.ts';
import type { ActionRun } from './run-action.ts';
import { handedOn, stage } from './stage.ts';
import { unpack, withChangedFile } from './unpack.ts';
import { canaryToken, week } from './week.ts';

const payloadOf = (body: string | undefined) => callbackPayload.parse(JSON.parse(body ?? ''));

/** All that a run leaves behind but the masks it asks for. */
const printed = ({ stdout, stderr, summary, outputs }: ActionRun) =>
  stdout.replaceAll(/^::add-mask::.*$/gm, '') + stderr + summary + JSON.stringify(outputs);

test('two jobs: the second fetches the report, checks it and calls back with the identity of the run', async () => {
  const staged = await stage(week());
  const { github, artifacts, run, reportBack, dispatched } = staged;
  labelPull(github.state, 'acme/shop', 3, 'zenpulse:ignore');
  const own = dispatched();
  const home = await app(staged, own);

  const first = await run({ request_id: 'merge:1' }, { ...own.options, idTokenUrl: '' });
  expect({ code: first.code, state: first.outputs['callback_state'] }).toEqual({ code: 0, state: '' });
  const handed = JSON.parse(first.outputs['payload'] ?? '') as { results: object };
  expect(handed.results).toMatchObject({ summary_message: null, outline: null, included_pull_requests: [] });

  const second = await reportBack(handedOn(first), { ...home.inputs, request_id: 'merge:1' }, own.options);
  expect({ code: second.code, stderr: second.stderr }).toEqual({ code: 0, stderr: '' });
  expect(second.outputs).toEqual({ callback_state: 'delivered', slack_state: '', dead_letter_url: '' });
  expect(second.summary).toContain(`- Callback to ${home.host}: delivered (one try).`);
  expect(home.effects).toHaveLength(1);
  const payload = callbackPayload.parse(home.effects[0]);
  expect(payload).toMatchObject({
    request_id: 'merge:1',
    pipeline_run_id: `${own.options.runId}-1`,
    status: 'completed',
    artifact_uri: first.outputs['artifact_url'],
    artifact_digest: first.outputs['artifact_digest'],
    error: null,
    results: { summary_message: first.outputs['summary_message'], included_pull_requests: expect.any(Array) },
  });
  expect([...(payload.results?.included_pull_requests ?? [])].sort()).toEqual(['acme/shop#1', 'acme/shop#2']);
  expect(payload.results?.outline?.headline).toBe('Dark mode and one fix');
  expect(artifacts.downloads).toEqual([first.outputs['artifact_id']]);
  // Titles of strangers never reach the log, where they would be commands.
  expect(second.stdout).not.toContain('::set-output name=status::owned');
  expect(second.stdout).not.toContain('dark mode');
});

test('failed jobs are run again: the report of the first attempt is fetched by its id', async () => {
  const staged = await stage(week());
  const own = staged.dispatched();
  const home = await app(staged, own);
  const first = await staged.run({}, own.options);
  // A later artifact with a name that looks newer.
  await staged.run({}, { ...own.options, attempt: 2 });
  const second = await staged.reportBack(handedOn(first), home.inputs, { ...own.options, attempt: 2 });

  expect(second.code).toBe(0);
  expect(staged.artifacts.downloads).toEqual([first.outputs['artifact_id']]);
  expect(home.effects).toMatchObject([{ pipeline_run_id: `${own.options.runId}-1` }]);
});

test('the one-time token is read from the event, masked first, and nowhere else', async () => {
  const staged = await stage(week());
  const token = 'one-time-token-canary-0123456789';
  const issuing = oneTimeTokenReceiver(staged.now);
  issuing.issue(token, 'merge:2');
  const home = await receiver(issuing.handle);
  const first = await staged.run({ request_id: 'merge:2' });
  const second = await staged.reportBack(
    handedOn(first),
    { ...home.inputs, request_id: 'merge:2' },
    {
      eventName: 'workflow_dispatch',
      event: {
        repository: { default_branch: 'main', private: true },
        inputs: { webhook_token: token, callback_url: home.url },
      },
    },
  );
  expect(second).toMatchObject({ code: 0, outputs: { callback_state: 'delivered' } });
  expect(issuing.effects).toHaveLength(1);
  expect(second.stdout.indexOf(`::add-mask::${token}`)).toBeGreaterThan(-1);
  expect(printed(second)).not.toContain('canary');
});

test('without id-token: write it says which permission is missing, and keeps the payload', async () => {
  const staged = await stage(week());
  const home = await receiver();
  const first = await staged.run();
  const second = await staged.reportBack(handedOn(first), home.inputs);

  expect(second.code).toBe(1);
  expect(second.stdout).toContain('permissions: id-token: write');
  expect(home.received).toEqual([]);
  expect(second.outputs['callback_state']).toBe('refused');
  expect(staged.artifacts.artifacts).toHaveLength(2);
});

test('an artifact that was changed is not delivered: a failed callback, and nothing on Slack', async () => {
  const staged = await stage(week());
  const own = staged.dispatched();
  const [home, channel] = [await app(staged, own), await slack()];
  const first = await staged.run({}, own.options);
  const [artifact] = staged.artifacts.artifacts;
  if (artifact) artifact.zip = await withChangedFile(artifact.zip, 'report.md', '# We are bankrupt\n');
  const hosts = `${home.host},${channel.host}`;
  const second = await staged.reportBack(
    handedOn(first),
    { ...home.inputs, ...channel.inputs, callback_allowed_hosts: hosts },
    own.options,
  );
  expect(second.code).toBe(1);
  expect(second.stdout).toContain('its digest is not sha256:');
  expect(home.effects).toMatchObject([
    { status: 'failed', results: null, error: { code: 'artifact_altered' } },
  ]);
  expect(channel.received).toEqual([]);
  expect(second.outputs).toMatchObject({ callback_state: 'delivered', slack_state: '' });
});

test('a changed report under a digest that fits is found by its lineage', async () => {
  const staged = await stage(week());
  const channel = await slack();
  const first = await staged.run();
  const [artifact] = staged.artifacts.artifacts;
  const zip = await withChangedFile(artifact?.zip ?? Buffer.alloc(0), 'report.md', '# We are bankrupt\n');
  if (artifact) artifact.zip = zip;
  const digest = `sha256:${createHash('sha256').update(zip).digest('hex')}`;
  const handed = handedOn(first);
  const told = { ...(JSON.parse(handed['payload'] ?? '') as object), artifact_digest: digest };
  const second = await staged.reportBack(
    { ...handed, artifact_digest: digest, payload: JSON.stringify(told) },
    channel.inputs,
  );
  expect(second.code).toBe(1);
  expect(second.stdout).toContain('"report.md" is not what its lineage says');
  expect(channel.received).toEqual([]);
});

test('an artifact that is gone: a failed callback and a word on Slack', async () => {
  const staged = await stage(week());
  const channel = await slack();
  const first = await staged.run();
  staged.artifacts.artifacts.length = 0;
  const second = await staged.reportBack(handedOn(first), channel.inputs);
  expect(second.code).toBe(1);
  expect(second.stdout).toContain('The run artifact 101 could not be fetched');
  expect(channel.text()).toContain('No report on acme/shop');
});

test.each([
  ['failure', 'result: failure'],
  ['cancelled', 'result: cancelled'],
  ['skipped', 'result: skipped'],
])('a first job that ended with %s is told, and the second one succeeds', async (result, told) => {
  const staged = await stage(week());
  const own = staged.dispatched();
  const [home, channel] = [await app(staged, own), await slack()];
  const second = await staged.reportBack(
    { payload: '', job_result: result },
    {
      ...home.inputs,
      ...channel.inputs,
      callback_allowed_hosts: `${home.host},${channel.host}`,
      request_id: 'merge:3',
    },
    own.options,
  );
  expect(second.code).toBe(0);
  expect(home.effects).toMatchObject([
    { status: 'failed', request_id: 'merge:3', error: { code: 'run_ended' } },
  ]);
  expect(payloadOf(home.received[0]?.body).error?.message).toContain(told);
  expect(channel.received).toHaveLength(1);
  expect(channel.text()).toContain('No report on acme/shop');
  expect(channel.text()).toContain(`/acme/shop/actions/runs/${own.options.runId}`);
});

test('a run that failed for a reason says it, in the callback and on Slack', async () => {
  const staged = await stage(week());
  const own = staged.dispatched();
  const [home, channel] = [await app(staged, own), await slack()];
  const first = await staged.run({ max_iterations: '99', request_id: 'merge:4' }, own.options);
  expect(first.code).toBe(1);
  const second = await staged.reportBack(
    { ...handedOn(first), job_result: 'failure' },
    {
      ...home.inputs,
      ...channel.inputs,
      callback_allowed_hosts: `${home.host},${channel.host}`,
      request_id: 'merge:4',
    },
    own.options,
  );
  expect(second.code).toBe(0);
  expect(home.effects).toMatchObject([
    { status: 'failed', request_id: 'merge:4', error: { code: 'request_invalid' } },
  ]);
  expect(channel.text()).toContain('max_iterations');
});

test('nothing to report calls back and is silent on Slack; so does a dry run', async () => {
  const staged = await stage(week());
  const own = staged.dispatched();
  const [home, channel] = [await app(staged, own), await slack()];
  const inputs = {
    ...home.inputs,
    ...channel.inputs,
    callback_allowed_hosts: `${home.host},${channel.host}`,
  };
  const empty = await staged.run({ date_range: '2026-11-05..2026-11-06', request_id: 'a' }, own.options);
  const dry = await staged.run({ dry_run: 'true', request_id: 'b' }, own.options);
  for (const first of [empty, dry]) {
    const { code, outputs } = await staged.reportBack(handedOn(first), inputs, own.options);
    expect({ code, outputs }).toMatchObject({
      code: 0,
      outputs: { callback_state: 'delivered', slack_state: '' },
    });
  }
  expect(home.effects).toMatchObject([{ status: 'no_changes' }, { status: 'validated' }]);
  expect(channel.received).toEqual([]);
  expect(staged.artifacts.downloads).toEqual([]);
});

test('a report goes to Slack, and its secret address nowhere else', async () => {
  const staged = await stage(week());
  const channel = await slack();
  const second = await staged.reportBack(handedOn(await staged.run()), channel.inputs);
  expect(second).toMatchObject({ code: 0, outputs: { slack_state: 'sent', callback_state: '' } });
  expect(second.summary).toContain('- Slack: the report was posted (1 of 1 messages).');
  expect(channel.text()).toContain('Add dark mode');
  expect(channel.text()).toContain('https://github.com/acme/shop/actions/runs/4711');
  expect(printed(second)).not.toMatch(/canary/i);
});

test('a bot token posts through the address of the Web API', async () => {
  const staged = await stage(week());
  const api = await receiver(({ url }) => ({
    status: url.pathname === '/api/chat.postMessage' ? 200 : 404,
    body: JSON.stringify({ ok: true, channel: 'C0123456789', ts: '1.1' }),
  }));
  const { code, outputs } = await staged.reportBack(handedOn(await staged.run()), {
    slack_bot_token: 'xoxb-canary-0123456789',
    slack_channel: 'C0123456789',
    slack_api_url: `http://${api.host}/api`,
    callback_allowed_hosts: api.host,
  });
  expect({ code, outputs }).toMatchObject({ code: 0, outputs: { slack_state: 'sent' } });
  expect(api.received[0]?.headers.authorization).toBe('Bearer xoxb-canary-0123456789');
});

test('an incomplete report calls back but is not posted without a person', async () => {
  const staged = await stage(week());
  const own = staged.dispatched();
  const [home, channel] = [await app(staged, own), await slack()];
  staged.github.faults.inject({
    match: { times: 99, path: '/graphql' },
    fault: graphqlErrors({ type: 'FORBIDDEN', message: 'no', path: ['repository', 'page', 'nodes', 0] }),
  });
  const first = await staged.run({}, own.options);
  expect(first.outputs['status']).toBe('completed');
  const second = await staged.reportBack(
    handedOn(first),
    { ...home.inputs, ...channel.inputs, callback_allowed_hosts: `${home.host},${channel.host}` },
    own.options,
  );
  expect(second).toMatchObject({
    code: 0,
    outputs: { callback_state: 'delivered', slack_state: 'withheld' },
  });
  expect(second.stdout).toContain('::warning::The report is incomplete');
  expect(home.effects).toMatchObject([{ status: 'completed', results: { complete: false } }]);
  expect(channel.received).toEqual([]);
});

test('dispatched with a callback_url, only whoever dispatched it posts: the result is called back, the step fails', async () => {
  const staged = await stage(week());
  const own = staged.dispatched();
  const [home, channel] = [await app(staged, own), await slack()];
  const first = await staged.run({}, own.options);
  const second = await staged.reportBack(
    handedOn(first),
    { ...home.inputs, ...channel.inputs, callback_allowed_hosts: `${home.host},${channel.host}` },
    {
      ...own.options,
      eventName: 'workflow_dispatch',
      event: {
        repository: { default_branch: 'main', private: true },
        inputs: { callback_url: home.url, webhook_token: '' },
      },
    },
  );
  expect(second).toMatchObject({
    code: 1,
    outputs: { callback_state: 'delivered', slack_state: 'withheld' },
  });
  expect(second.stdout).toContain('only whoever dispatched it posts');
  expect(home.effects).toMatchObject([{ status: 'completed' }]);
  expect(channel.received).toEqual([]);
});

test('a refused callback is kept as a dead letter in an artifact of its own', async () => {
  const staged = await stage(week());
  const own = staged.dispatched();
  const home = await receiver(() => ({ status: 410, body: 'gone' }));
  const first = await staged.run({}, own.options);
  const second = await staged.reportBack(
    handedOn(first),
    { ...home.inputs, callback_url: `${home.url}?key=canary-of-the-query` },
    { ...own.options, attempt: 2 },
  );
  expect(second.code).toBe(1);
  const [, letter] = staged.artifacts.artifacts;
  expect(letter?.name).toMatch(/^zenpulse-dead-letter-2-[\da-f-]{36}$/);
  expect(second.outputs).toEqual({
    callback_state: 'refused',
    slack_state: '',
    dead_letter_url: `https://github.com/acme/shop/actions/runs/${own.options.runId}/artifacts/${letter?.id}`,
  });
  const read = await unpack(letter?.zip ?? Buffer.alloc(0));
  const kept = await read('dead-letter.json');
  expect(deadLetter.parse(JSON.parse(kept))).toMatchObject({
    state: 'refused',
    destination: home.url,
    payload: { status: 'completed', results: { summary_message: first.outputs['summary_message'] } },
  });
  expect(kept).not.toContain('canary');
  expect(second.summary).toContain(second.outputs['dead_letter_url']);
  expect(printed(second)).not.toContain('canary-of-the-query');
});

test('a job that is stopped between tries keeps the dead letter too', async () => {
  const staged = await stage(week());
  const own = staged.dispatched();
  const child: { kill?: (signal: 'SIGINT') => void } = {};
  const home = await receiver(() => {
    child.kill?.('SIGINT');
    return { status: 503, body: 'later' };
  });
  const first = await staged.run({}, own.options);
  const second = await staged.reportBack(handedOn(first), home.inputs, {
    ...own.options,
    onStart: (started) => {
      child.kill = (signal) => started.kill(signal);
    },
  });
  expect(second).toMatchObject({ code: 1, outputs: { callback_state: 'exhausted' } });
  expect(home.received).toHaveLength(1);
  expect(staged.artifacts.artifacts[1]?.name).toMatch(/^zenpulse-dead-letter-1-/);
});

test('when nobody can tell whether Slack has it, a person decides', async () => {
  const staged = await stage(week());
  const channel = await slack(() => ({ status: 200, body: '<html>a proxy</html>' }));
  const second = await staged.reportBack(handedOn(await staged.run()), channel.inputs);
  expect(second).toMatchObject({ code: 1, outputs: { slack_state: 'unknown' } });
  expect(channel.received).toHaveLength(1);
  expect(second.stdout).toContain('look in the channel; running this job again posts all messages again');
});

test('with nowhere to deliver to, nothing is fetched and nothing fails', async () => {
  const staged = await stage(week());
  const { code, stdout } = await staged.reportBack(handedOn(await staged.run()));
  expect(code).toBe(0);
  expect(stdout).toContain('::notice::There is no callback_url and no Slack input');
  expect(staged.artifacts.downloads).toEqual([]);
});

test('no secret is left in what the two jobs print, set, summarise and store', async () => {
  const staged = await stage(week());
  const own = staged.dispatched();
  const home = await app(staged, own);
  const signing = `whsec_${Buffer.from('canary-of-the-signature-0123456789').toString('base64')}`;
  const first = await staged.run({}, own.options);
  const second = await staged.reportBack(
    handedOn(first),
    { ...home.inputs, callback_signing_secret: signing },
    own.options,
  );
  expect(second.code).toBe(0);
  const identity = home.received[0]?.headers.authorization?.replace('Bearer ', '') ?? 'none';
  expect(home.received[0]?.headers['webhook-signature']).toMatch(/^v1,/);
  const kept = await Promise.all(
    ['report.md', 'report.json', 'manifest.json', 'trace.jsonl', 'lineage.json'].map(
      await unpack(staged.artifacts.artifacts[0]?.zip ?? Buffer.alloc(0)),
    ),
  );
  for (const secret of [canaryToken, signing, identity, 'token-of-the-runner'])
    for (const text of [printed(first), printed(second), ...kept]) expect(text).not.toContain(secret);
  expect(second.stdout).toContain(`::add-mask::${identity}`);
});
