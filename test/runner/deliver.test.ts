import { expect, test } from 'vitest';
import { callbackPayload } from '../../contract/callback-payload.ts';
import { app, receiver, slack } from './places.ts';
import { stage } from './stage.ts';
import { unpack } from './unpack.ts';
import { week } from './week.ts';

test('one job with a Slack webhook posts the report, after its artifact is stored', async () => {
  const staged = await stage(week());
  const channel = await slack();
  const { code, outputs, summary, stdout } = await staged.run(channel.inputs);

  expect({ code, outputs }).toMatchObject({
    code: 0,
    outputs: { status: 'completed', slack_state: 'sent', callback_state: '' },
  });
  expect(channel.received).toHaveLength(1);
  expect(channel.text()).toContain(String(outputs['artifact_url']));
  expect(summary).toContain('# Dark mode');
  expect(summary).toContain('- Slack: the report was posted (1 of 1 messages).');
  const read = await unpack(staged.artifacts.artifacts[0]?.zip ?? Buffer.alloc(0));
  const kept = await Promise.all(['trace.jsonl', 'lineage.json'].map(read));
  for (const text of [stdout.replaceAll(/^::add-mask::.*$/gm, ''), summary, JSON.stringify(outputs), ...kept])
    expect(text).not.toContain('CanarySecret');
});

test('one job with a callback_url calls back with the identity of the run', async () => {
  const staged = await stage(week());
  const own = staged.dispatched();
  const home = await app(staged, own);
  const inputs = { ...home.inputs, callback_url: `${home.url}?key=canary-of-the-query`, request_id: 'r1' };
  const { code, outputs } = await staged.run(inputs, own.options);
  expect({ code, outputs }).toMatchObject({ code: 0, outputs: { callback_state: 'delivered' } });
  expect(home.effects).toMatchObject([
    { status: 'completed', request_id: 'r1', results: { summary_message: outputs['summary_message'] } },
  ]);
  const read = await unpack(staged.artifacts.artifacts[0]?.zip ?? Buffer.alloc(0));
  expect((await Promise.all(['trace.jsonl', 'lineage.json'].map(read))).join()).not.toContain('canary');
});

test('a run that fails tells its target why, and what exists is kept', async () => {
  const staged = await stage(week());
  const [home, channel] = [await receiver(), await slack()];
  staged.artifacts.refuseWith = 400;
  const { code, outputs } = await staged.run({
    ...home.inputs,
    ...channel.inputs,
    callback_allowed_hosts: `${home.host},${channel.host}`,
    webhook_token: 'one-time-0123456789',
  });
  expect({ code, status: outputs['status'] }).toEqual({ code: 1, status: 'failed' });
  expect(callbackPayload.parse(JSON.parse(home.received[0]?.body ?? ''))).toMatchObject({
    status: 'failed',
    error: { code: 'artifact_failed' },
  });
  expect(channel.text()).toContain('No report on acme/shop');
  expect(outputs).toMatchObject({ callback_state: 'delivered', slack_state: 'sent' });
});

test('a delivery that fails makes the step fail, and the outputs of the report stay', async () => {
  const staged = await stage(week());
  const { code, outputs, stdout } = await staged.run({
    slack_webhook_url: 'https://hooks.example/T0/B0/CanarySecret',
  });
  expect(code).toBe(1);
  expect(outputs).toMatchObject({ status: 'completed', artifact_id: '101', slack_state: 'failed' });
  expect(stdout).toContain('Nothing was sent to hooks.example');
  expect(stdout.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('CanarySecret');
});

test('one job that was dispatched with a callback_url leaves posting to whoever dispatched it', async () => {
  const staged = await stage(week());
  const [home, channel] = [await receiver(), await slack()];
  const token = 'one-time-canary-0123456789';
  const { code, outputs, stdout } = await staged.run(
    { ...home.inputs, ...channel.inputs, callback_allowed_hosts: `${home.host},${channel.host}` },
    {
      eventName: 'workflow_dispatch',
      event: {
        repository: { default_branch: 'main', private: true },
        inputs: { callback_url: home.url, webhook_token: token },
      },
    },
  );
  expect({ code, outputs }).toMatchObject({
    code: 1,
    outputs: { status: 'completed', callback_state: 'delivered', slack_state: 'withheld' },
  });
  expect(channel.received).toEqual([]);
  // The token of the dispatch serves, though no input holds it.
  expect(home.received[0]?.url.searchParams.get('token')).toBe(token);
  expect(stdout.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain(token);
});
