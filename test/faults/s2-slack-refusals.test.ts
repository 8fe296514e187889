import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { deliverToSlack, type SlackDelivery } from '../../delivery/slack.ts';
import { renderSlack } from '../../delivery/slack/render-slack.ts';
import { links, longOutline, noLinks, shortOutline } from '../delivery/slack/samples.ts';
import { secretPath, startSlack, token } from '../delivery/slack/slack-server.ts';

const one = renderSlack(shortOutline, links);
const many = renderSlack(longOutline(200), noLinks);

function expectNoSecret(delivery: SlackDelivery): void {
  const shown = inspect(delivery, { depth: 20, showHidden: true, maxStringLength: null });
  for (const secret of [token, secretPath, 'xoxSECRETxox']) expect(shown).not.toContain(secret);
}

test.each([
  [400, 'invalid_payload', 'form or the length', 'open an issue'],
  [400, 'invalid_token', 'the webhook is not there', 'Make a new one'],
  [401, '', 'does not accept the token', 'Bot User OAuth Token'],
  [403, 'action_prohibited', 'rules of the workspace', 'administrator'],
  [403, 'invalid_token', 'the webhook is not there', 'Make a new one'],
  [404, 'no_service', 'the webhook is not there', 'Make a new one'],
  [404, 'channel_not_found', 'no such channel', 'slack_channel'],
  [410, 'channel_is_archived', 'archived', 'out of the archive'],
  [404, '<html>Not found</html>', 'the webhook is not there', 'Make a new one'],
  [302, '', 'no reason that ZenPulse knows', 'docs.slack.dev'],
  [418, 'teapot_error', 'teapot_error', 'docs.slack.dev'],
] as const)('S2: a webhook that answers %i %s is final after one call', async (status, body, why, next) => {
  const slack = await startSlack({ status, body, headers: status === 302 ? { location: '/elsewhere' } : {} });
  const delivery = await deliverToSlack(one, slack.webhook, slack.edges);

  expect(delivery).toMatchObject({ state: 'failed', posted: 0, total: 1, message: null });
  expect(delivery.problem?.code).toBe('slack_refused');
  expect(delivery.problem?.message).toContain(why);
  expect(delivery.problem?.nextStep).toContain(next);
  expect(slack.posts).toHaveLength(1);
  expect(slack.waits).toEqual([]);
  expectNoSecret(delivery);
});

test.each([
  ['channel_not_found', 'no such channel', '/invite'],
  ['not_in_channel', 'not in the channel', '/invite'],
  ['is_archived', 'archived', 'another channel'],
  ['invalid_auth', 'does not accept the token', 'xoxb-'],
  ['token_revoked', 'does not accept the token', 'install it again'],
  ['missing_scope', 'lacks a scope', 'chat:write'],
  ['restricted_action', 'rules of the workspace', 'administrator'],
  ['msg_too_long', 'length of the message', 'open an issue'],
  ['msg_blocks_too_long', 'length of the message', 'open an issue'],
  ['something_new', 'something_new', 'docs.slack.dev'],
] as const)('S2: the Web API says %s with status 200, which is final too', async (error, why, next) => {
  const slack = await startSlack({ body: JSON.stringify({ ok: false, error }) });
  const delivery = await deliverToSlack(one, slack.bot, slack.edges);

  expect(delivery).toMatchObject({ state: 'failed', posted: 0, message: null });
  expect(delivery.problem?.message).toContain(why);
  expect(delivery.problem?.message).toContain(error);
  expect(delivery.problem?.nextStep).toContain(next);
  expect(slack.posts).toHaveLength(1);
  expectNoSecret(delivery);
});

test('S2: what quotes the address of the webhook or the token is not shown', async () => {
  const slack = await startSlack(
    { status: 404, body: `Cannot POST ${secretPath}` },
    { body: JSON.stringify({ ok: false, error: `bad token ${token}` }) },
  );
  for (const target of [slack.webhook, slack.bot]) {
    const delivery = await deliverToSlack(one, target, slack.edges);
    expect(delivery.state).toBe('failed');
    expectNoSecret(delivery);
  }
});

test('S2: a token with a line break in it is refused before anything is sent', async () => {
  const slack = await startSlack();
  const delivery = await deliverToSlack(one, { ...slack.bot, token: `${token}\n` } as never, slack.edges);
  expect([delivery.state, delivery.problem?.code]).toEqual(['failed', 'destination_refused']);
  expect(slack.posts).toEqual([]);
  expectNoSecret(delivery);
});

test('S2: a place that may not be asked is not asked', async () => {
  const slack = await startSlack();
  const url = `http://127.0.0.2:9${secretPath}`;
  const delivery = await deliverToSlack(one, { kind: 'webhook', url }, slack.edges);
  expect([delivery.state, delivery.problem?.code]).toEqual(['failed', 'destination_refused']);
  expect(slack.waits).toEqual([]);
  expectNoSecret(delivery);
});

test('S2: when a later message is refused, it says how many were posted and where', async () => {
  const slack = await startSlack(
    { body: JSON.stringify({ ok: true, channel: 'C9', ts: '1.2' }) },
    { body: JSON.stringify({ ok: false, error: 'is_archived' }) },
  );
  const delivery = await deliverToSlack(many, slack.bot, slack.edges);

  expect(delivery).toMatchObject({
    state: 'failed',
    posted: 1,
    total: many.length,
    message: { channel: 'C9', ts: '1.2' },
  });
  expect(slack.posts).toHaveLength(2);
});

test('S2: where nobody listens, three tries and no more; nothing was sent, so nothing can be there twice', async () => {
  const slack = await startSlack();
  await slack.close();
  const delivery = await deliverToSlack(one, slack.webhook, slack.edges);

  expect([delivery.state, delivery.problem?.code]).toEqual(['failed', 'destination_unreachable']);
  expect(slack.waits).toEqual([1_000, 2_000]);
  expectNoSecret(delivery);
});

test('S2: a run that is stopped between two messages says so', async () => {
  const slack = await startSlack();
  const edges = {
    ...slack.edges,
    sleep: async (ms: number, signal?: AbortSignal) => {
      slack.stop();
      await slack.edges.sleep(ms, signal);
    },
  };
  const delivery = await deliverToSlack(many, slack.webhook, edges);
  expect([delivery.state, delivery.posted, delivery.problem?.code]).toEqual(['failed', 1, 'slack_stopped']);
  expect(slack.posts).toHaveLength(1);
});
