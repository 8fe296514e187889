import { expect, test } from 'vitest';
import { deliverToSlack } from '../../delivery/slack.ts';
import { renderSlack } from '../../delivery/slack/render-slack.ts';
import { links, longOutline, noLinks, shortOutline } from '../delivery/slack/samples.ts';
import { startSlack } from '../delivery/slack/slack-server.ts';

const one = renderSlack(shortOutline, links);
const many = renderSlack(longOutline(200), noLinks);

test.each(['webhook', 'bot'] as const)(
  'S1: messages by %s go out at the pace Slack takes, and all are delivered in order',
  async (kind) => {
    const slack = await startSlack();
    const delivery = await deliverToSlack(many, slack[kind], slack.edges);

    expect(many.length).toBeGreaterThan(2);
    expect(delivery).toMatchObject({ state: 'sent', posted: many.length, total: many.length, problem: null });
    expect(slack.accepted()).toEqual(many.map(({ text }) => text));
    expect(slack.posts.map(({ status }) => status)).not.toContain(429);
    expect(slack.waits).toEqual(many.slice(1).map(() => 1_100));
  },
);

test.each(['webhook', 'bot'] as const)(
  'S1: 429 to a %s waits as told, and the message arrives once',
  async (kind) => {
    const slack = await startSlack({ status: 429, headers: { 'retry-after': '30' } });
    const delivery = await deliverToSlack(one, slack[kind], slack.edges);

    expect(delivery.state).toBe('sent');
    expect(slack.waits).toEqual([30_000]);
    expect(slack.posts.map(({ status, at }) => [status, at])).toEqual([
      [429, 0],
      [200, 30_000],
    ]);
  },
);

test('S1: a limit in the middle holds up the rest, and loses and doubles nothing', async () => {
  const ok = { body: 'ok' };
  const limit = { status: 429, headers: { 'retry-after': '7' } };
  const slack = await startSlack(ok, limit, limit);
  const delivery = await deliverToSlack(many, slack.webhook, slack.edges);

  expect(delivery.state).toBe('sent');
  expect(slack.accepted()).toEqual(many.map(({ text }) => text));
  expect(slack.waits.slice(0, 3)).toEqual([1_100, 7_000, 7_000]);
});

test("S1: the Web API's limit counts as well when it comes in the body", async () => {
  const slack = await startSlack({
    headers: { 'retry-after': '3' },
    body: JSON.stringify({ ok: false, error: 'ratelimited' }),
  });
  expect((await deliverToSlack(one, slack.bot, slack.edges)).state).toBe('sent');
  expect(slack.waits).toEqual([3_000]);
});

test('S1: without a time, it waits ten seconds', async () => {
  const slack = await startSlack({ status: 429 });
  expect((await deliverToSlack(one, slack.webhook, slack.edges)).state).toBe('sent');
  expect(slack.waits).toEqual([10_000]);
});

test('S1: out of service with a time to come again is waited for too', async () => {
  const slack = await startSlack({ status: 503, headers: { 'retry-after': '5' } });
  expect((await deliverToSlack(one, slack.bot, slack.edges)).state).toBe('sent');
  expect(slack.waits).toEqual([5_000]);
});

test('S1: a wait longer than a job should stand ends at once, with when to send again', async () => {
  const slack = await startSlack({ status: 429, headers: { 'retry-after': '3600' } });
  const { state, posted, problem } = await deliverToSlack(one, slack.webhook, slack.edges);

  expect([state, posted, problem?.code]).toEqual(['failed', 0, 'slack_rate_limited']);
  expect(problem?.nextStep).toContain('Send again after 60 min');
  expect(slack.waits).toEqual([]);
  expect(slack.posts).toHaveLength(1);
});

test('S1: waits that never end do, after five minutes in sum', async () => {
  const limit = { status: 429, headers: { 'retry-after': '60' } };
  const slack = await startSlack(...Array.from({ length: 20 }, () => limit));
  const { state, problem } = await deliverToSlack(one, slack.webhook, slack.edges);

  expect([state, problem?.code]).toEqual(['failed', 'slack_rate_limited']);
  expect(slack.waits).toEqual([60_000, 60_000, 60_000, 60_000, 60_000]);
});
